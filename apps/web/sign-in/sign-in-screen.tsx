import { Button, TextField, t, talk } from '@ennoshita/ui'
import { useState } from 'react'
import { z } from 'zod'
import { Door, DoorForm } from './door.tsx'
import { ForgottenForm } from './forgotten-form.tsx'
import { useNewSession } from './session.ts'
import { useAct } from './use-act.ts'

const signedIn = z.object({ twoFactor: z.boolean().optional() }).nullish()

/** Signing in with e-mail and password, and with the code of the authenticator where one is set up. */
export function SignInScreen() {
  const [step, setStep] = useState<'password' | 'code' | 'forgotten'>('password')
  const [email, setEmail] = useState('')
  if (step === 'code') return <CodeForm />
  if (step === 'forgotten') return <ForgottenForm email={email} onBack={() => setStep('password')} />
  return (
    <PasswordForm
      email={email}
      setEmail={setEmail}
      onCode={() => setStep('code')}
      onForgotten={() => setStep('forgotten')}
    />
  )
}

function PasswordForm(props: {
  readonly email: string
  readonly setEmail: (email: string) => void
  readonly onCode: () => void
  readonly onForgotten: () => void
}) {
  const { email, setEmail, onCode } = props
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
        <Button kind="quiet" onPress={props.onForgotten}>
          {t('パスワードを忘れたとき')}
        </Button>
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
