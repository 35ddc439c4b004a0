import type { AnswerOf } from '@ennoshita/kernel'
import type { Choice, StatusColour } from '@ennoshita/ui'
import { Link, Status, says, t } from '@ennoshita/ui'
import type { PaymentFindingShown } from '../../contract.ts'
import { payables } from '../../contract.ts'
import type { FeeBearer, PaymentMethod, RunState, TransferState } from '../../rules/payment/payment-form.ts'
import { paymentMethods } from '../../rules/payment/payment-form.ts'

export type DueRow = AnswerOf<typeof payables.payableInvoices>['invoices'][number]
export type RunDetails = AnswerOf<typeof payables.runDetails>
export type TransferRow = RunDetails['transferRows'][number]

/** The lists that change when something is paid, planned or comes back. */
export const paymentQueries = [
  payables.payableInvoices,
  payables.paymentRuns,
  payables.runDetails,
  payables.paymentCalendars,
  payables.withholdingDues,
  payables.sourceAccounts,
]

export function methodWord(method: PaymentMethod): string {
  const words: Record<PaymentMethod, string> = {
    transfer: t('振込'),
    'account-transfer': t('口座振替'),
    card: t('カード'),
    'pay-easy': t('ペイジー'),
    cash: t('現金'),
  }
  return words[method]
}

export const methodChoices = (): Choice<PaymentMethod>[] =>
  paymentMethods.map((method) => ({ value: method, label: methodWord(method) }))

export function feeBearerWord(bearer: FeeBearer): string {
  return bearer === 'us' ? t('当社が負担') : t('先方が負担')
}

export const feeBearerChoices = (): Choice<FeeBearer>[] => [
  { value: 'us', label: feeBearerWord('us') },
  { value: 'payee', label: feeBearerWord('payee') },
]

export function accountTypeWord(type: string): string {
  const words: Readonly<Record<string, string>> = {
    ordinary: t('普通'),
    current: t('当座'),
    savings: t('貯蓄'),
    other: t('その他'),
  }
  return words[type] ?? ''
}

const runColours: Record<RunState, StatusColour> = {
  prepared: 'amber',
  released: 'blue',
  'file-taken': 'blue',
  paid: 'green',
  cancelled: 'grey',
}

export function runStateWord(state: RunState): string {
  const words: Record<RunState, string> = {
    prepared: t('承認待ち'),
    released: t('承認済み'),
    'file-taken': t('ファイル出力済み'),
    paid: t('支払済み'),
    cancelled: t('取りやめ'),
  }
  return words[state]
}

export function RunStateFace({ state }: { readonly state: RunState }) {
  return <Status colour={runColours[state]}>{runStateWord(state)}</Status>
}

const transferColours: Record<TransferState, StatusColour> = {
  planned: 'blue',
  paid: 'green',
  failed: 'red',
  returned: 'red',
  cancelled: 'grey',
}

export function TransferStateFace({ state }: { readonly state: TransferState }) {
  const words: Record<TransferState, string> = {
    planned: t('予定'),
    paid: t('支払済み'),
    failed: t('振込不能'),
    returned: t('組戻し'),
    cancelled: t('取りやめ'),
  }
  return <Status colour={transferColours[state]}>{words[state]}</Status>
}

/** What a finding is called in one word; its sentence stands where there is room. */
export function findingWord(code: PaymentFindingShown['code']): string {
  const words: Record<PaymentFindingShown['code'], string> = {
    'no-account': t('口座なし'),
    'account-waiting': t('口座の確認待ち'),
    'debt-reversed': t('計上の取消'),
    method: t('支払方法'),
    overdue: t('期日超過'),
    'due-too-late': t('期日が法の限度超え'),
    'shift-too-late': t('休日後ろ倒し'),
    'fee-on-payee': t('手数料の差引き'),
    'near-limit': t('法の限度が近い'),
  }
  return words[code]
}

/** The findings of a row as marks; the whole sentence is read with the mouse or by a screen reader. */
export function FindingMarks({ findings }: { readonly findings: readonly PaymentFindingShown[] }) {
  return (
    <span className="marks">
      {findings.map((finding) => (
        <span key={finding.code} title={`${says(finding.says)} ${says(finding.todo)}`}>
          <Status colour={finding.level === 'hold' ? 'red' : 'amber'}>{findingWord(finding.code)}</Status>
        </span>
      ))}
    </span>
  )
}

/** The findings in full, each with its law and what to do. */
export function FindingLines(props: {
  readonly lines: readonly { readonly about: string; readonly opens: string; readonly finding: PaymentFindingShown }[]
}) {
  return (
    <ul className="plain-list">
      {props.lines.map(({ about, opens, finding }) => (
        <li key={`${opens} ${finding.code}`}>
          <Link to={opens}>{about}</Link>：{says(finding.says)} {says(finding.todo)}
          {finding.law === null ? null : (
            <a className="link note-source" href={finding.law.url} target="_blank" rel="noreferrer">
              {finding.law.title} {finding.law.article}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The number of a run as it is spoken of: 支払 12. */
export const runName = (run: { readonly number: number | null }): string =>
  run.number === null ? t('支払') : t('支払 {number}', { number: run.number })

/** 受付番号 with the number that the vendor gave it. */
export const invoiceName = (invoice: { readonly number: number | null; readonly vendorNumber: string }): string =>
  [invoice.number === null ? '' : t('受付{number}', { number: invoice.number }), invoice.vendorNumber]
    .filter((part) => part !== '')
    .join('　') || t('請求書')
