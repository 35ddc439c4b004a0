import { TextField, t, talk, usePathPart } from '@ennoshita/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Door, DoorForm } from './door.tsx'
import { useNewSession } from './session.ts'
import { CodeForm } from './sign-in-screen.tsx'
import { useAct } from './use-act.ts'

const accepted = z.object({ twoFactor: z.boolean().optional() }).nullish()

/** Where the link of an invitation leads: one sets a password and is in. */
export function InvitationScreen() {
  const token = usePathPart('token')
  const [password, setPassword] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const [again, setAgain] = useState('')
  const act = useAct()
  const enter = useNewSession()
  const navigate = useNavigate()
  const differs = again !== '' && again !== password
  async function send() {
    if (again !== password) return
    const answer = await talk('/api/invitations/accept', accepted, { token, password })
    if (answer?.twoFactor === true) {
      setNeedsCode(true)
      return
    }
    await enter()
    await navigate({ to: '/' })
  }
  if (needsCode) return <CodeForm onIn={() => void navigate({ to: '/' })} />
  return (
    <Door title={t('招待を受ける')}>
      <p className="door-words">
        {t(
          'パスワードを決めると使いはじめられます。すでにアカウントがあるときは、いつものパスワードを入力してください。',
        )}
      </p>
      <DoorForm label={t('招待を受ける')} act={act} send={send} sendLabel={t('使いはじめる')}>
        <TextField
          label={t('パスワード')}
          type="password"
          autoComplete="new-password"
          autoFocus
          isRequired
          value={password}
          onChange={setPassword}
          help={t('10文字以上にしてください。文を1つ思い浮かべると、長くて覚えやすくなります。')}
        />
        <TextField
          label={t('パスワード（もう一度）')}
          type="password"
          autoComplete="new-password"
          isRequired
          value={again}
          onChange={setAgain}
          error={differs ? t('上のパスワードと違います。') : undefined}
        />
      </DoorForm>
    </Door>
  )
}
