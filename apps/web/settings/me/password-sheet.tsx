import { Sheet, showToast, TextField, t, talk } from '@ennoshita/ui'
import { useState } from 'react'
import { z } from 'zod'
import { DoorForm } from '../../sign-in/door.tsx'
import { NewPasswordFields, useNewPassword } from '../../sign-in/new-password-fields.tsx'
import { useAct } from '../../sign-in/use-act.ts'

/** Changes the password; every other place is signed out. */
export function PasswordSheet({ onChange }: { readonly onChange: () => void }) {
  const [password, setPassword] = useState('')
  const written = useNewPassword()
  const act = useAct()
  async function change() {
    if (!written.isSame) return
    await talk('/api/session/change-password', z.unknown(), { password, newPassword: written.password })
    setPassword('')
    written.clear()
    showToast(t('パスワードを変えました。ほかの場所はサインアウトしました。'))
    onChange()
  }
  return (
    <Sheet title={t('パスワード')}>
      <DoorForm label={t('パスワードを変える')} act={act} send={change} sendLabel={t('変える')}>
        <TextField
          label={t('いまのパスワード')}
          type="password"
          autoComplete="current-password"
          width="medium"
          isRequired
          value={password}
          onChange={setPassword}
        />
        <NewPasswordFields
          label={t('新しいパスワード')}
          labelAgain={t('新しいパスワード（もう一度）')}
          written={written}
        />
      </DoorForm>
    </Sheet>
  )
}
