import { Button, ErrorNote, FieldRow, Progress, says, TextField, t, talk } from '@ennoshita/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { Door, DoorForm } from './door.tsx'
import { useNewSession } from './session.ts'
import { useAct } from './use-act.ts'

const loading = z.object({ done: z.boolean(), step: z.string().nullish(), percent: z.number().nullish() })

/** The first screen of an empty installation: try the sample company, or begin with one's own. */
export function FirstRunScreen() {
  const [way, setWay] = useState<'choose' | 'own' | 'sample'>('choose')
  const act = useAct()
  if (way === 'own') return <OwnCompanyForm onBack={() => setWay('choose')} />
  if (way === 'sample') return <SampleLoading onBack={() => setWay('choose')} />
  return (
    <Door title={t('縁の下へようこそ')} isWide>
      <p>{t('はじめに、どちらかを選んでください。あとからもう一方もできます。')}</p>
      {act.refusal === null ? null : <ErrorNote face={act.refusal} />}
      <div className="form-fields">
        <section>
          <h2 className="sheet-title">{t('見本の会社で試す')}</h2>
          <p className="door-words">
            {t('60人の会社の3か月分の仕事を読み込みます。20秒ほどで、すべての画面を実際の内容で見られます。')}
          </p>
          <div className="form-foot">
            <Button
              kind="main"
              isPending={act.isPending}
              onPress={() =>
                void act.run(async () => {
                  await talk('/api/first-run/sample', z.unknown(), {})
                  setWay('sample')
                })
              }
            >
              {t('見本の会社を読み込む')}
            </Button>
          </div>
        </section>
        <section>
          <h2 className="sheet-title">{t('自分の会社ではじめる')}</h2>
          <p className="door-words">
            {t('会社の名前と、最初の管理者になるあなたのことを登録します。2分で終わります。')}
          </p>
          <div className="form-foot">
            <Button onPress={() => setWay('own')}>{t('会社を登録する')}</Button>
          </div>
        </section>
      </div>
    </Door>
  )
}

function SampleLoading({ onBack }: { readonly onBack: () => void }) {
  const enter = useNewSession()
  const act = useAct()
  const progress = useQuery({
    queryKey: ['first-run-sample'],
    queryFn: () => talk('/api/first-run/sample', loading),
    refetchInterval: 700,
  })
  const isDone = progress.data?.done === true
  const hasFailed = progress.data?.step === 'failed'
  // biome-ignore lint/correctness/useExhaustiveDependencies: entered once, when the loading is done
  useEffect(() => {
    if (isDone) void act.run(enter)
  }, [isDone])
  return (
    <Door title={t('見本の会社を読み込んでいます')}>
      {act.refusal === null ? null : <ErrorNote face={act.refusal} />}
      {hasFailed ? (
        <p role="alert">{t('見本の会社を読み込めませんでした。もう一度お試しください。')}</p>
      ) : (
        <Progress label={progress.data?.step || t('準備しています')} percent={progress.data?.percent ?? undefined} />
      )}
      <p className="door-words">{t('この画面を閉じても、読み込みは続きます。')}</p>
      {progress.error === null && !hasFailed ? null : <Button onPress={onBack}>{t('戻る')}</Button>}
    </Door>
  )
}

const empty = {
  companyName: '',
  personFamilyName: '',
  personGivenName: '',
  familyNameKana: '',
  givenNameKana: '',
  email: '',
  password: '',
}

/** What can be said of a field before anything is sent. */
function flawOf(name: string, value: string): string | undefined {
  if (value.trim() === '') return t('入力してください。')
  if (name === 'email' && !z.email().safeParse(value.trim()).success)
    return t('メールアドレスの形（名前@会社.jp）で入力してください。')
  return undefined
}

function OwnCompanyForm({ onBack }: { readonly onBack: () => void }) {
  const [draft, setDraft] = useState(empty)
  const [isTried, setTried] = useState(false)
  const act = useAct()
  const enter = useNewSession()
  const saidAt = (name: keyof typeof empty) => (act.refusal?.field === name ? says(act.refusal.what) : undefined)
  const tie = (name: keyof typeof empty) => ({
    name,
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    isRequired: true,
    error: (isTried ? flawOf(name, draft[name]) : undefined) ?? saidAt(name),
  })
  async function send() {
    setTried(true)
    if (Object.entries(draft).some(([name, value]) => flawOf(name, value) !== undefined)) return
    await talk('/api/first-run', z.unknown(), draft)
    await enter()
  }
  return (
    <Door title={t('会社を登録する')} isWide>
      <DoorForm
        label={t('会社を登録する')}
        act={act}
        send={send}
        sendLabel={t('登録してはじめる')}
        beside={<Button onPress={onBack}>{t('戻る')}</Button>}
      >
        <TextField label={t('会社名')} autoFocus autoComplete="organization" {...tie('companyName')} />
        <FieldRow>
          <TextField label={t('姓')} autoComplete="family-name" {...tie('personFamilyName')} />
          <TextField label={t('名')} autoComplete="given-name" {...tie('personGivenName')} />
        </FieldRow>
        <FieldRow>
          <TextField label={t('姓（カナ）')} {...tie('familyNameKana')} />
          <TextField label={t('名（カナ）')} {...tie('givenNameKana')} />
        </FieldRow>
        <TextField label={t('メールアドレス')} type="email" autoComplete="username" {...tie('email')} />
        <TextField
          label={t('パスワード')}
          type="password"
          autoComplete="new-password"
          help={t('10文字以上にしてください。文を1つ思い浮かべると、長くて覚えやすくなります。')}
          {...tie('password')}
        />
      </DoorForm>
    </Door>
  )
}
