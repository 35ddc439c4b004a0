import { Sheet, showToast, TextField, t, talk } from '@ennoshita/ui'
import { useState } from 'react'
import { z } from 'zod'
import { DoorForm } from '../../sign-in/door.tsx'
import { useAct } from '../../sign-in/use-act.ts'

/** Turns the second factor off, by password. */
export function TwoFactorOff({ onChange }: { readonly onChange: () => void }) {
  const [password, setPassword] = useState('')
  const act = useAct()
  async function disable() {
    await talk('/api/session/two-factor/disable', z.unknown(), { password })
    setPassword('')
    showToast(t('確認コードをやめました。'))
    onChange()
  }
  return (
    <Sheet title={t('確認コードをやめる')}>
      <DoorForm label={t('確認コードをやめる')} act={act} send={disable} sendLabel={t('確認コードをやめる')}>
        <p>{t('スマートフォンを替えるときは、いったんやめてから、新しい機器で使いはじめてください。')}</p>
        <TextField
          label={t('パスワード')}
          type="password"
          autoComplete="current-password"
          width="medium"
          value={password}
          onChange={setPassword}
        />
      </DoorForm>
    </Sheet>
  )
}
