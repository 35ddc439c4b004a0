import { type FaultList, faultList, maxZenginFaults, type ZenginFault, type ZenginFaultRule } from './fault.ts'
import type { Field, RecordRead, Values } from './field.ts'
import { fieldFault, fieldValue, ruleBroken, unreadValue } from './field-rules.ts'
import { isZenginKind, type Layout, layouts, type ZenginKind } from './layouts.ts'
import { nextRecord, recordCursor, recordText } from './split-records.ts'
import { trailerOf } from './trailers.ts'
import { dateOfMonthDay } from './zengin-dates.ts'

/** One header with its records. `trailer` is undefined where the file lacks it; `isResult` marks the results of 口座振替. */
export type ZenginFileOf<Kind extends ZenginKind> = {
  kind: Kind
  header: RecordRead<(typeof layouts)[Kind]['header']>
  records: RecordRead<(typeof layouts)[Kind]['record']>[]
  trailer: RecordRead<(typeof layouts)[Kind]['trailer']> | undefined
  isResult?: true
}
/** A header with its records, of any kind; `kind` tells which. */
export type ZenginFile = { [Kind in ZenginKind]: ZenginFileOf<Kind> }[ZenginKind]

type LooseFile = { kind: ZenginKind; header: Values; records: Values[]; trailer: Values | undefined; isResult?: true }
type Open = { file: LooseFile; layout: Layout; headerAt: number }

type Reading = {
  files: LooseFile[]
  list: FaultList
  near: string | undefined
  open: Open | undefined
  layout: Layout | undefined
  /** A header of an unknown kind was read: its records are passed over. */
  isUnknown: boolean
  isEnded: boolean
}

/** 0229 where no year near is a leap year. */
const isNoDayNear = (raw: string, { rule }: Field, near: string | undefined): boolean =>
  rule === 'monthDay' && dateOfMonthDay(raw, near) === undefined

const readFields = (reading: Reading, text: string, record: number, fields: readonly Field[]): Values => {
  const values: Values = {}
  for (const field of fields) {
    const start = field.from - 1
    const raw = text.slice(start, start + field.length)
    const broken = ruleBroken(raw, field) ?? (isNoDayNear(raw, field, reading.near) ? 'date' : undefined)
    if (broken !== undefined) reading.list.add(fieldFault(record, broken, raw, field))
    if (field.name === '') continue
    const value = broken === undefined ? fieldValue(raw, field, reading.near) : unreadValue(raw, field)
    const isMinus = field.rule === 'balance' && value !== 0 && text[Number(field.partner) - 1] === '2'
    values[field.name] = isMinus ? -Number(value) : value
  }
  return values
}

const fault = (reading: Reading, record: number, rule: ZenginFaultRule, message: string, messageEn: string): void =>
  reading.list.add({ record, byte: 1, length: 1, rule, message, messageEn })

const missingTrailer = (reading: Reading, record: number): void => {
  if (reading.open === undefined) return
  fault(
    reading,
    record,
    'order',
    `${record}件目のレコードの前に、トレーラ・レコード（8）がありません。`,
    `A trailer record (8) is missing before record ${record}.`,
  )
  reading.open = undefined
}

const refuseAfterEnd = (reading: Reading, record: number): void => {
  if (!reading.isEnded) return
  fault(
    reading,
    record,
    'order',
    `${record}件目：エンド・レコード（9）の後にレコードがあります。エンドは最後に一つだけです。`,
    `Record ${record} stands after the end record (9); there is one end, at the very end.`,
  )
}

