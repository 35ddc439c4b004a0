import type { Reading } from '@ennoshita/formats'
import type { LocalDate } from '@ennoshita/kernel'
import { amountWriting, minutesWriting } from '../fields/amount.tsx'
import { dateWriting } from '../fields/date.tsx'
import type { Option } from '../fields/match-choices.ts'
import { matchOptions } from '../fields/match-choices.ts'
import { todayInTokyo } from '../screen/days.ts'

export type CellValue = string | number | boolean | null

export type GridColumn<Row extends object> = {
  readonly key: keyof Row & string
  readonly head: string
  /** text: string · amount: whole yen · minutes: whole minutes · count: whole number · date: LocalDate · choice: an option's value · flag: boolean. */
  readonly kind: 'text' | 'amount' | 'minutes' | 'count' | 'date' | 'choice' | 'flag'
  readonly options?: readonly Option[]
  readonly width?: string
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  /** Dates without a year are the ones nearest to this day; without it, to today. */
  readonly near?: LocalDate
}

/** A cell whose text could not be read: the text stays as it was written, beside the sentence. */
export type UnreadCell = { readonly text: string; readonly sentence: { readonly ja: string; readonly en: string } }

/** The cells whose text could not be read, by `cellName`. */
export type UnreadCells = Readonly<Record<string, UnreadCell>>

export function cellName(rowId: string, key: string): string {
  return `${rowId} ${key}`
}

/** The text of a cell as it stands in the grid and goes to the clipboard. */
export function writeCell<Row extends object>(column: GridColumn<Row>, row: Row): string {
  const value: unknown = row[column.key]
  if (value === null || value === undefined) return ''
  if (column.kind === 'flag') return value === true ? '○' : ''
  if (column.kind === 'choice') return column.options?.find((option) => option.value === value)?.label ?? String(value)
  if (typeof value === 'number' && column.kind === 'amount') return amountWriting.write(value)
  if (typeof value === 'number' && column.kind === 'minutes') return minutesWriting.write(value)
  if (typeof value === 'string' && column.kind === 'date') return dateWriting(todayInTokyo()).write(value)
  return String(value)
}

/** What the text of a cell means; empty text is null (false for a flag). */
export function readCell<Row extends object>(column: GridColumn<Row>, text: string): Reading<CellValue> {
  const written = text.trim()
  if (column.kind === 'text') return { ok: true, value: written === '' ? null : text.trimEnd() }
  if (column.kind === 'flag') return readFlag(written)
  if (written === '') return { ok: true, value: null }
  if (column.kind === 'amount') return amountWriting.read(written)
  if (column.kind === 'minutes') return minutesWriting.read(written)
  if (column.kind === 'count') return readCount(written)
  if (column.kind === 'date') return dateWriting(column.near ?? todayInTokyo()).read(written)
  return readChoice(column.options ?? [], written)
}

function readFlag(written: string): Reading<boolean> {
  const word = written.normalize('NFKC').toLowerCase()
  if (['', '0', '×', 'x', 'false', 'no', '-', 'いいえ', '無', 'なし', 'なし。'].includes(word))
    return { ok: true, value: false }
  if (['1', '○', '〇', '◯', '✓', '✔', 'true', 'yes', 'o', 'はい', '有', 'あり'].includes(word))
    return { ok: true, value: true }
  return {
    ok: false,
    message: `「${written}」は ○ か空欄で入力してください。`,
    messageEn: `Write ○ or leave it empty (“${written}”).`,
  }
}

function readCount(written: string): Reading<number> {
  const reading = amountWriting.read(written)
  if (reading.ok && reading.value >= 0) return reading
  return {
    ok: false,
    message: `「${written}」は0以上の整数で入力してください。`,
    messageEn: `Write a whole number, 0 or more (“${written}”).`,
  }
}

function readChoice(options: readonly Option[], written: string): Reading<string> {
  const same = options.find((option) => [option.value, option.label, option.code].includes(written))
  const found = matchOptions(options, written, 2)
  const chosen = same ?? (found.length === 1 ? found[0] : undefined)
  if (chosen !== undefined) return { ok: true, value: chosen.value }
  return {
    ok: false,
    message:
      found.length === 0 ? `「${written}」は選択肢にありません。` : `「${written}」に当たるものが2つ以上あります。`,
    messageEn:
      found.length === 0 ? `“${written}” is not among the choices.` : `“${written}” fits more than one choice.`,
  }
}
