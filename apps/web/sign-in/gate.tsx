import { ThrownNote, t, Waiting } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Door } from './door.tsx'
import { FirstRunScreen } from './first-run-screen.tsx'
import { SamplePeopleScreen } from './sample-people-screen.tsx'
import type { Seat } from './session.ts'
import { useSeat, useSession } from './session.ts'
import { SignInScreen } from './sign-in-screen.tsx'

/** Lets in whoever is signed in; shows everyone else the way. */
export function Gate({ children }: { readonly children: (seat: Seat) => ReactNode }) {
  const session = useSession()
  const seat = useSeat(session.data)
  const [leavesSample, setLeavesSample] = useState(false)
  if (session.data === undefined) {
    if (session.error === null) return <Waiting />
    return (
      <Door title={t('つながりません')}>
        <ThrownNote error={session.error} again={() => void session.refetch()} />
      </Door>
    )
  }
  if (seat !== undefined) return children(seat)
  if (session.data.state === 'signed-in')
    return (
      <Door title={t('まだどの会社にも入っていません')}>
        <p>{t('会社の管理者に、招待を送ってもらってください。届いたメールのリンクを開くと入れます。')}</p>
      </Door>
    )
  const people = session.data.people ?? []
  const isEmpty = session.data.state === 'first-run'
  if (people.length > 0 && !leavesSample)
    return <SamplePeopleScreen people={people} isEmpty={isEmpty} onOther={() => setLeavesSample(true)} />
  return isEmpty ? <FirstRunScreen /> : <SignInScreen />
}
