import { LinkButton, t, talk, usePathPart } from '@ennoshita/ui'
import { useState } from 'react'
import { z } from 'zod'
import { Door, DoorForm } from './door.tsx'
import { NewPasswordFields, useNewPassword } from './new-password-fields.tsx'
import { useAct } from './use-act.ts'

/** Where the link for a forgotten password leads: one sets a new one and signs in with it. */
export function NewPasswordScreen() {
  const token = usePathPart('token')
  const written = useNewPassword()
  const [isSet, setIsSet] = useState(false)
  const act = useAct()
  async function send() {
    if (!written.isSame) return
    await talk('/api/session/new-password', z.unknown(), { token, newPassword: written.password })
    setIsSet(true)
  }
  return (
    <Door title={t('新しいパスワードを決める')}>
      {isSet ? (
        <>
          <p role="status">{t('新しいパスワードにしました。サインインしていた場所は、すべてサインアウトしました。')}</p>
          <div className="form-foot">
            <LinkButton kind="main" to="/">
              {t('サインイン')}
            </LinkButton>
          </div>
        </>
      ) : (
        <DoorForm label={t('新しいパスワードを決める')} act={act} send={send} sendLabel={t('決める')}>
          <NewPasswordFields
            label={t('新しいパスワード')}
            labelAgain={t('新しいパスワード（もう一度）')}
            written={written}
            isAtDoor
          />
        </DoorForm>
      )}
    </Door>
  )
}
