import type { PintAmount, PintInvoice, PintParty, PintTaxCategory } from '@ennoshita/formats'
import { formatYen } from '@ennoshita/formats'
import { t } from '../words/words.ts'

/** An amount with its currency; yen that are written as text (unit prices) keep their decimals. */
export function amountOfPint(amount: PintAmount | undefined, currency: string): string {
  if (amount === undefined) return ''
  if (typeof amount === 'number') return formatYen(amount)
  return currency === 'JPY' ? `${grouped(amount)}円` : `${grouped(amount)} ${currency}`
}

const grouped = (decimal: string): string =>
  decimal.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))

/** 標準税率 10%, 軽減税率 8%, 非課税, 輸出免税, 不課税. */
export function categoryOfPint(category: PintTaxCategory | undefined): string {
  if (category === undefined) return ''
  const percent = category.percent === undefined ? '' : Number(category.percent)
  if (category.code === 'S') return t('標準税率 {percent}%', { percent })
  if (category.code === 'AA') return t('軽減税率 {percent}%', { percent })
  if (category.code === 'E') return t('非課税')
  if (category.code === 'G') return t('輸出免税')
  if (category.code === 'O') return t('不課税')
  return `${category.code} ${percent}`
}

/** Name and address, one below the other. */
export function linesOfParty({ name, tradingName, address, contact }: PintParty): readonly string[] {
  const place = [address?.prefecture, address?.city, address?.street, address?.additionalStreet, address?.addressLine]
  const lines = [
    name,
    tradingName === name ? undefined : tradingName,
    address?.postalCode === undefined ? undefined : `〒${address.postalCode}`,
    place.filter((part) => part !== undefined).join(' '),
    contact?.telephone,
  ]
  return [...new Set(lines.filter((line): line is string => line !== undefined && line !== ''))]
}

/** The accounts to which one pays. */
export function linesOfAccounts({ payments = [] }: PintInvoice): readonly string[] {
  const lines = payments.flatMap(({ account }) =>
    account === undefined
      ? []
      : [[account.branch, account.id, account.name].filter((part) => part !== undefined).join('　')],
  )
  return [...new Set(lines)]
}
