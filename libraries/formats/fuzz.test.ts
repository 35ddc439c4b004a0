import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBankStatement } from './bank-statements/read-bank-statement.ts'
import { fuzz, fuzzCase, fuzzTargets, runFuzzCase } from './fuzz.ts'
import { readJournals } from './journals/read-journals.ts'
import { moneyforwardText } from './journals/sample-files.ts'
import { readPayrollResults } from './payroll-results/read-payroll-results.ts'
import { readPintInvoice } from './pint/read-pint-invoice.ts'
import { summarySample } from './pint/sample-invoices.ts'
import { writePintInvoice } from './pint/write-pint-invoice.ts'
import { readTable } from './tables/read-table.ts'
import { readZengin } from './zengin/read-zengin.ts'
import { transferSample } from './zengin/sample-files.ts'
import { writeZengin } from './zengin/write-zengin.ts'

/** Processor time, so that a busy machine is not taken for a hang. */
const now = () => process.cpuUsage().user / 1000

describe('every reader survives spoiled and random bytes', () => {
  test.each(fuzzTargets.map((target) => [target.name, target] as const))(
    '%s: 10,000 cases',
    (_name, target) => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          expect(runFuzzCase(target, seed, now)).toBeUndefined()
        }),
        { numRuns: 10_000 },
      )
    },
    120_000,
  )
  test('a good file is read, so that the cases begin at something', () => {
    for (const { read, seeds } of fuzzTargets) for (const seed of seeds) expect(read(seed)).toBeDefined()
  })
})

describe('the fuzzer itself', () => {
  test('makes the same case of the same seed, and others of others', () => {
    const [target] = fuzzTargets
    const cases = target === undefined ? [] : [1, 1, 2, 3].map((seed) => fuzzCase(target, seed).join())
    expect(cases[0]).toBe(cases[1])
    expect(new Set(cases).size).toBe(3)
  })
  test('tells a crash and a hang with what repeats them', () => {
    const crash = { name: 'crash', seeds: [], read: () => JSON.parse('{') }
    expect(runFuzzCase(crash, 7, now)).toMatchObject({
      target: 'crash',
      seed: 7,
      reason: expect.stringContaining('SyntaxError'),
    })
    let clock = 0
    const tick = () => {
      clock += 2000
      return clock
    }
    expect(runFuzzCase({ name: 'hang', seeds: [], read: () => 0 }, 7, tick)?.reason).toContain('took 2000 ms')
  })
  test('runs for the time it is given and sums up', () => {
    const lines: string[] = []
    const { cases, failures } = fuzz({ seconds: 0.2, seed: 5 }, (line) => void lines.push(line))
    expect(failures).toEqual([])
    expect(lines).toEqual([`${cases} cases, 0 failures, seed 5`])
  })
})

describe('memory', () => {
  setFlagsFromString('--expose_gc')
  const gc: () => void = runInNewContext('gc')
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
  const many = (count: number, line: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => line(at)).join('\r\n')
  const rows = moneyforwardText.split('\r\n').slice(1, -1)
  const header = moneyforwardText.slice(0, moneyforwardText.indexOf('\n') + 1)
  const journals = utf8(header + many(4_000, (at) => rows.map((row) => `${at * 2}${row}`).join('\r\n')))
  const statement = utf8(
    `取引日,入出金(円),残高(円),入出金先内容\r\n${many(30_000, (at) => `20261120,1000,${1000 * (at + 1)},振込 カ)ヤマダ${at}`)}`,
  )
  const payroll = utf8(
    `従業員番号,氏名,基本給,総支給額,控除合計,差引支給額\r\n${many(30_000, (at) => `${at},山田 太郎,250000,250000,0,250000`)}`,
  )
  const [transfer] = transferSample.records
  const transfers = writeZengin({ ...transferSample, records: new Array(10_000).fill(transfer) })
  const invoice = utf8(writePintInvoice(summarySample(1_500)))
  test.each<[string, Uint8Array, (bytes: Uint8Array) => unknown]>([
    ['readTable', journals, readTable],
    ['readJournals', journals, (bytes) => readJournals(bytes, { from: 'moneyforward' })],
    ['readBankStatement', statement, readBankStatement],
    ['readPayrollResults', payroll, readPayrollResults],
    ['readZengin', transfers, readZengin],
    ['readPintInvoice', invoice, readPintInvoice],
  ])('%s holds at most 20 times a larger file', (_name, bytes, read) => {
    gc()
    const before = process.memoryUsage().heapUsed
    const answer = read(bytes)
    gc()
    const held = process.memoryUsage().heapUsed - before
    expect(answer).toBeDefined()
    expect(bytes.length).toBeGreaterThan(1_000_000)
    expect(held / bytes.length).toBeLessThan(20)
  })
})
