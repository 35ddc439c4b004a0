import { Button, TextField, t, talk } from '@ennoshita/ui'
import { useState } from 'react'
import { z } from 'zod'
import { Door, DoorForm } from './door.tsx'
import { useAct } from './use-act.ts'

/** Asks where to send the link for a new password; says the same whether there is such an account. */
export function ForgottenForm({ email: known, onBack }: { readonly email: string; readonly onBack: () => void }) {
  const [email, setEmail] = useState(known)
  const [isSent, setSent] = useState(false)
  const act = useAct()
  const back = <Button onPress={onBack}>{t('サインインに戻る')}</Button>
  async function send() {
    await talk('/api/session/forgotten', z.unknown(), { email: email.trim() })
    setSent(true)
  }
  return (
    <Door title={t('パスワードを忘れたとき')}>
      {isSent ? (
        <>
          <p role="status">
            {t(
              'このメールアドレスのアカウントがあれば、新しいパスワードを決めるリンクを送りました。1時間以内に開いてください。',
            )}
          </p>
          <p className="door-words">
            {t(
              '届かないときは、迷惑メールを確かめ、このプログラムを動かしている人に頼んでください（ennoshita user password でリンクを作れます）。',
            )}
          </p>
          <div className="form-foot">{back}</div>
        </>
      ) : (
        <DoorForm label={t('パスワードを忘れたとき')} act={act} send={send} sendLabel={t('リンクを送る')} beside={back}>
          <TextField
            label={t('メールアドレス')}
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            isRequired
            value={email}
            onChange={setEmail}
            help={t('新しいパスワードを決めるリンクを送ります。')}
          />
        </DoorForm>
      )}
    </Door>
  )
}
