import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { encodeCp932, UnwritableTextError } from './encode-cp932.ts'
import { bigrams, foldForSearch } from './fold-for-search.ts'

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('finding the encoding', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8', new TextEncoder().encode('業務棚卸表'), '業務棚卸表', 'utf-8'],
    ['UTF-8 with BOM', bytesOf('efbbbfe6a5ade58b99'), '業務', 'utf-8'],
    ['CP932', bytesOf('8bc696b1924989b5955c'), '業務棚卸表', 'cp932'],
    ['CP932 with IBM extensions', bytesOf('fbfc8bb4fab18740878a'), '髙橋﨑①㈱', 'cp932'],
    ['CP932 half-width kana', bytesOf('b6cc2c31323334'), 'ｶﾌ,1234', 'cp932'],
    ['UTF-16LE with BOM', bytesOf('fffe6d69d952'), '業務', 'utf-16le'],
    ['UTF-16BE with BOM', bytesOf('feff696d52d9'), '業務', 'utf-16be'],
    ['UTF-16LE without BOM', utf16('業務,担当\r\n給与,山田', true), '業務,担当\r\n給与,山田', 'utf-16le'],
    ['UTF-16BE without BOM', utf16('業務,担当\r\n給与,山田', false), '業務,担当\r\n給与,山田', 'utf-16be'],
    ['EUC-JP', bytesOf('b6c8ccb3a4cec3aab2b7a4b7'), '業務の棚卸し', 'euc-jp'],
    ['ISO-2022-JP', bytesOf('1b244236484c331b2842'), '業務', 'iso-2022-jp'],
    ['ASCII', bytesOf('6e616d65'), 'name', 'utf-8'],
    ['nothing', new Uint8Array(), '', 'utf-8'],
  ])('%s', (_name, bytes, text, encoding) => {
    expect(decodeText(bytes)).toMatchObject({ text, encoding })
  })
  test('says when it is not sure', () => {
    expect(decodeText(bytesOf('8bc696b12c31')).certain).toBe(true)
    expect(decodeText(bytesOf('8bc6ff96b1')).certain).toBe(false)
    expect(decodeText(bytesOf('efbbbfff')).certain).toBe(false)
  })
  test('a file cut off inside a character is still UTF-8, but not certain', () => {
    const cut = new TextEncoder().encode('日付,摘要').slice(0, -1)
    expect(decodeText(cut)).toEqual({ text: '日付,摘\ufffd', encoding: 'utf-8', certain: false })
  })
  test('a long beginning in ASCII does not decide', () => {
    const ascii = new TextEncoder().encode('2026/11/20,1000\r\n'.repeat(10_000))
    for (const [hex, text, encoding] of [
      ['b6c8ccb3a4cec3aab2b7a4b7', '業務の棚卸し', 'euc-jp'],
      ['8bc696b182cc924989b582b5', '業務の棚卸し', 'cp932'],
    ] as const) {
      const decoded = decodeText(Uint8Array.from([...ascii, ...bytesOf(hex)]))
      expect([decoded.encoding, decoded.text.slice(-text.length)]).toEqual([encoding, text])
    }
  })
  test('half-width kana in CP932 that end like a character of UTF-8 begins stay CP932', () => {
    expect(decodeText(bytesOf('c3bdc4'))).toMatchObject({ text: 'ﾃｽﾄ', encoding: 'cp932' })
  })
  test('half-width kana in CP932 that are letters of UTF-8 as well are not certain', () => {
    expect(decodeText(bytesOf('636166c3a9'))).toEqual({ text: 'café', encoding: 'utf-8', certain: false })
  })
  test('letters alone in UTF-16 of either order', () => {
    expect(decodeText(utf16('abc', false))).toMatchObject({ text: 'abc', encoding: 'utf-16be' })
    expect(decodeText(utf16('abc', true))).toMatchObject({ text: 'abc', encoding: 'utf-16le' })
    expect(decodeText(utf16('一　二,1', false))).toMatchObject({ text: '一　二,1', encoding: 'utf-16be' })
    expect(decodeText(utf16('一　二,1', true))).toMatchObject({ text: '一　二,1', encoding: 'utf-16le' })
  })
  test('a zero byte does not make UTF-8 another encoding, nor is it ever certain', () => {
    expect(decodeText(new TextEncoder().encode('日本\0語'))).toEqual({
      ...{ text: '日本\0語', encoding: 'utf-8', certain: false },
    })
    expect(decodeText(bytesOf('000000')).certain).toBe(false)
    expect(decodeText(bytesOf('fffe000041000000')).certain).toBe(false)
  })
  test('any bytes are answered', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => typeof decodeText(bytes).text === 'string'),
      { numRuns: 10_000 },
    )
  })
})

