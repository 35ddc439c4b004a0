import { t, talk, usePathPart } from '@ennoshita/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Door, DoorForm } from './door.tsx'
import { NewPasswordFields, useNewPassword } from './new-password-fields.tsx'
import { useNewSession } from './session.ts'
import { CodeForm } from './sign-in-screen.tsx'
import { useAct } from './use-act.ts'

const accepted = z.object({ twoFactor: z.boolean().optional() }).nullish()

/** Where the link of an invitation leads: one sets a password and is in. */
export function InvitationScreen() {
  const token = usePathPart('token')
  const written = useNewPassword()
  const [needsCode, setNeedsCode] = useState(false)
  const act = useAct()
  const enter = useNewSession()
  const navigate = useNavigate()
  async function send() {
    if (!written.isSame) return
    const answer = await talk('/api/invitations/accept', accepted, { token, password: written.password })
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
        <NewPasswordFields
          label={t('パスワード')}
          labelAgain={t('パスワード（もう一度）')}
          written={written}
          isAtDoor
        />
      </DoorForm>
    </Door>
  )
}
