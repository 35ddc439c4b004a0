import type { TaxMethod } from './journal.ts'
import { type Certainty, otherNames, type TaxClass, type TaxKind, type TaxVocabulary, taxKinds } from './tax-class.ts'

export type TaxReading = { taxClass: TaxClass; taxMethod?: TaxMethod }

type RateClass = TaxClass['rateClass']

/** Percentages as texts state them: in full, the national part (国税), the local part (地方消費税). 消費税法29条, 地方税法72条の83. */
const rates: readonly [RateClass, full: string, national: string, local: string][] = [
  ['std', '10', '7.8', '2.2'],
  ['reduced', '8', '6.24', '1.76'],
  ['old8', '8', '6.3', '1.7'],
  ['old5', '5', '4', '1'],
  ['old3', '3', '3', ''],
]

const methods: Record<string, TaxMethod> = { 込: 'included', 内: 'inner', 外: 'outer', 別: 'separate' }
const methodSigns: Record<TaxMethod, string> = { included: '込', inner: '内', outer: '外', separate: '別' }
const businessSigns = '一二三四五六'
/** What parts of the tax of purchases from unregistered suppliers texts name (28年改正法附則52・53, as amended in 2026). */
const transitionalPercents = [80, 70, 50, 30]

const namesOf = (vocabulary: TaxVocabulary): Map<string, TaxKind> => {
  const names = new Map<string, TaxKind>()
  for (const kind of taxKinds) {
    const name = kind.names[vocabulary]?.name
    if (name !== undefined) names.set(name, kind)
  }
  for (const [other, name] of Object.entries(otherNames[vocabulary])) {
    const kind = names.get(name)
    if (kind !== undefined) names.set(other, kind)
  }
  return names
}

const kindsByName: Record<TaxVocabulary, Map<string, TaxKind>> = {
  yayoi: namesOf('yayoi'),
  moneyforward: namesOf('moneyforward'),
  freee: namesOf('freee'),
}

