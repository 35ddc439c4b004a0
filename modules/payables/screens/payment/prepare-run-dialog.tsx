import type { AnswerOf, InputOf, LocalDate } from '@ennoshita/kernel'
import {
  DateField,
  Dialog,
  DoFoot,
  DoForm,
  dateInTable,
  ErrorNote,
  Facts,
  LinkButton,
  Select,
  says,
  showToast,
  TextField,
  t,
  todayInTokyo,
  useAsk,
  useSend,
} from '@ennoshita/ui'
import { useState } from 'react'
import type { SourceAccountShown } from '../../contract.ts'
import { payables } from '../../contract.ts'
import type { FeeBearer, PaymentMethod } from '../../rules/payment/payment-form.ts'
import { sourceOf } from '../../rules/payment/payment-form.ts'
import { yenInTable } from '../amounts.ts'
import { useRehearsal } from '../use-rehearsal.ts'
import { isHeld, sumOf } from './due-groups.ts'
import type { DueRow } from './payment-words.tsx'
import { feeBearerChoices, methodWord, paymentQueries } from './payment-words.tsx'

type Preparing = InputOf<typeof payables.prepareRun>

/** Makes one payment run of the chosen invoices: out of which account, on which day; shown beforehand what it comes to. */
export function PrepareRunDialog(props: {
  readonly rows: readonly DueRow[]
  readonly onClose: () => void
  readonly onDone: (runId: string) => void
}) {
  const payableRows = props.rows.filter((row) => !isHeld(row))
  const methods = [...new Set(payableRows.map((row) => row.method))]
  const [method, setMethod] = useState<PaymentMethod>(methods[0] ?? 'transfer')
  const rows = payableRows.filter((row) => row.method === method)
  const accounts = useAsk(payables.sourceAccounts, {})
  if (accounts.data === undefined) return null
  const sources = accounts.data.filter((account) => account.kind === sourceOf[method])
  return (
    <PreparingDialog
      key={method}
      all={props.rows}
      rows={rows}
      method={method}
      methods={methods}
      onMethod={setMethod}
      sources={sources}
      onClose={props.onClose}
      onDone={props.onDone}
    />
  )
}

/** The earliest day asked for, not before today and not before what the bank still takes. */
function proposedDay(rows: readonly DueRow[], source: SourceAccountShown | undefined): LocalDate {
  const wanted = rows.map((row) => row.payOn).toSorted()[0] ?? todayInTokyo()
  return [wanted, todayInTokyo(), source?.bank?.earliestPayOn ?? ''].toSorted().at(-1) ?? wanted
}

