import { readAmount, readDate } from '@ennoshita/formats'
import { registrationNumber } from '@ennoshita/statutes'
import type { RatedKind, StatedTax } from './invoice-form.ts'

/** A text on a page with its box; the origin is the upper left corner, units are PDF points. */
export type PageText = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type PageOfTexts = { readonly page: number; readonly texts: readonly PageText[] }
export type Place = {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A proposed value, where it stands, and the words from which it was read. */
export type Read<Value> = { readonly value: Value; readonly place: Place | null; readonly words: string }

export type TextProposal = {
  readonly vendorName: Read<string> | null
  readonly registrationNumber: Read<string> | null
  readonly vendorNumber: Read<string> | null
  readonly invoicedOn: Read<string> | null
  readonly dueOn: Read<string> | null
  readonly service: Read<{ from: string; until: string }> | null
  readonly total: Read<number> | null
  readonly taxes: readonly Read<StatedTax>[]
  /** 税込 or 税抜: how the bases stand to the total; null where neither adds up. */
  readonly includesTax: boolean | null
  readonly withholding: Read<number> | null
  /** Digits of an account number as printed, for the comparison with the vendor's alone. */
  readonly accountNumber: Read<string> | null
}

/** Texts that stand on one line of a page, joined; widths and forms of letters made equal. */
type Line = { readonly plain: string; readonly place: Place }

/**
 * Proposes what an invoice says from the positioned texts of its PDF. A value is taken only from a line with the word that names it;
 * what is doubtful stays null. Nothing here decides: the person compares each proposal with the words on the paper.
 */
export function proposeFromText(pages: readonly PageOfTexts[]): TextProposal {
  const lines = pages.flatMap(linesOf)
  const taxes = taxesOf(lines)
  const total =
    amountBy(lines, /(ご?請求(金|合計)?(額|金額)|合計(金額)?[(（]税込[)）]|税込(合計|金額)|お支払い?金額)/) ??
    amountBy(lines, /^合計/)
  const invoicedOn = datedBy(lines, /(請求|発行|作成)年?(月日|日)/) ?? firstDate(lines, /期限|期日|支払|振込|まで/)
  return {
    vendorName: vendorNameOf(lines),
    registrationNumber: registrationOf(lines),
    vendorNumber: numberOf(lines),
    invoicedOn,
    dueOn: datedBy(lines, /(支払|振込|納付|お支払い?|お振込み?)(期限|期日|日)|(支払|振込)予定日/),
    service: serviceOf(lines, invoicedOn?.value ?? null),
    total,
    taxes,
    includesTax: holdTax(taxes, total),
    withholding: amountBy(lines, /源泉(徴収|所得)(税|額)/),
    accountNumber: accountOf(lines),
  }
}

function linesOf({ page, texts }: PageOfTexts): Line[] {
  const rows: PageText[][] = []
  for (const text of [...texts].sort((one, other) => one.y - other.y || one.x - other.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (
      row &&
      first &&
      Math.abs(first.y + first.height / 2 - text.y - text.height / 2) < Math.max(first.height, text.height) / 2
    )
      row.push(text)
    else rows.push([text])
  }
  return rows.map((row) => {
    const sorted = row.sort((one, other) => one.x - other.x)
    const [x, y] = [Math.min(...sorted.map((each) => each.x)), Math.min(...sorted.map((each) => each.y))]
    const right = Math.max(...sorted.map((each) => each.x + each.width))
    const bottom = Math.max(...sorted.map((each) => each.y + each.height))
    const plain = sorted.map((each) => each.text.normalize('NFKC').trim()).join(' ')
    return { plain, place: { page, x, y, width: right - x, height: bottom - y } }
  })
}

const read = <Value>(value: Value, { plain, place }: Line): Read<Value> => ({
  value,
  place,
  words: plain.slice(0, 200),
})

/** Letters of a word are often set apart: 請 求 書. */
const tight = (text: string): string => text.replace(/(?<=[^\d\s]) +(?=[^\d\s])/g, '')

const datePattern =
  /(?:(?:令和|平成|[RHrh])\s*(?:\d{1,2}|元)\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)/g

function datesIn(text: string): string[] {
  return [...text.matchAll(datePattern)].flatMap(([found]) => {
    const date = readDate(found.replace(/\s/g, ''))
    return date.ok ? [date.value] : []
  })
}

function datedBy(lines: readonly Line[], word: RegExp): Read<string> | null {
  for (const line of lines) {
    const text = tight(line.plain)
    const named = word.exec(text)
    if (!named) continue
    const [date] = datesIn(text.slice(named.index))
    if (date) return read(date, line)
  }
  return null
}

function firstDate(lines: readonly Line[], unless: RegExp): Read<string> | null {
  for (const line of lines) {
    const dates = datesIn(line.plain)
    if (dates[0] && dates.length === 1 && !unless.test(tight(line.plain))) return read(dates[0], line)
  }
  return null
}

function serviceOf(lines: readonly Line[], invoicedOn: string | null): Read<{ from: string; until: string }> | null {
  for (const line of lines) {
    const text = tight(line.plain)
    const [from, until] = datesIn(text)
    if (from && until && from <= until && /[~〜～–]|から/.test(text)) return read({ from, until }, line)
  }
  for (const line of lines) {
    const month = /(?:(\d{4})年)?\s*(\d{1,2})月分/.exec(tight(line.plain))
    const year = month?.[1] ?? (invoicedOn === null ? undefined : yearOf(invoicedOn, Number(month?.[2] ?? 0)))
    if (!month || !year) continue
    const from = `${year}-${(month[2] ?? '').padStart(2, '0')}-01`
    const last = readDate(from)
    if (last.ok) return read({ from, until: lastDay(from) }, line)
  }
  return null
}

const yearOf = (invoicedOn: string, month: number): string =>
  String(Number(invoicedOn.slice(0, 4)) - (month > Number(invoicedOn.slice(5, 7)) ? 1 : 0))

function lastDay(from: string): string {
  const days = [31, 30, 29, 28].find((day) => readDate(`${from.slice(0, 8)}${day}`).ok) ?? 28
  return `${from.slice(0, 8)}${days}`
}

const amountPattern = /(?:[△▲−-]\s*)?[¥\\￥]?\s*(?:\d{1,3}(?:,\d{3})+|\d+)\s*(?:円|-)?/g

/** Amounts of a line; what is a percentage or part of a date is none. */
function amountsIn(text: string): number[] {
  const bare = text.replace(datePattern, ' ').replace(/\d+(?:\.\d+)?\s*%/g, ' ')
  return [...bare.matchAll(amountPattern)].flatMap(([found]) => {
    const amount = readAmount(found.replace(/[\s¥\\￥円]/g, '').replace(/-$/, ''))
    return amount.ok ? [amount.value] : []
  })
}

function amountBy(lines: readonly Line[], word: RegExp): Read<number> | null {
  for (const [place, line] of lines.entries()) {
    const text = tight(line.plain)
    const named = word.exec(text)
    if (!named || /番号|日|書/.test(text.slice(named.index + named[0].length, named.index + named[0].length + 2)))
      continue
    const below = lines[place + 1]
    const own = amountsIn(text.slice(named.index + named[0].length)).at(0)
    if (own !== undefined) return read(Math.abs(own), line)
    const next = below && /^[¥\\￥\d]/.test(below.plain) ? amountsIn(below.plain)[0] : undefined
    if (below && next !== undefined) return read(Math.abs(next), below)
  }
  return null
}

/** Lines such as 「10%対象 100,000 消費税 10,000」: a rate, then base and tax. */
function taxesOf(lines: readonly Line[]): Read<StatedTax>[] {
  const found = new Map<RatedKind, Read<StatedTax>>()
  for (const line of lines) {
    const text = tight(line.plain)
    const rate = /(10|8)\s*%/.exec(text)
    if (!rate || !/対象|税/.test(text)) continue
    const taxKind = rate[1] === '10' ? 'standard' : 'reduced'
    const [base, tax] = amountsIn(text.slice(rate.index))
    if (base === undefined || tax === undefined || found.has(taxKind)) continue
    found.set(taxKind, read({ taxKind, base, tax }, line))
  }
  return [...found.values()]
}

function holdTax(taxes: readonly Read<StatedTax>[], total: Read<number> | null): boolean | null {
  const sum = (of: (tax: StatedTax) => number) => taxes.reduce((all, { value }) => all + of(value), 0)
  if (taxes.length === 0 || total === null) return null
  if (sum(({ base, tax }) => base + tax) === total.value) return false
  return sum(({ base }) => base) === total.value ? true : null
}

function registrationOf(lines: readonly Line[]): Read<string> | null {
  for (const line of lines) {
    const found = /T[\s-]*(?:\d[\s-]*){13}(?!\d)/i.exec(line.plain)
    const number = found && registrationNumber.read(found[0])
    if (number?.ok) return read(number.value, line)
  }
  return null
}

function numberOf(lines: readonly Line[]): Read<string> | null {
  for (const line of lines) {
    const found =
      /(?:請求書?番号|請求No\.?|Invoice ?No\.?|管理番号|伝票番号)\s*[:：]?\s*([A-Za-z0-9][A-Za-z0-9/_-]{0,39})/i.exec(
        tight(line.plain),
      )
    if (found?.[1]) return read(found[1], line)
  }
  return null
}

const company = /(株式会社|有限会社|合同会社|合名会社|合資会社|一般社団法人|税理士法人|弁護士法人|事務所|\(株\)|\(有\))/

/** The first company that is not addressed (御中, 様). */
function vendorNameOf(lines: readonly Line[]): Read<string> | null {
  for (const line of lines) {
    const text = tight(line.plain)
    if (!company.test(text) || /御中|様|銀行|信用金庫|振込先|口座/.test(text)) continue
    return read(text.replace(/^(発行者|請求元|会社名)\s*[:：]?\s*/, '').slice(0, 100), line)
  }
  return null
}

function accountOf(lines: readonly Line[]): Read<string> | null {
  for (const line of lines) {
    const found = /(?:普通|当座|貯蓄)(?:預金|口座)?\s*(?:No\.?|口座番号)?\s*[:：]?\s*(\d{4,8})(?!\d)/.exec(
      tight(line.plain),
    )
    if (found?.[1]) return read(found[1].padStart(7, '0'), line)
  }
  return null
}
