import type { TaxClass } from './tax-class.ts'

/** 込 (税込経理), 内 (内税), 外 (外税: the tax comes on top of the amount), 別 (別記: the tax is a line of its own). */
export type TaxMethod = 'included' | 'inner' | 'outer' | 'separate'

/** One debit or credit (借方・貸方). Amounts are whole yen as the file writes them; NaN where a cell could not be read. */
export type JournalLine = {
  side: 'debit' | 'credit'
  account: string
  subAccount: string
  department: string
  partner: string
  /** What the tax text means; absent where it is blank or not understood. */
  taxClass?: TaxClass
  /** 税区分 as the file writes it. */
  taxText: string
  /** インボイス区分 where the file has a column of its own for it. */
  invoiceText?: string
  taxMethod?: TaxMethod
  amount: number
  taxAmount?: number
  /** 摘要. */
  description: string
  /** The row of the journal (from 0) in which the line stands; a row holds at most one debit and one credit. */
  row?: number
}

/** One journal entry (仕訳, 伝票). */
export type Journal = {
  /** YYYY-MM-DD; '' where it could not be read. */
  date: string
  number: string
  /** 決算整理仕訳: 中間決算 or 本決算. */
  closing: '' | 'interim' | 'final'
  lines: JournalLine[]
  memo: string
  tags: string[]
  /** The layout the journal was read from. */
  origin?: string
  /** What only that layout has a column for, by title, for each row (付箋, 期日, 品目, 作成者 …); written back where a column of that title exists. */
  other?: Record<string, string>[]
}

/** What kind of thing is wrong with a file of journals. */
export type JournalFaultRule =
  | 'file'
  | 'layout'
  | 'flag'
  | 'order'
  | 'date'
  | 'amount'
  | 'account'
  | 'closing'
  | 'lines'
  | 'balance'
  | 'too-many'

/** What is wrong, where (line and column counted from 1), and what to do. */
export type JournalFault = {
  rule: JournalFaultRule
  line?: number
  column?: number
  field?: string
  message: string
  messageEn: string
}

/** What has no counterpart, gathered by field and text: `places` are lines of the file read, or numbers (from 1) of the journals written. */
export type UnmappedText = {
  field: string
  text: string
  count: number
  places: number[]
  message: string
  messageEn: string
}

const mostPlaces = 20

/** Gathers what could not be mapped: one entry for each field and text, with its first places. */
export function unmappedList(): {
  add: (field: string, text: string, place: number, message: string, messageEn: string) => void
  items: UnmappedText[]
} {
  const items: UnmappedText[] = []
  const known = new Map<string, UnmappedText>()
  return {
    items,
    add: (field, text, place, message, messageEn) => {
      const key = `${field}\n${text}\n${messageEn}`
      const item = known.get(key) ?? { field, text, count: 0, places: [], message, messageEn }
      if (item.count === 0) {
        known.set(key, item)
        items.push(item)
      }
      item.count += 1
      if (item.places.length < mostPlaces) item.places.push(place)
    },
  }
}

/** Debits less credits in whole yen, with the tax of 外税 lines; `tax` says whose tax comes on top of the amount. */
export function imbalanceOf(lines: readonly JournalLine[], tax: 'none' | 'outer' | 'all'): number {
  let sum = 0
  for (const { side, amount, taxAmount = 0, taxMethod } of lines) {
    const whole = tax === 'all' || (tax === 'outer' && taxMethod === 'outer') ? amount + taxAmount : amount
    sum += side === 'debit' ? whole : -whole
  }
  return sum
}
