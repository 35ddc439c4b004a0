import { TextField, t, talk } from '@ennoshita/ui'
import { useState } from 'react'
import { z } from 'zod'
import { Door, DoorForm } from './door.tsx'
import { useNewSession } from './session.ts'
import { useAct } from './use-act.ts'

const signedIn = z.object({ twoFactor: z.boolean().optional() }).nullish()

/** Signing in with e-mail and password, and with the code of the authenticator where one is set up. */
export function SignInScreen() {
  const [needsCode, setNeedsCode] = useState(false)
  return needsCode ? <CodeForm /> : <PasswordForm onCode={() => setNeedsCode(true)} />
}

function PasswordForm({ onCode }: { readonly onCode: () => void }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const act = useAct()
  const enter = useNewSession()
  async function send() {
    const answer = await talk('/api/session/sign-in', signedIn, { email: email.trim(), password })
    if (answer?.twoFactor === true) onCode()
    else await enter()
  }
  return (
    <Door title={t('サインイン')}>
      <DoorForm label={t('サインイン')} act={act} send={send} sendLabel={t('サインイン')}>
        <TextField
          label={t('メールアドレス')}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={t('パスワード')}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      </DoorForm>
      <p className="door-words">
        {t('パスワードを忘れたときは、会社の管理者に招待をもう一度送ってもらってください。')}
      </p>
    </Door>
  )
}

/** Asks for the code of the authenticator, after the password was right. */
export function CodeForm({ onIn }: { readonly onIn?: () => void }) {
  const [code, setCode] = useState('')
  const act = useAct()
  const enter = useNewSession()
  async function send() {
    await talk('/api/session/two-factor', z.unknown(), { code: code.normalize('NFKC').replaceAll(/\s/g, '') })
    await enter()
    onIn?.()
  }
  return (
    <Door title={t('確認コード')}>
      <DoorForm label={t('確認コード')} act={act} send={send} sendLabel={t('確認する')}>
        <TextField
          label={t('6桁の確認コード')}
          name="code"
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={setCode}
          help={t('認証アプリに表示されている数字です。使えないときは、控えておいた回復コードを入力してください。')}
        />
      </DoorForm>
    </Door>
  )
}