describe('writing CP932', () => {
  test('the codes Windows writes: 髙 in the IBM rows, ① ㈱ in NEC row 13, ∵ in JIS', () => {
    expect(encodeCp932('髙﨑①㈱∵Ⅰⅰ').bytes).toEqual(bytesOf('fbfcfab18740878a81e68754fa40'))
  })
  test('signs of other systems are mapped first', () => {
    expect(encodeCp932('〜−—‖').bytes).toEqual(bytesOf('8160817c815c8161'))
  })
  test('decomposed kana are joined', () => {
    expect(encodeCp932('カ\u3099').bytes).toEqual(bytesOf('834b'))
  })
  test('what cannot be written is named with its place and a proposal', () => {
    try {
      encodeCp932('氏名\r\n𠮷田')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(UnwritableTextError)
      expect(error).toMatchObject({ line: 2, column: 1, character: '𠮷', proposal: '吉' })
    }
    expect(() => encodeCp932('😀')).toThrow('1行目1文字目の「😀」')
    expect(() => encodeCp932('A\u200bB')).toThrow('書けません。除いてください。')
  })
  test.each([
    ['森鷗外', '鷗', '鴎'],
    ['頰', '頰', '頬'],
    ['補塡', '塡', '填'],
    ['𠮟る', '𠮟', '叱'],
    ['café', 'é', 'e'],
    ['葛\u{e0100}城', '\u{e0100}', ''],
    ['⋯', '⋯', '…'],
    ['‾', '‾', '￣'],
    ['𣘺本', '𣘺', '橋'],
    ['木戶', '戶', '戸'],
    ['ゔぃ', 'ゔ', 'ヴ'],
    ['\ufeffA', '\ufeff', ''],
  ])('for %s it proposes what CP932 has', (text, character, proposal) => {
    try {
      encodeCp932(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ character, proposal })
    }
  })
  test('what is written is read back', () => {
    const writable = fc.string({ unit: fc.constantFrom(...'あいアンｱﾞ業務棚卸表髙﨑①㈱ー、。AZaz09,\n') })
    fc.assert(fc.property(writable, (text) => new TextDecoder('shift_jis').decode(encodeCp932(text).bytes) === text))
  })
})

describe('one form for search', () => {
  test.each([
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['渡邊', '渡辺'],
    ['渡邉', '渡辺'],
    ['ﾜﾀﾅﾍﾞ', 'わたなべ'],
    ['㈱ジョイフル', '株式会社 ジョイフル'],
    ['（株）ジョイフル', '㈱じょいふる'],
    ['ＡＢＣ　商事', 'abc商事'],
    ['コーヒー', 'コ−ヒ―'],
    ['齋藤', '斉藤'],
    ['廣瀨', '広瀬'],
    ['田渕', '田淵'],
    ['圡屋', '土屋'],
    ['か゛くふ゛', 'がくぶ'],
    ['ハ゜ン', 'パン'],
    ['霞ヶ関', '霞ケ関'],
    ['(同)山田', '合同会社山田'],
    ['㈻山田', '学校法人山田'],
    ['（医）山田会', '医療法人社団山田会'],
    ['㈶山田', '財団法人山田'],
    ['NPO法人山田', '特定非営利活動法人山田'],
    ['İstanbul商事', 'istanbul商事'],
  ])('%s = %s', (one, other) => {
    expect(foldForSearch(one)).toBe(foldForSearch(other))
  })
  test('different names stay different', () => {
    expect(foldForSearch('ハス')).not.toBe(foldForSearch('バス'))
    expect(foldForSearch('株式会社山田')).toBe('(株)山田')
  })
  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text),
      ),
    )
  })
  test('pairs for an index', () => {
    expect(bigrams('給与計算')).toEqual(['給与', '与計', '計算'])
    expect(bigrams('印')).toEqual(['印'])
    expect(bigrams(' ')).toEqual([])
  })
})