/** The parts of a text, whatever the vocabulary: name, method, business type, reduced or not, percentage, invoice. */
type Parts = {
  name: string
  method?: string
  business?: string
  isReduced: boolean
  percent?: string
  invoice?: string
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

const yayoiPattern = /^(.+?)(込|内|外|別)?([一二三四五六])?(軽減|軽)?(?:([\d.]+)%)?(適格|区分\d\d%|区分控不|控不)?$/
const freeePattern = /^(.+?)([一二三四五六])?(?:\(控(\d\d|不)\))?(?:([\d.]+)%)?(\(軽\))?$/
const moneyforwardPattern = /^(.+?)(\(軽\))?(?:([\d.]+)%)?([一二三四五六])?種?(適格|\d\d%控除|控除不可)?$/

const partsOf = (vocabulary: TaxVocabulary, text: string): Parts | undefined => {
  if (vocabulary === 'yayoi') {
    const match = yayoiPattern.exec(text)
    if (!match) return undefined
    const [, name = '', method, business, reduced, percent, invoice] = match
    return { name, method, business, isReduced: reduced !== undefined, percent, invoice } as Parts // as: undefined where absent
  }
  if (vocabulary === 'freee') {
    const match = freeePattern.exec(text)
    if (!match) return undefined
    const [, given = '', business, invoice, percent, reduced] = match
    const name = business === undefined ? given : given.replace(/^課売上$/, '課税売上').replace(/^課売返$/, '課税売返')
    return { name, business, invoice, percent, isReduced: reduced !== undefined } as Parts // as: undefined where absent
  }
  const match = moneyforwardPattern.exec(text)
  if (!match) return undefined
  const [, name = '', reduced, percent, business, invoice] = match
  return { name, business, invoice, percent, isReduced: reduced !== undefined } as Parts // as: undefined where absent
}

const rateClassOf = (kind: TaxKind, { percent, isReduced }: Parts): RateClass | undefined => {
  if (kind.rate === 'none') return percent === undefined || Number(percent) === 0 ? 'none' : undefined
  if (percent === undefined) return isReduced ? 'reduced' : 'unstated'
  for (const [rateClass, full, national, local] of rates) {
    const shown = kind.rate === 'local' ? [local] : kind.rate === 'national' ? [national] : [full]
    if (kind.nature === 'import_body') shown.push(national)
    if (!shown.some((one) => one !== '' && Number(one) === Number(percent))) continue
    if (isReduced && rateClass !== 'reduced') continue
    if (!isReduced && rateClass === 'reduced' && Number(percent) === 8) continue
    return rateClass
  }
  return undefined
}

const invoiceOf = (stated: string | undefined): Pick<TaxClass, 'invoice' | 'deductiblePercent'> | undefined => {
  if (stated === undefined || stated === '') return { invoice: 'unstated' }
  if (/^適格/.test(stated)) return { invoice: 'qualified' }
  if (/控不|控除不可|^不$/.test(stated)) return { invoice: 'none' }
  const percent = Number(/(\d\d)/.exec(stated)?.[1])
  return transitionalPercents.includes(percent) ? { invoice: 'transitional', deductiblePercent: percent } : undefined
}

/** freee names only the exceptions: a purchase without one is deducted in full. Before 2023-10-01 there were no invoices. */
const invoiceUnstated = (vocabulary: TaxVocabulary, kind: TaxKind, date: string): TaxClass['invoice'] =>
  vocabulary === 'freee' && kind.hasInvoice && date >= '2023-10-01' ? 'qualified' : 'unstated'

/**
 * What a tax text of a vocabulary means on a date; `invoiceText` is the column of its own that マネーフォワード has. Undefined for a text that
 * is not understood.
 */
export function readTaxText(
  vocabulary: TaxVocabulary,
  text: string,
  date: string,
  invoiceText?: string,
): TaxReading | undefined {
  const bare = plain(text)
  const whole = kindsByName[vocabulary].get(bare)
  const parts: Parts | undefined =
    whole && whole.rate === 'none' ? { name: bare, isReduced: false } : partsOf(vocabulary, bare)
  const kind = parts && kindsByName[vocabulary].get(parts.name)
  if (parts === undefined || kind === undefined) return undefined
  const rateClass = rateClassOf(kind, parts)
  const invoice = invoiceOf(parts.invoice ?? (invoiceText === undefined ? undefined : plain(invoiceText)))
  if (rateClass === undefined || invoice === undefined) return undefined
  const businessType = parts.business === undefined ? 0 : businessSigns.indexOf(parts.business) + 1
  const method = methods[parts.method ?? '']
  const { side, nature, use, isReturn, badDebt } = kind
  return {
    taxClass: {
      ...{ side, nature, rateClass, use, ...invoice, isReturn },
      ...(invoice.invoice === 'unstated' ? { invoice: invoiceUnstated(vocabulary, kind, date) } : {}),
      ...(badDebt === undefined ? {} : { badDebt }),
      ...(businessType === 0 ? {} : { businessType }),
    },
    ...(method === undefined ? {} : { taxMethod: method }),
  }
}

export type TaxWriting = {
  text: string
  invoiceText: string
  certainty: Certainty
  /** What of the class the text does not say. */
  lost: string[]
}

const percentShown = (kind: TaxKind, rateClass: RateClass, vocabulary: TaxVocabulary): string | undefined => {
  if (kind.rate === 'none') return vocabulary === 'moneyforward' && kind.nature === 'export' ? '0' : ''
  if (rateClass === 'unstated') return ''
  const row = rates.find(([one]) => one === rateClass)
  if (row === undefined) return undefined
  const isNational = kind.rate === 'national' || (vocabulary === 'yayoi' && kind.nature === 'import_body')
  return kind.rate === 'local' ? row[3] : isNational ? row[2] : row[1]
}

const kindFor = (taxClass: TaxClass, vocabulary: TaxVocabulary): { kind: TaxKind; lost: string[] } | undefined => {
  const fits = (use: TaxClass['use'] | undefined) =>
    taxKinds.find(
      (kind) =>
        kind.side === taxClass.side &&
        kind.nature === taxClass.nature &&
        kind.isReturn === taxClass.isReturn &&
        kind.badDebt === taxClass.badDebt &&
        kind.names[vocabulary] !== undefined &&
        (use === undefined || kind.use === use),
    )
  const exact = fits(taxClass.use)
  if (exact !== undefined) return { kind: exact, lost: [] }
  const near = taxClass.nature === 'import_tax_local' ? fits(undefined) : undefined
  return near && { kind: near, lost: ['use'] }
}

type Invoice = { stated: 'qualified' | 'none' | 'unstated' | number; lost: string[] }

/** Undefined for 経過措置 without its percentage: which one holds on a day is for the law to say, not for the text. */
const invoiceToState = ({ invoice, deductiblePercent = 0 }: TaxClass, kind: TaxKind): Invoice | undefined => {
  if (!kind.hasInvoice) return { stated: 'unstated', lost: invoice === 'unstated' ? [] : ['invoice'] }
  if (invoice === 'bookOnly' || invoice === 'smallAmount') return { stated: 'qualified', lost: ['invoice'] }
  if (invoice !== 'transitional') return { stated: invoice, lost: [] }
  return transitionalPercents.includes(deductiblePercent) ? { stated: deductiblePercent, lost: [] } : undefined
}

const businessSign = (taxClass: TaxClass): string =>
  taxClass.businessType === undefined ? '' : (businessSigns[taxClass.businessType - 1] ?? '')

const yayoiText = (taxClass: TaxClass, kind: TaxKind, percent: string, invoice: Invoice, method: string): string => {
  const { stated } = invoice
  const invoiceSign =
    stated === 'qualified' ? '適格' : stated === 'none' ? '区分控不' : stated === 'unstated' ? '' : `区分${stated}%`
  const isImport = kind.nature.startsWith('import') || kind.nature === 'reverse'
  const reduced = taxClass.rateClass === 'reduced' ? '軽減' : ''
  const rate = percent === '' ? '' : `${reduced}${percent}%`
  const head = `${kind.names.yayoi?.name}${kind.rate === 'none' || isImport ? '' : method}`
  return `${head}${businessSign(taxClass)}${rate}${invoiceSign}`
}

const freeeText = (taxClass: TaxClass, kind: TaxKind, percent: string, invoice: Invoice): string | undefined => {
  if (invoice.stated === 'none') return undefined
  const exception = typeof invoice.stated === 'number' ? `（控${invoice.stated}）` : ''
  const reduced = taxClass.rateClass === 'reduced' && percent !== '' ? '（軽）' : ''
  const business = businessSign(taxClass)
  const name = kind.names.freee?.name ?? ''
  const shown = business === '' ? name : name.replace('課税売', '課売') + business
  return `${shown}${exception}${percent === '' ? '' : `${percent}%`}${reduced}`
}

const moneyforwardText = (taxClass: TaxClass, kind: TaxKind, percent: string): string => {
  const reduced = taxClass.rateClass === 'reduced' ? '(軽)' : ''
  const business = businessSign(taxClass)
  return `${kind.names.moneyforward?.name}${percent === '' ? '' : ` ${reduced}${percent}%`}${business === '' ? '' : ` ${business}種`}`
}

const moneyforwardInvoice = ({ stated }: Invoice): { text: string; certainty: Certainty } => {
  if (stated === 'unstated') return { text: '', certainty: 'S' }
  if (stated === 'qualified') return { text: '適格', certainty: 'S' }
  if (stated === 'none') return { text: '控除不可', certainty: 'M' }
  return { text: `${stated}%控除`, certainty: stated >= 70 ? 'S' : 'M' }
}

/**
 * The text of a class in a vocabulary; undefined where the vocabulary has none, and for 経過措置 without `deductiblePercent`. `method` is
 * 弥生's 込・内・外・別.
 */
export function writeTaxText(vocabulary: TaxVocabulary, taxClass: TaxClass, method: TaxMethod): TaxWriting | undefined {
  const found = kindFor(taxClass, vocabulary)
  if (found === undefined) return undefined
  const { kind } = found
  const certainty = kind.names[vocabulary]?.certainty ?? 'M'
  const percent = percentShown(kind, taxClass.rateClass, vocabulary)
  if (percent === undefined || (vocabulary === 'moneyforward' && percent === '' && kind.rate !== 'none'))
    return undefined
  const invoice = invoiceToState(taxClass, kind)
  if (invoice === undefined) return undefined
  const lost = [...found.lost, ...invoice.lost]
  if (vocabulary === 'yayoi') {
    return { text: yayoiText(taxClass, kind, percent, invoice, methodSigns[method]), invoiceText: '', certainty, lost }
  }
  if (vocabulary === 'freee') {
    const text = freeeText(taxClass, kind, percent, invoice)
    return text === undefined ? undefined : { text, invoiceText: '', certainty, lost }
  }
  const { text: invoiceText, certainty: invoiceCertainty } = moneyforwardInvoice(invoice)
  const sure = certainty === 'M' || invoiceCertainty === 'M' ? 'M' : 'S'
  return { text: moneyforwardText(taxClass, kind, percent), invoiceText, certainty: sure, lost }
}