const takeHeader = (reading: Reading, text: string, record: number): void => {
  missingTrailer(reading, record)
  refuseAfterEnd(reading, record)
  reading.isEnded = false
  const kind = text.slice(1, 3)
  reading.isUnknown = !isZenginKind(kind)
  if (!isZenginKind(kind)) {
    const known = Object.entries(layouts).map(([code, { title }]) => `${code} ${title}`)
    reading.list.add({
      ...{ record, byte: 2, length: 2, rule: 'kind', field: 'kind' },
      message: `${record}件目のレコードの種別コード「${kind}」は読めません（${known.join('、')}）。`,
      messageEn: `Record ${record}: the kind "${kind}" is not known (${Object.keys(layouts).join(', ')}).`,
    })
    return
  }
  const layout: Layout = layouts[kind]
  const file: LooseFile = {
    kind,
    header: readFields(reading, text, record, layout.header),
    records: [],
    trailer: undefined,
  }
  reading.layout = layout
  reading.open = { file, layout, headerAt: record }
  reading.files.push(file)
}

const takeRecord = (reading: Reading, text: string, record: number): void => {
  if (reading.open !== undefined) {
    reading.open.file.records.push(readFields(reading, text, record, reading.open.layout.record))
    return
  }
  if (reading.isUnknown) return
  fault(
    reading,
    record,
    'order',
    `${record}件目：データ・レコード（2）の前にヘッダー・レコード（1）がありません。`,
    `Record ${record}: a data record (2) without a header record (1) before it.`,
  )
}

const countMayBe = (file: LooseFile, name: string, found: number, expected: Values): boolean =>
  file.kind === '01' && (name === 'count' || name === 'total')
    ? found === Number(expected[name]) - Number(expected[name === 'count' ? 'cancelledCount' : 'cancelledTotal'])
    : false

/** Compares each field of the trailer with what the records say; where a record could not be read nothing can be proved. */
const proveTrailer = (reading: Reading, { file, layout }: Open, record: number): void => {
  const { trailer = {}, kind, header, records } = file
  const isResult =
    kind === '91' &&
    (records.some(({ resultCode }) => resultCode !== '0' && resultCode !== '') ||
      ['transferredCount', 'transferredTotal', 'failedCount', 'failedTotal'].some((name) => Number(trailer[name]) > 0))
  if (isResult) file.isResult = true
  const expected = trailerOf(kind, header, records, isResult)
  for (const { name, ja, from, length, rule } of layout.trailer) {
    const [found, wanted] = [Number(trailer[name]), Number(expected[name])]
    if (name === '' || Number.isNaN(found) || Number.isNaN(wanted) || found === wanted) continue
    if (countMayBe(file, name, found, expected)) continue
    const broken = rule === 'count' ? 'count' : rule === 'balance' ? 'balance' : 'total'
    const sum = broken === 'balance' ? '（取引前残高＋入金−出金）' : ''
    reading.list.add({
      ...{ record, byte: from, length, rule: broken, field: name },
      message: `${record}件目のレコードの${ja}は${found}ですが、データ・レコードから計算すると${wanted}です${sum}。`,
      messageEn: `Record ${record}: ${name} says ${found}, but the data records make ${wanted}.`,
    })
  }
}

const takeTrailer = (reading: Reading, text: string, record: number): void => {
  const { open } = reading
  if (open === undefined) {
    if (reading.isUnknown) return
    fault(
      reading,
      record,
      'order',
      `${record}件目：トレーラ・レコード（8）の前にヘッダー・レコード（1）がありません。`,
      `Record ${record}: a trailer record (8) without a header record (1) before it.`,
    )
    return
  }
  const { file, layout } = open
  if (file.records.length === 0 && layout.bytes === 120) {
    fault(reading, record, 'records', 'データ・レコードが一件もありません。', 'There is no data record.')
  }
  file.trailer = readFields(reading, text, record, layout.trailer)
  proveTrailer(reading, open, record)
  reading.open = undefined
}

