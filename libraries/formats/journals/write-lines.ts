import { imbalanceOf, type Journal, type JournalLine, type TaxMethod, type unmappedList } from './journal.ts'
import type { JournalMapping } from './layouts.ts'
import type { TaxClass } from './tax-class.ts'
import { readTaxText, type TaxReading, type TaxWriting, writeTaxText } from './tax-text.ts'

export type LineWriter = {
  mapping: JournalMapping
  unmapped: ReturnType<typeof unmappedList>
  /** What 弥生 is told of lines that do not say it. */
  taxMethod: TaxMethod
  readings: Map<string, TaxReading | undefined>
  writings: WeakMap<TaxClass, Map<TaxMethod, TaxWriting | undefined>>
}

const mostReadings = 2_000
const words = { debit: '借方', credit: '貸方' } as const

/** Whose tax comes on top of its amount, so that the journal balances; undefined where nothing makes it balance. */
export function taxOnTop(lines: readonly JournalLine[]): 'none' | 'outer' | 'all' | undefined {
  const hasOuter = lines.some(({ taxMethod }) => taxMethod === 'outer')
  const order = hasOuter ? (['outer', 'none', 'all'] as const) : (['none', 'all'] as const)
  return order.find((tax) => imbalanceOf(lines, tax) === 0)
}

/** The amounts of a line in the layout written: with its tax where the layout knows no 外税. */
export function amountsOf(
  writer: LineWriter,
  journal: Journal,
  line: JournalLine,
  onTop: 'none' | 'outer' | 'all',
  place: number,
): { amount: number; taxAmount: number | undefined } {
  const { mapping, unmapped } = writer
  const { amount, taxAmount, taxMethod } = line
  const isOnTop = onTop === 'all' || (onTop === 'outer' && taxMethod === 'outer')
  const isSame = journal.origin !== undefined && journal.origin === mapping.id
  const knowsMethods = mapping.taxVocabulary === 'yayoi'
  if (!isSame && !isOnTop && !knowsMethods && (taxMethod === 'outer' || taxMethod === 'separate')) {
    const [word, ja] = taxMethod === 'outer' ? ['外税', '外税'] : ['別記', '税額を別の行にした税抜']
    unmapped.add(
      `${words[line.side]}金額`,
      word,
      place,
      `${ja}の金額のまま書きました。取り込み先で消費税が二重に計算されないか、入力方式を確かめてください。`,
      'The amount is without tax, and the layout cannot say so. Check that tax is not computed twice where it is imported.',
    )
  }
  if (isSame || !isOnTop || (knowsMethods && onTop === 'outer')) return { amount, taxAmount }
  unmapped.add(
    `${words[line.side]}金額`,
    '外税',
    place,
    '税抜の金額に消費税額を加え、税込の金額で書きました。取り込み先の消費税の入力方式を確かめてください。',
    'The tax was added to the amount, since the layout knows no tax on top. Check the tax entry method where it is imported.',
  )
  return { amount: amount + (taxAmount ?? 0), taxAmount }
}

const isSameClass = (one: TaxClass, other: TaxClass): boolean =>
  one === other ||
  (one.side === other.side &&
    one.nature === other.nature &&
    one.rateClass === other.rateClass &&
    one.use === other.use &&
    one.invoice === other.invoice &&
    one.isReturn === other.isReturn &&
    one.badDebt === other.badDebt &&
    one.businessType === other.businessType &&
    one.deductiblePercent === other.deductiblePercent)

const readingOf = ({ mapping, readings }: LineWriter, { taxText, invoiceText }: JournalLine, date: string) => {
  const key = `${taxText}\n${invoiceText}\n${date}`
  if (readings.has(key)) return readings.get(key)
  const reading = mapping.taxVocabulary && readTaxText(mapping.taxVocabulary, taxText, date, invoiceText)
  if (readings.size < mostReadings) readings.set(key, reading)
  return reading
}

/** Written back as read, unless the class was changed since. */
const isAsRead = (writer: LineWriter, { origin, date }: Journal, line: JournalLine): boolean => {
  if (origin === undefined || origin !== writer.mapping.id || line.taxText === '') return false
  if (line.taxClass === undefined) return true
  const reading = readingOf(writer, line, date)
  return reading !== undefined && isSameClass(reading.taxClass, line.taxClass) && reading.taxMethod === line.taxMethod
}

const shownClass = ({ side, nature, rateClass, use, invoice }: TaxClass): string =>
  [side, nature, rateClass, use, invoice].filter((part) => part !== 'none' && part !== 'unstated').join(' ')

const writingOf = (writer: LineWriter, taxClass: TaxClass, method: TaxMethod) => {
  const { taxVocabulary } = writer.mapping
  if (taxVocabulary === undefined) return undefined
  const known = writer.writings.get(taxClass) ?? new Map<TaxMethod, TaxWriting | undefined>()
  if (known.has(method)) return known.get(method)
  const writing = writeTaxText(taxVocabulary, taxClass, method)
  writer.writings.set(taxClass, known.set(method, writing))
  return writing
}

const reportWriting = (writer: LineWriter, field: string, text: string, writing: TaxWriting, place: number): void => {
  if (writing.certainty === 'M') {
    writer.unmapped.add(
      field,
      text,
      place,
      `「${writing.text}${writing.invoiceText && `／${writing.invoiceText}`}」は未確認の名前です。取り込み先の税区分一覧で確かめてください。`,
      `"${writing.text}" is a name from memory. Check it against the list of tax classes where it is imported.`,
    )
  }
  for (const lost of writing.lost) {
    const [ja, en] =
      lost === 'use' ? ['課税売上との対応（共通・非課税）', 'its use'] : ['インボイスの区分', 'why it is deductible']
    writer.unmapped.add(
      field,
      text,
      place,
      `${ja}は「${writing.text}」では表せません。`,
      `"${writing.text}" cannot say ${en}.`,
    )
  }
}

/** The tax texts of a line in the layout written. What has no counterpart keeps its text and is reported. */
export function taxTextsOf(
  writer: LineWriter,
  journal: Journal,
  line: JournalLine,
  place: number,
): { text: string; invoiceText: string } {
  const { taxClass, taxText, invoiceText = '' } = line
  const field = `${words[line.side]}税区分`
  if (isAsRead(writer, journal, line)) return { text: taxText, invoiceText }
  const writing = taxClass && writingOf(writer, taxClass, line.taxMethod ?? writer.taxMethod)
  if (writing !== undefined) {
    reportWriting(writer, field, taxText || (taxClass ? shownClass(taxClass) : ''), writing, place)
    return { text: writing.text, invoiceText: writing.invoiceText }
  }
  const shown = taxText || (taxClass ? shownClass(taxClass) : '')
  if (shown !== '') {
    writer.unmapped.add(
      field,
      shown,
      place,
      `税区分「${shown.slice(0, 40)}」に当たる名前が${writer.mapping.name ?? 'この形式'}にありません。元の文字のまま書きました。取り込むときに選び直してください。`,
      `The tax class "${shown.slice(0, 40)}" has no counterpart; its text was written as it was. Choose the class where it is imported.`,
    )
  } else if (journal.origin !== writer.mapping.id && writer.mapping.columns[line.side].taxClass !== undefined) {
    const [ja, en] = [
      '税区分がありません。取り込み先で勘定科目の税区分になるか確かめてください。',
      'There is no tax class.',
    ]
    writer.unmapped.add(field, '', place, ja, en)
  }
  return { text: taxText, invoiceText }
}
