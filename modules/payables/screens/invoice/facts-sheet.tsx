import { dateInTable, Facts, Link, Sheet, Status, t } from '@ennoshita/ui'
import { yenInTable } from '../amounts.ts'
import type { InvoiceDetails } from './entry-draft.ts'
import { writeUnits } from './foreign-units.ts'
import { monthWord } from './invoice-words.tsx'

const dayWord = (day: string | null) => (day === null ? t('未入力') : dateInTable(day))
const yenWord = (amount: number | null) =>
  amount === null ? t('未入力') : t('{amount}円', { amount: yenInTable(amount) })

function serviceWord({ serviceFrom, serviceUntil }: InvoiceDetails): string {
  if (serviceFrom === null || serviceUntil === null || serviceFrom === serviceUntil) return dayWord(serviceFrom)
  return t('{from} から {until}', { from: dateInTable(serviceFrom), until: dateInTable(serviceUntil) })
}

/** From whom, how much, and the five dates. */
export function FactsSheet({ invoice }: { readonly invoice: InvoiceDetails }) {
  const { foreign, accepted, replacedBy, replaces } = invoice
  const withheld = invoice.withheld?.amount ?? 0
  return (
    <Sheet title={invoice.kind === 'ordinary' ? t('請求の内容') : t('返還（赤伝）の内容')}>
      <Facts
        facts={[
          [
            t('取引先'),
            invoice.vendorId === null ? (
              t('未入力')
            ) : (
              <Link key="v" to={`/vendors/${invoice.vendorId}`}>
                {invoice.vendorName}
              </Link>
            ),
          ],
          [t('請求金額（税込）'), <b key="t">{yenWord(invoice.total)}</b>],
          ...(withheld === 0
            ? []
            : ([
                [t('源泉徴収税額'), yenWord(withheld)],
                [t('差引支払額'), <b key="p">{yenWord(invoice.payable)}</b>],
              ] as const)),
          ...(foreign === null ? [] : ([[t('外貨'), foreignWord(foreign)]] as const)),
          [t('支払期日'), dayWord(invoice.dueOn)],
          [t('役務提供日・期間'), serviceWord(invoice)],
          [t('請求日'), dayWord(invoice.invoicedOn)],
          [t('受領日'), dayWord(invoice.receivedOn)],
          [t('計上月'), monthWord(invoice.bookingMonth)],
          [t('請求書番号'), invoice.vendorNumber === '' ? t('なし') : invoice.vendorNumber],
          [t('発注部署'), invoice.departmentName ?? t('未入力')],
          [t('検収'), accepted === null ? t('まだ') : `${dateInTable(accepted.on)} ${accepted.byName}`],
          ...(invoice.payOn === null ? [] : ([[t('支払日'), <PayDay key="d" invoice={invoice} />]] as const)),
          ...(invoice.note === '' ? [] : ([[t('メモ'), invoice.note]] as const)),
          ...(invoice.lateReason === '' ? [] : ([[t('あとの月に計上する理由'), invoice.lateReason]] as const)),
          ...(invoice.duplicateReason === '' ? [] : ([[t('重複ではない理由'), invoice.duplicateReason]] as const)),
          ...(invoice.cancelReason === '' ? [] : ([[t('取り消した理由'), invoice.cancelReason]] as const)),
          ...(replacedBy === null ? [] : ([[t('訂正後'), <OtherInvoice key="a" other={replacedBy} />]] as const)),
          ...(replaces === null ? [] : ([[t('訂正前'), <OtherInvoice key="b" other={replaces} />]] as const)),
        ]}
      />
    </Sheet>
  )
}

function foreignWord({
  currency,
  amountMinor,
  rateMillionths,
  rateOn,
  rateSource,
}: NonNullable<InvoiceDetails['foreign']>) {
  return t('{currency} {amount}（1{currency}＝{rate}円、{date}、{source}）', {
    currency,
    amount: writeUnits(amountMinor, 2),
    rate: writeUnits(rateMillionths, 6),
    date: dateInTable(rateOn),
    source: rateSource,
  })
}

function PayDay({ invoice }: { readonly invoice: InvoiceDetails }) {
  const { payOn, paymentRunId } = invoice
  return (
    <>
      {dayWord(payOn)} {paymentRunId === null ? null : <Link to={`/payments/${paymentRunId}`}>{t('支払を開く')}</Link>}{' '}
      {invoice.payment === 'paid' ? (
        <Status colour="green">{t('支払済み')}</Status>
      ) : (
        <Status colour="blue">{t('準備中')}</Status>
      )}
    </>
  )
}

function OtherInvoice({ other }: { readonly other: { readonly invoiceId: string; readonly number: number | null } }) {
  return (
    <Link to={`/invoices/${other.invoiceId}`}>
      {other.number === null ? t('請求書') : t('請求書 No.{number}', { number: other.number })}
    </Link>
  )
}
