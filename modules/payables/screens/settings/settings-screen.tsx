import type { AnswerOf } from '@ennoshita/kernel'
import {
  Button,
  ErrorNote,
  Facts,
  Screen,
  Sheet,
  Status,
  says,
  showToast,
  ThrownNote,
  t,
  useAsk,
  useRights,
  useSend,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import type { PayablesSettings } from '../../contract.ts'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { NoChart } from './no-chart.tsx'
import { SettingsForm } from './settings-form.tsx'
import { accountLabels, postingDayWord } from './settings-words.ts'

export type SettingsAnswer = AnswerOf<typeof payables.settings>
type Fact = readonly [name: string, value: React.ReactNode]

/** 支払の設定: the accounts that journals use, when they are posted, small amounts, 納期の特例, and the facts of the own company. */
export default function SettingsScreen() {
  const answer = useAsk(payables.settings, {})
  const [isEditing, setEditing] = useState(false)
  return (
    <Screen title={t('支払の設定')} layout="page">
      {answer.error === null ? null : <ThrownNote error={answer.error} />}
      {answer.data === undefined ? (
        answer.error === null ? (
          <Waiting />
        ) : null
      ) : answer.data.settings === null ? (
        <NoChart />
      ) : isEditing ? (
        <SettingsForm
          key={answer.data.version}
          version={answer.data.version}
          settings={answer.data.settings}
          smallAmount={answer.data.smallAmount}
          onDone={() => setEditing(false)}
        />
      ) : (
        <SettingsShown answer={answer.data} settings={answer.data.settings} onEdit={() => setEditing(true)} />
      )}
    </Screen>
  )
}

function SettingsShown(props: {
  readonly answer: SettingsAnswer
  readonly settings: PayablesSettings
  readonly onEdit: () => void
}) {
  const { answer, settings } = props
  const rights = useRights()
  const keeps = rights.may('payables.keep-settings')
  const adopting = useSend(payables.setSettings, {
    refreshes: [payables.settings],
    onDone: () => showToast(t('支払の設定を保存しました。')),
  })
  const edit = keeps ? (
    <Button kind="quiet" onPress={props.onEdit}>
      {t('変える')}
    </Button>
  ) : null
  return (
    <>
      {answer.version > 0 ? null : (
        <div className="note">
          <p className="note-what">{t('まだ保存されていません。標準の科目で始める案を示しています。')}</p>
          {keeps ? (
            <Button
              kind="main"
              isPending={adopting.isPending}
              onPress={() => void adopting.send({ version: answer.version })}
            >
              {t('この設定で始める')}
            </Button>
          ) : (
            <p>{t('管理者か社長が保存すると、請求書を計上できるようになります。')}</p>
          )}
        </div>
      )}
      {adopting.refusal === null ? null : <ErrorNote face={adopting.refusal} />}
      <Sheet title={t('仕訳に使う科目')} actions={edit}>
        <Facts facts={accountFacts(answer, settings)} />
      </Sheet>
      <Sheet title={t('計上と検収')}>
        <Facts
          facts={[
            [t('計上日'), postingDayWord(settings.postingDay)],
            [t('検収'), settings.acceptanceRequired ? t('申請の前に必要') : t('任意')],
          ]}
        />
      </Sheet>
      <Sheet title={t('税')}>
        <Facts facts={taxFacts(answer, settings)} />
      </Sheet>
      <Sheet title={t('自社の規模（取適法・フリーランス法の判定に使います）')}>
        <Facts facts={ownFacts(settings)} />
      </Sheet>
    </>
  )
}

function accountFacts(answer: SettingsAnswer, settings: PayablesSettings): Fact[] {
  return accountLabels().flatMap(({ key, label }) => {
    const id = settings[key]
    const account = answer.accounts.find((each) => each.accountId === id)
    if (account === undefined && key === 'withheldSubAccountId') return []
    return [[label, account === undefined ? t('登録なし') : `${account.code}　${account.name}`] satisfies Fact]
  })
}

function taxFacts({ smallAmount }: SettingsAnswer, settings: PayablesSettings): Fact[] {
  const sales = (amount: number | null) =>
    amount === null ? t('登録なし') : t('{amount}円', { amount: yenInTable(amount) })
  return [
    [
      t('少額特例'),
      <span key="small" className="marks">
        {smallAmount.applies ? (
          <Status colour="green">{t('使う')}</Status>
        ) : (
          <Status colour="grey">{t('使わない')}</Status>
        )}
        {says(smallAmount)}
      </span>,
    ],
    [t('基準期間の課税売上高'), sales(settings.basePeriodSales)],
    [t('特定期間の課税売上高'), sales(settings.specifiedPeriodSales)],
    [
      t('源泉所得税の納付'),
      settings.halfYearlyWithholding ? t('納期の特例（給与と士業は7月10日・1月20日）') : t('毎月（翌月10日）'),
    ],
  ]
}

function ownFacts(settings: PayablesSettings): Fact[] {
  const people = (count: number | null) => (count === null ? t('登録なし') : t('{count}人', { count }))
  return [
    [
      t('資本金'),
      settings.capital === null ? t('登録なし') : t('{amount}円', { amount: yenInTable(settings.capital) }),
    ],
    [t('常時使用する従業員'), people(settings.employees)],
    [t('役員'), people(settings.officers)],
  ]
}
