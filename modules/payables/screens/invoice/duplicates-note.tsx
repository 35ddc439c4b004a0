import { dateInTable, Link, TextField, t } from '@ennoshita/ui'
import type { InvoiceTwin } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { invoiceName } from './invoice-words.tsx'

function equalWord(equal: InvoiceTwin['equal']): string {
  const words = {
    'vendor-and-number': t('取引先と請求書番号'),
    'vendor-amount-and-day': t('取引先・金額・請求日'),
    file: t('ファイルの中身'),
  }
  return equal.map((each) => words[each]).join(t('、'))
}

/** Invoices that may be the same one, with what is equal; with a reason it goes on all the same. */
export function DuplicatesNote(props: {
  readonly twins: readonly InvoiceTwin[]
  /** How many there are that the reader may not see. */
  readonly hidden: number
  readonly reason: string
  readonly onReason: (reason: string) => void
}) {
  if (props.twins.length + props.hidden === 0) return null
  return (
    <div className="note note-error">
      <p className="note-what">{t('同じ請求書が、すでにあるかもしれません。')}</p>
      <ul className="plain-list">
        {props.twins.map((twin) => (
          <li key={twin.invoiceId}>
            <Link to={`/invoices/${twin.invoiceId}`}>{invoiceName(twin)}</Link>{' '}
            {twin.invoicedOn === null ? '' : dateInTable(twin.invoicedOn)}{' '}
            {twin.total === null ? '' : t('{amount}円', { amount: yenInTable(twin.total) })}（
            {t('同じもの：{what}', { what: equalWord(twin.equal) })}）
          </li>
        ))}
        {props.hidden === 0 ? null : <li>{t('閲覧できない請求書が{count}件あります。', { count: props.hidden })}</li>}
      </ul>
      <TextField
        label={t('重複ではない理由')}
        name="duplicateReason"
        value={props.reason}
        onChange={props.onReason}
        help={t('重複でないときだけ書きます。例：同じ月の二回目の作業分。記録に残ります。')}
      />
    </div>
  )
}