function PreparingDialog(props: {
  readonly all: readonly DueRow[]
  readonly rows: readonly DueRow[]
  readonly method: PaymentMethod
  readonly methods: readonly PaymentMethod[]
  readonly onMethod: (method: PaymentMethod) => void
  readonly sources: readonly SourceAccountShown[]
  readonly onClose: () => void
  readonly onDone: (runId: string) => void
}) {
  const { rows, method, sources } = props
  const [sourceId, setSourceId] = useState(sources[0]?.sourceAccountId ?? null)
  const source = sources.find((each) => each.sourceAccountId === sourceId)
  const [payOn, setPayOn] = useState<LocalDate | null>(() => proposedDay(rows, sources[0]))
  const [feeBearer, setFeeBearer] = useState<FeeBearer | null>(null)
  const [lateReason, setLateReason] = useState('')
  const earliestOn = method === 'transfer' ? source?.bank?.earliestPayOn : undefined
  const isLate = payOn !== null && earliestOn !== undefined && payOn < earliestOn
  const isComplete = sourceId !== null && payOn !== null && rows.length > 0 && (!isLate || lateReason.trim() !== '')
  const input: Preparing | null = isComplete
    ? {
        sourceAccountId: sourceId,
        payOn,
        method,
        invoiceIds: rows.map((row) => row.invoiceId),
        lateReason: isLate ? lateReason : '',
        ...(feeBearer === null ? {} : { feeBearer }),
      }
    : null
  const { answer, refusal } = useRehearsal(payables.prepareRun, input)
  const preparing = useSend(payables.prepareRun, {
    refreshes: paymentQueries,
    onDone: ({ runId, transfers }) => {
      showToast(t('{count}件の支払を準備しました。別の人の承認を待ちます。', { count: transfers }))
      props.onDone(runId)
    },
  })
  const prepare = async () => {
    if (input !== null) await preparing.send(input)
  }
  const face = preparing.refusal ?? refusal
  return (
    <Dialog
      title={t('支払を準備する')}
      isOpen
      width="medium"
      onClose={props.onClose}
      foot={<DoFoot label={t('準備する')} isReady={answer !== null} onDo={prepare} onClose={props.onClose} />}
    >
      <DoForm label={t('支払を準備する')} onDo={prepare}>
        {face === null ? null : <ErrorNote face={face} />}
        <LeftOut all={props.all} rows={rows} method={method} />
        {props.methods.length < 2 ? null : (
          <Select
            label={t('支払方法')}
            isRequired
            choices={props.methods.map((each) => ({ value: each, label: methodWord(each) }))}
            value={method}
            onChange={(next) => props.onMethod(next ?? method)}
          />
        )}
        {sources.length === 0 ? (
          <NoSource method={method} />
        ) : (
          <Select
            label={t('振込元口座')}
            isRequired
            choices={sources.map((each) => ({ value: each.sourceAccountId, label: each.name }))}
            value={sourceId}
            onChange={setSourceId}
          />
        )}
        <DateField
          label={t('支払う日')}
          isRequired
          value={payOn}
          onChange={setPayOn}
          {...(earliestOn === undefined
            ? {}
            : { help: t('銀行の締切の前に渡せるのは {date} の分からです。', { date: dateInTable(earliestOn) }) })}
        />
        {isLate ? (
          <TextField
            label={t('締切を過ぎて受け付けてもらう理由')}
            isRequired
            value={lateReason}
            onChange={setLateReason}
            help={t('例：銀行に電話し、当日扱いの承諾を得た')}
          />
        ) : null}
        {method === 'transfer' ? (
          <Select
            label={t('振込手数料')}
            emptyLabel={t('取引先ごとの取り決めどおり')}
            choices={feeBearerChoices()}
            value={feeBearer}
            onChange={setFeeBearer}
          />
        ) : null}
        <Outcome rows={rows} answer={answer} />
      </DoForm>
    </Dialog>
  )
}

/** What of the selection is not in this run, and why. */
function LeftOut(props: {
  readonly all: readonly DueRow[]
  readonly rows: readonly DueRow[]
  readonly method: PaymentMethod
}) {
  const held = props.all.filter(isHeld).length
  const others = props.all.length - held - props.rows.length
  if (held === 0 && others === 0) return null
  return (
    <div className="note">
      {held === 0 ? null : <p>{t('支払えない理由のある{count}件は含めません。', { count: held })}</p>}
      {others === 0 ? null : (
        <p>
          {t('「{method}」でない{count}件は含めません。別に準備してください。', {
            method: methodWord(props.method),
            count: others,
          })}
        </p>
      )}
    </div>
  )
}

function NoSource({ method }: { readonly method: PaymentMethod }) {
  return (
    <div className="note">
      <p className="note-what">
        {t('「{method}」で支払う口座がまだ登録されていません。', { method: methodWord(method) })}
      </p>
      <LinkButton to="/payments/accounts">{t('振込元口座を登録する')}</LinkButton>
    </div>
  )
}

function Outcome(props: {
  readonly rows: readonly DueRow[]
  readonly answer: AnswerOf<typeof payables.prepareRun> | null
}) {
  const { rows, answer } = props
  const vendors = new Set(rows.map((row) => row.vendorId)).size
  const days = [...new Set(rows.map((row) => row.payOn))].toSorted()
  return (
    <>
      <Facts
        facts={[
          [t('請求書'), t('{count}件（{vendors}社）', { count: rows.length, vendors })],
          [t('支払う額'), t('{amount}円', { amount: yenInTable(sumOf(rows)) })],
          ...(days.length < 2 ? [] : [[t('本来の支払日'), days.map((day) => dateInTable(day)).join('、')] as const]),
          [
            t('出ていくお金'),
            answer === null
              ? t('計算しています…')
              : t('{count}件・{amount}円', { count: answer.transfers, amount: yenInTable(answer.total) }),
          ],
        ]}
      />
      {answer === null || answer.warnings.length === 0 ? null : (
        <div className="note">
          <ul className="plain-list">
            {answer.warnings.map((warning) => (
              <li key={warning.ja}>{says(warning)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
