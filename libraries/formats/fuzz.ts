import { readAmount } from './amounts-and-dates/amounts.ts'
import { readDate } from './amounts-and-dates/dates.ts'
import { readMinutes } from './amounts-and-dates/minutes.ts'
import { readAttendance } from './attendance-records/read-attendance.ts'
import { toBankKana } from './bank-kana/to-bank-kana.ts'
import { readBankStatement } from './bank-statements/read-bank-statement.ts'
import { readIcs } from './ics/read-ics.ts'
import { writeIcs } from './ics/write-ics.ts'
import { journalLayouts } from './journals/layouts.ts'
import { readJournals } from './journals/read-journals.ts'
import { journalSamples } from './journals/sample-files.ts'
import { readPayrollResults } from './payroll-results/read-payroll-results.ts'
import { checkPintInvoice } from './pint/check-pint-invoice.ts'
import { PintDocumentError } from './pint/pint-document-error.ts'
import { readPintInvoice } from './pint/read-pint-invoice.ts'
import { mixedRatesSample } from './pint/sample-invoices.ts'
import { writePintInvoice } from './pint/write-pint-invoice.ts'
import { readTable } from './tables/read-table.ts'
import { UnreadableFileError } from './tables/table.ts'
import { sheetReader } from './tables/xlsx/read-sheet.ts'
import { workbookOf } from './tables/xlsx/workbook-fixture.ts'
import { xmlScanner } from './tables/xlsx/xml-scanner.ts'
import { decodeText } from './text/decode-text.ts'
import { encodeCp932, UnwritableTextError } from './text/encode-cp932.ts'
import { readZengin } from './zengin/read-zengin.ts'
import { samples as zenginSamples } from './zengin/sample-files.ts'
import { writeZengin } from './zengin/write-zengin.ts'
import { readZip } from './zip/read-zip.ts'
import { writeZip } from './zip/write-zip.ts'

/** A reader under fuzz: it may refuse in its own way, but neither throw anything else nor hang. `seeds` are good files to be spoiled. */
export type FuzzTarget = { name: string; read: (bytes: Uint8Array) => unknown; seeds: readonly Uint8Array[] }

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)

const orRefused = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (error) {
    const refusals = [PintDocumentError, UnwritableTextError, UnreadableFileError]
    if (refusals.some((refusal) => error instanceof refusal)) return error
    throw error
  }
}

const statement =
  '取引日,入出金(円),残高(円),入出金先内容\r\n20261120,1000,11000,カ)テスト\r\n20261121,-500,10500,手数料\r\n'
const payroll =
  '従業員番号,氏名,基本給,総支給額,所得税,控除合計,差引支給額\r\n001,山田,"250,000",250000,6750,6750,243250\r\n'
const attendance = '従業員コード,名前,日付,出勤打刻,退勤打刻,残業時間\r\n001,山田,2026/11/20,9:00,25:30,7.50\r\n'
const markup =
  '<cols/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>001</t></is></c></row><row r="2"><c r="A2" s="1"><f>1+1</f><v>46346</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>'
const workbook = workbookOf({
  sheets: { 表: markup },
  sharedStrings: '<si><t>給与</t><rPh><t>キュウヨ</t></rPh></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
})

