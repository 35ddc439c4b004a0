import { type FaultList, faultList, UnwritableZenginError, type ZenginFaultRule } from './fault.ts'
import type { Field, RecordToWrite, Values } from './field.ts'
import { fieldFault, written } from './field-rules.ts'
import { isZenginKind, type Layout, layouts, type ZenginKind } from './layouts.ts'
import { byteOfSign } from './split-records.ts'
import { trailerOf } from './trailers.ts'

/** One header with its records; the trailer is always computed. `isResult` writes the totals of 口座振替の結果. */
export type ZenginToWriteOf<Kind extends ZenginKind> = {
  kind: Kind
  header: RecordToWrite<(typeof layouts)[Kind]['header']>
  records: readonly RecordToWrite<(typeof layouts)[Kind]['record']>[]
  trailer?: unknown
  isResult?: boolean
}
/** A header with its records to write, of any kind. */
export type ZenginToWrite = { [Kind in ZenginKind]: ZenginToWriteOf<Kind> }[ZenginKind]

const space = 0x20

type Loose = { kind: string; header: Values; records: readonly Values[]; isResult?: boolean }
type Draft = { bytes: Uint8Array; layout: Layout; newline: string; records: number; list: FaultList }

/** 合計件数 has six digits. */
const maxRecords = 999_999

const put = (bytes: Uint8Array, start: number, text: string): void => {
  for (let at = 0; at < text.length; at += 1) bytes[start + at] = byteOfSign(text.charCodeAt(at)) ?? space
}

/** Writes one record behind the last; the bytes are spaces already. */
const add = (draft: Draft, values: Values, fields: readonly Field[]): void => {
  const { bytes, newline, list } = draft
  const lineBytes = draft.layout.bytes
  const start = draft.records * (lineBytes + newline.length)
  draft.records += 1
  for (const field of fields) {
    const text = written(values, field)
    if (typeof text === 'string') put(bytes, start + field.from - 1, text)
    else list.add(fieldFault(draft.records, text.rule, String(values[field.name] ?? ''), field))
  }
  for (let at = 0; at < newline.length; at += 1) bytes[start + lineBytes + at] = newline.charCodeAt(at)
}

const refuse = (draft: Draft, rule: ZenginFaultRule, field: string, message: string, messageEn: string): void =>
  draft.list.add({ record: draft.records + 1, byte: 1, length: 1, rule, field, message, messageEn })

const refuseResult = (draft: Draft, { resultCode = '0' }: Values, layout: Layout): void => {
  const field = layout.record.find(({ name }) => name === 'resultCode')
  if (field === undefined || resultCode === '0' || resultCode === '') return
  const choices = { 0: '依頼（結果のファイルなら isResult: true）' }
  draft.list.add(fieldFault(draft.records + 1, 'choice', String(resultCode), { ...field, choices }))
}

const addFile = (draft: Draft, file: Loose, kind: ZenginKind): void => {
  const layout: Layout = layouts[kind]
  const { header, records, isResult = false } = file
  if (records.length === 0 && layout.bytes === 120) {
    refuse(draft, 'records', 'records', 'データ・レコードが一件もありません。', 'There is no record.')
  }
  add(draft, header, layout.header)
  for (const record of records) {
    if (kind === '91' && !isResult) refuseResult(draft, record, layout)
    add(draft, record, layout.record)
  }
  if (draft.list.faults.length > 0) return
  const counted = kind === '91' ? records.map((record) => ({ resultCode: '0', ...record })) : records
  add(draft, trailerOf(kind, header, counted, isResult), layout.trailer)
}

/** What is wrong with the file as a whole, before its records are looked at. */
const refuseWhole = (draft: Draft, files: readonly Loose[]): void => {
  if (files.length === 0) {
    refuse(draft, 'records', 'header', 'ヘッダー・レコードが一つもありません。', 'There is no header.')
  }
  for (const { kind, records } of files) {
    if (!isZenginKind(kind)) {
      refuse(draft, 'kind', 'kind', `種別コード「${kind}」は書けません。`, `The kind "${kind}" is not known.`)
    } else if (layouts[kind].bytes !== draft.layout.bytes) {
      const sentence = '120バイトと200バイトのレコードは一つのファイルに書けません。'
      refuse(draft, 'length', 'kind', sentence, 'Records of 120 and of 200 bytes cannot stand in one file.')
    } else if (layouts[kind].end.length !== draft.layout.end.length) {
      const sentence = `${draft.layout.title}と${layouts[kind].title}はエンド・レコードが違うため、一つのファイルに書けません。`
      refuse(draft, 'kind', 'kind', sentence, 'Kinds with different end records cannot stand in one file.')
    }
    if (records.length > maxRecords) {
      const sentence = `データ・レコードは${maxRecords}件までです（${records.length}件）。ファイルを分けてください。`
      refuse(
        draft,
        'records',
        'records',
        sentence,
        `At most ${maxRecords} records (${records.length} given). Split them.`,
      )
    }
  }
  if (draft.list.faults.length > 0) throw new UnwritableZenginError(draft.list.faults)
}

/**
 * Writes a file of 全銀協規定形式 that a bank accepts, in JIS X 0201 (コード区分 0), of one header or several. Throws one
 * UnwritableZenginError that lists every fault by record and field: amounts of 0 or too many digits, names too long or with signs
 * that banks refuse (see toBankKana), codes that are not exactly as long as their field. Dates are YYYY-MM-DD (取組日 also MM-DD).
 */
export function writeZengin(
  input: ZenginToWrite | readonly ZenginToWrite[],
  options: { newline?: 'crlf' | 'none' } = {},
): Uint8Array {
  const files = [input].flat() as readonly Loose[] // as: the codec reads each field by its name and checks it
  const newline = options.newline === 'none' ? '' : '\r\n'
  const layout: Layout = layouts[files.map(({ kind }) => kind).find(isZenginKind) ?? '21']
  const draft: Draft = { bytes: new Uint8Array(), layout, newline, records: 0, list: faultList() }
  refuseWhole(draft, files)
  const lines = files.reduce((sum, { records }) => sum + records.length + 2, 1)
  draft.bytes = new Uint8Array(lines * (layout.bytes + newline.length)).fill(space)
  for (const file of files) if (isZenginKind(file.kind)) addFile(draft, file, file.kind)
  if (draft.list.faults.length > 0) throw new UnwritableZenginError(draft.list.faults)
  add(draft, { recordCount: lines, accountCount: files.length }, layout.end)
  return draft.bytes
}