const takeEnd = (reading: Reading, text: string, record: number): void => {
  missingTrailer(reading, record)
  refuseAfterEnd(reading, record)
  reading.isEnded = true
  if (reading.layout === undefined) {
    if (reading.isUnknown) return
    fault(
      reading,
      record,
      'order',
      `${record}件目：エンド・レコード（9）の前にヘッダー・レコード（1）がありません。`,
      `Record ${record}: an end record (9) without a header record (1) before it.`,
    )
    return
  }
  const { recordCount, accountCount } = readFields(reading, text, record, reading.layout.end)
  const dataCount = reading.files.reduce((sum, { records }) => sum + records.length, 0)
  const wanted: [string, string, number, number | string | undefined, readonly number[]][] = [
    ['recordCount', 'レコード総件数', 2, recordCount, [record, record - 1, dataCount]],
    ['accountCount', '口座数', 12, accountCount, [reading.files.length]],
  ]
  for (const [name, ja, byte, found, counts] of wanted) {
    if (found === undefined || Number.isNaN(found) || counts.includes(Number(found))) continue
    reading.list.add({
      ...{ record, byte, length: name === 'recordCount' ? 10 : 5, rule: 'count', field: name },
      message: `${record}件目のレコードの${ja}は${found}ですが、数えると${counts[0]}です。`,
      messageEn: `Record ${record}: ${name} says ${found}, but there are ${counts[0]}.`,
    })
  }
}

const takeOther = (reading: Reading, text: string, record: number): void =>
  fault(
    reading,
    record,
    'record-kind',
    `${record}件目のレコードのデータ区分「${text[0]}」は 1、2、8、9 のどれでもありません。`,
    `Record ${record} begins with "${text[0]}", which is none of 1, 2, 8, 9.`,
  )

const takers: Readonly<Record<string, typeof takeHeader>> = { 1: takeHeader, 2: takeRecord, 8: takeTrailer, 9: takeEnd }

/** The length of records where no known header says it. */
const usualBytes = (text: string): number => {
  const first = /[\r\n]/.exec(text)?.index
  const is200 = first === undefined ? text.length % 120 !== 0 && text.length % 200 === 0 : first === 200
  return is200 ? 200 : 120
}

/** The length of the record at the cursor: that of the kind its header names, or of the records before it. */
const bytesAt = (text: string, at: number, layout: Layout | undefined, usual: number): number => {
  if (text[at] === '1') {
    const kind = text.slice(at + 1, at + 3)
    if (isZenginKind(kind)) return layouts[kind].bytes
  }
  return layout?.bytes ?? usual
}

/**
 * Reads a file of 全銀協規定形式 (総合振込 21, 給与 11・71, 賞与 12・72, 口座振替 91 and its results, 入出金明細 03, 振込入金通知 01),
 * with or without newlines, with several headers. Never throws: every fault is listed with its record, byte and rule, totals and the
 * closing balance are proved. `near` is the day (YYYY-MM-DD) on which the file was made: dates without a year take the nearest
 * one; without it 取組日 is MM-DD and years of the era are 令和. A number that cannot be read is NaN.
 */
export function readZengin(
  bytes: Uint8Array,
  options: { near?: string } = {},
): { files: ZenginFile[]; faults: ZenginFault[] } {
  const list = faultList()
  const reading: Reading = {
    ...{ files: [], list, near: options.near, open: undefined, layout: undefined },
    ...{ isUnknown: false, isEnded: false },
  }
  const text = recordText(bytes, list)
  const cursor = recordCursor(text)
  const newlines = { reported: new Set<string>() }
  const usual = usualBytes(text)
  for (;;) {
    const record = nextRecord(cursor, bytesAt(text, cursor.at, reading.layout, usual), list, newlines)
    if (record === undefined || list.faults.length > maxZenginFaults) break
    const take = takers[record[0] ?? ''] ?? takeOther
    take(reading, record, cursor.number)
  }
  if (cursor.number > 0) {
    missingTrailer(reading, cursor.number + 1)
    if (!reading.isEnded) {
      fault(
        reading,
        cursor.number + 1,
        'order',
        'ファイルの最後にエンド・レコード（9）がありません。途中で切れていないか確かめてください。',
        'The end record (9) is missing; the file may be cut off.',
      )
    }
  }
  return { files: reading.files as ZenginFile[], faults: list.faults } // as: built field by field from the layout of its kind
}
