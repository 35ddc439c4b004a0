import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBankKana } from '../bank-kana/to-bank-kana.ts'
import { readZengin } from './read-zengin.ts'
import { samples, transferSample } from './sample-files.ts'
import { writeZengin, type ZenginToWriteOf } from './write-zengin.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const code = (length: number) => digits(length).filter((text) => /[1-9]/.test(text))
const name = (maxLength: number, minLength = 0) =>
  fc
    .string({ unit: fc.constantFrom(...'ｱｲｶﾞﾊﾟﾝAZ09().- '), minLength, maxLength })
    .map((text) => text.trim())
    .filter((text) => text.length >= minLength)
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-06-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const transferFile: fc.Arbitrary<ZenginToWriteOf<'21'>> = fc.record({
  kind: fc.constant('21' as const),
  header: fc.record({
    ...{ clientCode: digits(10), clientName: name(40, 1), transferDate: day, bankCode: code(4), bankName: name(15) },
    ...{
      branchCode: digits(3),
      branchName: name(15),
      accountType: fc.constantFrom('1', '2', '9'),
      accountNumber: code(7),
    },
  }),
  records: fc.array(
    fc.record({
      ...{ bankCode: code(4), bankName: name(15), branchCode: digits(3), branchName: name(15) },
      clearingHouse: fc.oneof(digits(4), fc.constant('')),
      ...{ accountType: fc.constantFrom('1', '2', '4', '9'), accountNumber: code(7), accountName: name(30, 1) },
      amount: fc.integer({ min: 1, max: 9_999_999_999 }),
      newCode: fc.constantFrom('0', '1', '2', ''),
      customerCode1: fc
        .string({ unit: fc.constantFrom(...'ｱｦ09AZ,/¥｢｣ '), maxLength: 10 })
        .map((text) => text.trimEnd()),
      customerCode2: name(10),
      transferType: fc.constantFrom('7', '8', ''),
      ediMark: fc.constantFrom('Y', ''),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})

const newline = fc.constantFrom('crlf' as const, 'none' as const)

describe('what is written is read back', () => {
  test.each(samples.map((file) => [file.kind, file] as const))('%s: every field', (_kind, file) => {
    const { files, faults } = readZengin(writeZengin(file), { near: '2026-12-28' })
    expect(faults).toEqual([])
    expect(files).toMatchObject([file])
  })
  test('any transfers, with and without newlines', () => {
    fc.assert(
      fc.property(fc.array(transferFile, { minLength: 1, maxLength: 3 }), newline, (input, newline) => {
        for (const file of input) {
          const near = file.header.transferDate
          const { files, faults } = readZengin(writeZengin(file, { newline }), { near })
          expect(faults).toEqual([])
          expect(files).toMatchObject([file])
        }
        const { files, faults } = readZengin(writeZengin(input, { newline }))
        expect(faults).toEqual([])
        expect(files.map(({ records }) => records)).toEqual(input.map(({ records }) => records))
      }),
    )
  })
  test('whatever toBankKana gives can be written as a name', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'株式会社ヤマダガッャー・ヲ ㈱（）ａZ9', '株式会社', '営業所'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, (given) => {
        let accountName = ''
        try {
          accountName = toBankKana(given, { max: 30 }).text
        } catch {
          return
        }
        const [record] = transferSample.records
        if (record === undefined || accountName === '') return
        const bytes = writeZengin({ ...transferSample, records: [{ ...record, accountName }] })
        expect(readZengin(bytes).files).toMatchObject([{ records: [{ accountName }] }])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('any bytes are answered', () => {
  const originals = samples.flatMap((file) => [writeZengin(file), writeZengin(file, { newline: 'none' })])
  test('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(readZengin(bytes).faults.length).toBeGreaterThan(0)
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)
  test('mutated files', () => {
    const edit = fc.record({ at: fc.nat(1_200), byte: fc.integer({ min: 0, max: 255 }), kind: fc.nat(2) })
    fc.assert(
      fc.property(fc.constantFrom(...originals), fc.array(edit, { minLength: 1, maxLength: 4 }), (original, edits) => {
        const bytes = [...original]
        for (const { at, byte, kind } of edits) {
          if (kind === 0) bytes.splice(at % bytes.length, 1)
          else if (kind === 1) bytes.splice(at % bytes.length, 0, byte)
          else bytes[at % bytes.length] = byte
        }
        const { files, faults } = readZengin(Uint8Array.from(bytes), { near: '2026-12-28' })
        for (const { record, byte, message } of faults) {
          expect(record >= 1 && byte >= 1 && message !== '').toBe(true)
        }
        if (faults.length === 0 && files.length > 0) expect(() => writeZengin(files)).not.toThrow()
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)
})
