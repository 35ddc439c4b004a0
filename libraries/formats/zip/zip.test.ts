import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { encodeCp932 } from '../text/encode-cp932.ts'
import { readZip } from './read-zip.ts'
import { UnwritableZipError, writeZip } from './write-zip.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** An archive as Windows' Explorer wrote it: the name in CP932 and no flag. The placeholder has as many bytes as the name. */
const windowsArchive = (name: string, content: Uint8Array): Uint8Array => {
  const nameBytes = encodeCp932(name).bytes
  const placeholder = 'x'.repeat(nameBytes.length)
  const bytes = zipSync({ [placeholder]: content }, { mtime: new Date(2026, 10, 20) })
  const text = latin(bytes)
  for (let at = text.indexOf(placeholder); at !== -1; at = text.indexOf(placeholder, at + 1)) bytes.set(nameBytes, at)
  return bytes
}

describe('ZIP with Japanese names', () => {
  test('what is written is read back, with UTF-8 and its flag', () => {
    const files = [
      { name: '請求書/2026年11月_㈱髙橋.pdf', bytes: utf8('%PDF') },
      { name: '全銀ﾌｧｲﾙ.txt', bytes: utf8('1'.repeat(10_000)) },
      { name: '空.csv', bytes: new Uint8Array() },
    ]
    const bytes = writeZip(files)
    expect(readZip(bytes)).toEqual({ files, faults: [] })
    expect((bytes[7] ?? 0) & 0x08).toBe(0x08) // bit 11 of the general purpose flag of the first file
    expect(writeZip(files)).toEqual(bytes)
  })
  test('names that Windows wrote in CP932', () => {
    expect(readZip(windowsArchive('給与明細/山田太郎.csv', utf8('a'))).files).toEqual([
      { name: '給与明細/山田太郎.csv', bytes: utf8('a') },
    ])
    expect(readZip(windowsArchive('表示能力ソ.txt', utf8('a'))).files[0]?.name).toBe('表示能力ソ.txt')
  })
  test('names that macOS decomposed are composed', () => {
    const bytes = writeZip([{ name: 'ガス代.txt'.normalize('NFD'), bytes: utf8('a') }])
    expect(readZip(bytes).files[0]?.name).toBe('ガス代.txt')
  })
  test('the date that the archive shows', () => {
    const bytes = writeZip([{ name: 'a', bytes: utf8('a'), modifiedOn: '2026-11-20' }])
    expect((bytes[12] ?? 0) + (bytes[13] ?? 0) * 256).toBe(((2026 - 1980) << 9) | (11 << 5) | 20)
  })
})

describe('what would do harm is refused', () => {
  test.each(['../a.txt', 'a/../../b', '/etc/passwd', 'C:\\a.txt', '..\\a.txt', 'a//b', 'a?.txt', ''])(
    'the name 「%s」',
    (name) => {
      expect(() => writeZip([{ name, bytes: utf8('a') }])).toThrow(UnwritableZipError)
    },
  )
  test('names that leave the folder are left out, the others are read', () => {
    const bytes = zipSync({
      '../evil.txt': utf8('x'),
      'C:/evil.txt': utf8('x'),
      '/evil.txt': utf8('x'),
      'good.txt': utf8('y'),
    })
    const { files, faults } = readZip(bytes)
    expect(files).toEqual([{ name: 'good.txt', bytes: utf8('y') }])
    expect(faults).toHaveLength(3)
    expect(faults[0]).toMatchObject({ name: '../evil.txt', message: expect.stringContaining('外を指す') })
  })
  test('the same name twice', () => {
    const twice = [
      { name: 'あ.txt', bytes: utf8('1') },
      { name: 'あ.TXT', bytes: utf8('2') },
    ]
    expect(() => writeZip(twice)).toThrow('二つあります')
    expect(readZip(zipSync({ 'a.txt': utf8('1'), 'A.TXT': utf8('2') })).faults).toHaveLength(1)
  })
  test('a bomb, a password, a broken file, no archive', () => {
    const bomb = zipSync({ 'a.bin': new Uint8Array(60_000_000) }, { level: 9 })
    expect(readZip(bomb)).toMatchObject({ files: [], faults: [{ message: expect.stringContaining('大きすぎます') }] })
    const locked = zipSync({ 'a.txt': utf8('abc') })
    const directory = latin(locked).lastIndexOf('PK\u0001\u0002')
    locked[directory + 8] = 1
    expect(readZip(locked).faults[0]?.message).toContain('パスワード')
    const broken = zipSync({ 'a.txt': utf8('abc') }, { level: 0 })
    broken[latin(broken).indexOf('abc')] = 0x7a
    expect(readZip(broken)).toMatchObject({ files: [], faults: [{ message: expect.stringContaining('検査値') }] })
    expect(readZip(utf8('これはZIPではありません')).faults[0]?.message).toContain('壊れています')
  })
})

describe('what an unpacker would refuse is not written', () => {
  test.each([
    ['CON', '予約された名前'],
    ['請求/nul.txt', '予約された名前'],
    ['控え.', 'ピリオド'],
    ['控え /a.txt', '空白'],
  ])('%s', (name, sentence) => {
    expect(() => writeZip([{ name, bytes: utf8('') }])).toThrow(sentence)
  })
  test('a name that is a file and a folder', () => {
    const [one, other] = ['控え', '控え/a.txt'].map((name) => ({ name, bytes: utf8('') }))
    if (one === undefined || other === undefined) expect.unreachable()
    expect(() => writeZip([one, other])).toThrow('ファイルとフォルダー')
    expect(() => writeZip([other, one])).toThrow('ファイルとフォルダー')
  })
  test.each(['2026-02-30', '1979-12-31', '2100-01-01', '昨日'])('the date %s', (modifiedOn) => {
    expect(() => writeZip([{ name: 'a', bytes: utf8(''), modifiedOn }])).toThrow(UnwritableZipError)
  })
})

describe('any bytes are answered', () => {
  const archive = writeZip([
    { name: '請求書.pdf', bytes: utf8('%PDF'.repeat(20)) },
    { name: 'b.txt', bytes: utf8('b') },
  ])
  test('any files come back', () => {
    const name = fc.string({ unit: fc.constantFrom(...'あｱ漢aZ0-_() '), minLength: 1, maxLength: 12 })
    const file = fc.record({ name: name.map((start) => `${start}.a`), bytes: fc.uint8Array({ maxLength: 200 }) })
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: (one) => one.name.toLowerCase(), maxLength: 4 }), (files) => {
        const { files: read, faults } = readZip(writeZip(files))
        expect(faults).toEqual([])
        expect(new Map(read.map((one) => [one.name, one.bytes]))).toEqual(
          new Map(files.map((one) => [one.name, one.bytes])),
        )
      }),
      { numRuns: 300 },
    )
  })
  test('random and mutated', () => {
    const edit = fc.record({ at: fc.nat(archive.length - 1), byte: fc.integer({ min: 0, max: 255 }) })
    const mutated = fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
      const bytes = archive.slice()
      for (const { at, byte } of edits) bytes[at] = byte
      return bytes
    })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated), (bytes) => {
        const { files, faults } = readZip(bytes)
        expect(files.length + faults.length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)
})
