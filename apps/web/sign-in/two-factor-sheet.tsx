import { Button, ErrorNote, Facts, Sheet, Status, showToast, TextField, t, talk } from '@ennoshita/ui'
import { useState } from 'react'
import { z } from 'zod'
import { DoorForm } from './door.tsx'
import { QrCode } from './qr-code.tsx'
import { useAct } from './use-act.ts'

const enrolment = z.object({ uri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()).nullish() })
type Enrolment = z.output<typeof enrolment>

/** Setting up the authenticator: password, secret, first code, recovery codes. */
export function TwoFactorSheet({ isOn, onChange }: { readonly isOn: boolean; readonly onChange: () => void }) {
  const [begun, setBegun] = useState<Enrolment | null>(null)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const act = useAct()
  async function enrol() {
    setBegun(await talk('/api/session/two-factor/enrol', enrolment, { password }))
    setPassword('')
  }
  async function confirm() {
    await talk('/api/session/two-factor/confirm', z.unknown(), { code: code.normalize('NFKC').replaceAll(/\s/g, '') })
    setBegun(null)
    showToast(t('次のサインインから、確認コードもたずねます。'))
    onChange()
  }
  return (
    <Sheet
      title={t('確認コード（2段階認証）')}
      actions={
        isOn ? (
          <Status colour="green">{t('使っています')}</Status>
        ) : (
          <Status colour="grey">{t('使っていません')}</Status>
        )
      }
    >
      {begun === null && isOn ? <p>{t('サインインのとき、認証アプリの6桁の数字をたずねます。')}</p> : null}
      {begun === null && !isOn ? (
        <DoorForm label={t('確認コードを使いはじめる')} act={act} send={enrol} sendLabel={t('使いはじめる')}>
          <p>{t('スマートフォンの認証アプリを用意して、いまのパスワードを入力してください。')}</p>
          <TextField
            label={t('パスワード')}
            type="password"
            autoComplete="current-password"
            width="medium"
            value={password}
            onChange={setPassword}
          />
        </DoorForm>
      ) : null}
      {begun === null ? null : (
        <DoorForm
          label={t('確認コードを使いはじめる')}
          act={act}
          send={confirm}
          sendLabel={t('確認する')}
          beside={<Button onPress={() => setBegun(null)}>{t('キャンセル')}</Button>}
        >
          <SecretFacts begun={begun} />
          <TextField
            label={t('6桁の確認コード')}
            autoComplete="one-time-code"
            width="medium"
            value={code}
            onChange={setCode}
          />
        </DoorForm>
      )}
      {begun === null && act.refusal !== null && isOn ? <ErrorNote face={act.refusal} /> : null}
    </Sheet>
  )
}

function SecretFacts({ begun }: { readonly begun: Enrolment }) {
  const codes = begun.recoveryCodes ?? []
  return (
    <>
      <p>{t('認証アプリで次の図を読み取るか、鍵を登録し、表示された6桁の数字を入力してください。')}</p>
      <QrCode text={begun.uri} label={t('認証アプリに登録するQRコード')} />
      <Facts
        facts={[
          [
            t('鍵'),
            <span key="secret" className="figure">
              {begun.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
            </span>,
          ],
          [
            t('この機器の認証アプリで開く'),
            <a key="uri" className="link" href={begun.uri}>
              {t('登録する')}
            </a>,
          ],
          ...(codes.length === 0
            ? []
            : [
                [
                  t('回復コード'),
                  <span key="codes" className="figure">
                    {codes.join('　')}
                  </span>,
                ] as const,
              ]),
        ]}
      />
      {codes.length === 0 ? null : (
        <p className="door-words">
          {t(
            '回復コードは、スマートフォンをなくしたときに一度ずつ使えます。紙に控えて、鍵のかかる場所にしまってください。',
          )}
        </p>
      )}
    </>
  )
}
