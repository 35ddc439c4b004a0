import { approvals } from '@ennoshita/approvals'
import type { Words } from '@ennoshita/kernel'
import type { StatusColour } from '@ennoshita/ui'
import { language, Status, t } from '@ennoshita/ui'
import type { InvoiceRowShown } from '../../contract.ts'
import { payables } from '../../contract.ts'
import type { Ground, RatedKind, TaxKind } from '../../rules/invoice/invoice-form.ts'
import { bookOnlyKinds, grounds, taxKinds, uses } from '../../rules/invoice/invoice-form.ts'

/** The queries that show what a command on an invoice changed. */
export const invoiceQueries = [
  payables.invoiceList,
  payables.invoiceDetails,
  payables.invoiceHistories,
  approvals.waitingApprovals,
  approvals.matterDetails,
]

type Shown = Pick<InvoiceRowShown, 'state' | 'payment'>

function stateOf({ state, payment }: Shown): readonly [StatusColour, string] {
  if (state === 'approved' && payment === 'paid') return ['green', t('支払済み')]
  if (state === 'approved' && payment === 'planned') return ['green', t('支払準備中')]
  const faces = {
    draft: ['grey', t('下書き')],
    submitted: ['blue', t('承認待ち')],
    returned: ['red', t('差戻し')],
    approved: ['green', t('承認済み')],
    cancelled: ['grey', t('取消')],
  } as const
  return faces[state]
}

export function stateWord(invoice: Shown): string {
  return stateOf(invoice)[1]
}

export function InvoiceState({ invoice }: { readonly invoice: Shown }) {
  const [colour, word] = stateOf(invoice)
  return <Status colour={colour}>{word}</Status>
}

/** What an invoice is called: its number at our side, and the vendor. */
export function invoiceName({ number, vendorName }: Pick<InvoiceRowShown, 'number' | 'vendorName'>): string {
  const vendor = vendorName === '' ? t('取引先は未入力') : vendorName
  return number === null ? vendor : t('No.{number} {vendor}', { number, vendor })
}

export function taxKindWord(kind: TaxKind): string {
  const words: Record<TaxKind, string> = {
    standard: t('10%'),
    reduced: t('軽減8%'),
    'old-8': t('旧8%'),
    'old-5': t('旧5%'),
    exempt: t('非課税'),
    'non-taxable': t('不課税'),
    'out-of-scope': t('対象外'),
    'reverse-charge': t('特定課税仕入れ'),
  }
  return words[kind]
}

export const taxKindOptions = () => taxKinds.map((value) => ({ value, label: taxKindWord(value) }))

export function groundWord(ground: Ground): string {
  const words: Record<Ground, string> = {
    auto: t('自動で判定'),
    qualified: t('適格請求書'),
    transitional: t('経過措置'),
    'book-only': t('帳簿のみ'),
    'small-amount': t('少額特例'),
    none: t('控除しない'),
  }
  return words[ground]
}

export const groundOptions = () => grounds.map((value) => ({ value, label: groundWord(value) }))

export const purposeOptions = () => {
  const words = { 'taxable-only': t('課税売上対応'), 'exempt-only': t('非課税売上対応'), common: t('共通対応') }
  return uses.map((value) => ({ value, label: words[value] }))
}

/** 帳簿のみの保存で控除できる仕入れ, 消費税法施行令49条. */
export const bookOnlyOptions = () => {
  const words = {
    'public-transport': t('公共交通機関（3万円未満）'),
    'collected-ticket': t('入場券等の回収'),
    'vending-machine': t('自動販売機（3万円未満）'),
    'post-box': t('郵便ポスト'),
    'business-trip': t('出張旅費・宿泊費・日当'),
    'commuting-allowance': t('通勤手当'),
    'antique-dealer': t('古物商の仕入れ'),
    pawnshop: t('質屋の取得'),
    'real-estate-dealer': t('宅建業者の取得'),
    'recycled-parts': t('再生資源・再生部品'),
  }
  return bookOnlyKinds.map((value) => ({ value, label: words[value] }))
}

/** How the share of deducted tax is told: 全額, 80%控除, 控除なし. */
export function deductionWord({ kind, percent }: { readonly kind: string; readonly percent: number }): string {
  if (kind === 'untaxed') return t('消費税なし')
  if (percent === 100) return t('全額控除')
  return percent === 0 ? t('控除なし') : t('{percent}%控除', { percent })
}

/** The label of a field as it stands in the form; for marks on the paper and for findings. */
export function fieldLabel(field: string): string {
  if (field.startsWith('tax.')) {
    const kind = taxKinds.find((each) => field === `tax.${each}`)
    return kind === undefined ? t('消費税') : t('{rate}の消費税', { rate: taxKindWord(kind) })
  }
  const line = /^lines?\.(\d+)/.exec(field)?.[1]
  if (line !== undefined) return t('明細{line}行目', { line: Number(line) + 1 })
  const labels: Record<string, string> = {
    vendorId: t('取引先'),
    registrationNumber: t('登録番号'),
    vendorNumber: t('請求書番号'),
    invoicedOn: t('請求日'),
    serviceFrom: t('役務提供日・期間'),
    serviceUntil: t('役務提供の末日'),
    receivedOn: t('受領日'),
    bookingMonth: t('計上月'),
    dueOn: t('支払期日'),
    total: t('請求金額'),
    departmentId: t('発注部署'),
    bankAccount: t('振込先'),
    withholding: t('源泉徴収税額'),
    lines: t('明細'),
    taxes: t('税率ごとの金額'),
  }
  return labels[field] ?? ''
}

/** 2026年11月, in English November 2026: a month in a table. */
export function monthWord(month: string | null): string {
  if (month === null) return ''
  const [year = '', number = ''] = month.split('-')
  return language() === 'en' ? `${number}/${year}` : `${year}年${Number(number)}月`
}

/** Yen of a sentence with both sides: the label of rates whose tax an invoice states. */
export const isRatedKind = (kind: TaxKind): kind is RatedKind =>
  ['standard', 'reduced', 'old-8', 'old-5'].includes(kind)

/** A span of minutes in its natural unit. */
export function waitWord(minutes: number): string {
  const tenths = (value: number) => (value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value))
  if (minutes < 60) return t('{count}分', { count: Math.round(minutes) })
  if (minutes < 1440) return t('{count}時間', { count: tenths(minutes / 60) })
  return t('{count}日', { count: tenths(minutes / 1440) })
}

export const saysIn = (words: Words): string => words[language()]