/** The sheet of a workbook without its archive, whose checks would hide most spoiled markup from the reader. */
const sheetIn = (text: string): unknown => {
  const reader = sheetReader('表', { sharedTexts: ['給与'], kinds: ['number', 'date'], is1904: false }, 1_000)
  xmlScanner(reader.handlers)(text)
  return reader.finish()
}
const calendar = writeIcs(
  [
    { id: '1', title: '年末調整; 締切', description: '書類\n部門', startsOn: '2026-11-20', endsOn: '2026-11-30' },
    {
      ...{ id: '2', title: '会議', startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T02:00:00Z' },
      alarmMinutesBefore: 15,
    },
  ],
  { name: '総務', madeAt: '2026-11-20T00:00:00Z' },
)
const invoice = writePintInvoice(mixedRatesSample)
const layouts = Object.values(journalLayouts)
const zengin = zenginSamples.map((sample) => writeZengin(sample))

/** Every reader of this library but readPdf, which is asynchronous and is fuzzed in its own test. */
export const fuzzTargets: readonly FuzzTarget[] = [
  { name: 'decodeText', read: decodeText, seeds: [encodeCp932('業務棚卸表、髙橋㈱ｶﾌﾞ').bytes, utf8('業務棚卸表')] },
  {
    name: 'readTable',
    read: (bytes) => readTable(bytes),
    seeds: [utf8(statement), encodeCp932(payroll).bytes, workbook],
  },
  {
    name: 'readTable, markup of a sheet',
    read: (bytes) => orRefused(() => sheetIn(textOf(bytes))),
    seeds: [utf8(markup)],
  },
  {
    name: 'readJournals',
    read: (bytes) => readJournals(bytes, { from: layouts[bytes.length % layouts.length] ?? 'yayoi' }),
    seeds: Object.values(journalSamples),
  },
  { name: 'readPayrollResults', read: (bytes) => readPayrollResults(bytes), seeds: [utf8(payroll)] },
  { name: 'readAttendance', read: (bytes) => readAttendance(bytes), seeds: [utf8(attendance)] },
  { name: 'readBankStatement', read: (bytes) => readBankStatement(bytes), seeds: [utf8(statement), ...zengin] },
  { name: 'readZengin', read: (bytes) => readZengin(bytes), seeds: zengin },
  { name: 'readPintInvoice', read: (bytes) => orRefused(() => readPintInvoice(bytes)), seeds: [utf8String(invoice)] },
  { name: 'checkPintInvoice', read: (bytes) => checkPintInvoice(bytes), seeds: [utf8String(invoice)] },
  { name: 'readIcs', read: (bytes) => readIcs(bytes), seeds: [calendar] },
  {
    name: 'readZip',
    read: (bytes) => readZip(bytes),
    seeds: [writeZip([{ name: '請求書/11月.csv', bytes: utf8(statement) }])],
  },
  {
    name: 'readAmount, readDate, readMinutes, toBankKana',
    read: (bytes) => {
      const text = textOf(bytes)
      orRefused(() => toBankKana(text))
      return [readAmount(text), readDate(text, { near: '2026-11-20' }), readMinutes(text)]
    },
    seeds: ['▲1,234円', '1億2,000万*3-(5+6)/7', 'R8.11.20', '1時間30分', '株式会社ジョイフル・シャッター'].map(utf8),
  },
]

function utf8String(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? utf8(text) : text
}

/** Numbers from 0 below `below`, the same for the same seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const tokens = [
  '"',
  ',',
  '\r',
  '\n',
  '\t',
  ';',
  '\0',
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '<!DOCTYPE a [',
  '0',
  '9',
  '-',
  '\u3000',
  '＝',
]
const tokenBytes = tokens.map(utf8)

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Spoils bytes: overwrites, cuts, doubles, or puts in what has a meaning to readers. */
export function spoiled(bytes: Uint8Array, roll: (below: number) => number): Uint8Array {
  let result: Uint8Array = bytes.slice()
  for (let change = 0; change <= roll(8); change += 1) {
    const at = roll(result.length + 1)
    const [head, tail] = [result.subarray(0, at), result.subarray(at)]
    const way = roll(5)
    if (way === 0 && result.length > 0) result[Math.min(at, result.length - 1)] = roll(256)
    else if (way === 1) result = joined(head, tail.subarray(roll(Math.min(tail.length, 40) + 1)))
    else if (way === 2) result = joined(head, tail.subarray(0, roll(Math.min(tail.length, 200) + 1)), tail)
    else if (way === 3) result = joined(head, tokenBytes[roll(tokenBytes.length)] ?? head, tail)
    else
      result = joined(
        head,
        Uint8Array.from({ length: roll(12) }, () => roll(256)),
        tail,
      )
  }
  return result
}

/** One case of a target: random bytes, or one of its seeds spoiled. The same for the same seed. */
export function fuzzCase(target: FuzzTarget, seed: number): Uint8Array {
  const roll = dice(seed)
  const random = Uint8Array.from({ length: roll(300) }, () => roll(256))
  const chosen = roll(6) === 0 ? random : target.seeds[roll(target.seeds.length)]
  return spoiled(chosen ?? random, roll)
}

/** What a reader did wrong with a case. `bytes` is written in hexadecimal. */
export type FuzzFailure = { target: string; seed: number; reason: string; bytes: string }

const millisecondsPerMegabyte = 1000
const leastMilliseconds = 1000

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Runs one case; undefined when the reader answered in time (1 s per MB, at least 1 s). `now` counts milliseconds. */
export function runFuzzCase(target: FuzzTarget, seed: number, now: () => number): FuzzFailure | undefined {
  const bytes = fuzzCase(target, seed)
  const failure = (reason: string): FuzzFailure => ({ target: target.name, seed, reason, bytes: hex(bytes) })
  const start = now()
  try {
    target.read(bytes)
  } catch (error) {
    return failure(error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error))
  }
  const took = now() - start
  const most = Math.max(leastMilliseconds, (bytes.length / 1_000_000) * millisecondsPerMegabyte)
  return took > most ? failure(`took ${took.toFixed(0)} ms for ${bytes.length} bytes`) : undefined
}

/**
 * Fuzzes every reader in turn for a number of seconds from a seed; `tell` gets a line for each failure, with what repeats it
 * (`runFuzzCase(target, seed, now)`). Answers how many cases ran and what failed; stops at 20 failures.
 */
export function fuzz(
  options: { seconds: number; seed: number },
  tell: (line: string) => void,
): { cases: number; failures: FuzzFailure[] } {
  const now = (): number => performance.now()
  const failures: FuzzFailure[] = []
  const end = now() + options.seconds * 1000
  let cases = 0
  while (now() < end && failures.length < 20) {
    for (const target of fuzzTargets) {
      const seed = (options.seed + cases) >>> 0
      const failure = runFuzzCase(target, seed, now)
      cases += 1
      if (failure === undefined) continue
      failures.push(failure)
      tell(`${failure.target}: seed ${failure.seed}: ${failure.reason}\n  bytes ${failure.bytes}`)
    }
  }
  tell(`${cases} cases, ${failures.length} failures, seed ${options.seed}`)
  return { cases, failures }
}

if (process.argv[1]?.endsWith('/formats/fuzz.ts')) {
  const [, , seconds = '60', seed = '1'] = process.argv
  const { failures } = fuzz({ seconds: Number(seconds), seed: Number(seed) }, (line) =>
    process.stdout.write(`${line}\n`),
  )
  process.exitCode = failures.length === 0 ? 0 : 1
}
