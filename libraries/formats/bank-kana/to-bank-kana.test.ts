import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnwritableTextError } from '../text/encode-cp932.ts'
import { toBankKana } from './to-bank-kana.ts'

const text = (given: string): string => toBankKana(given).text

describe('names as banks hold them', () => {
  test.each([
    ['ジョイフル・シャッター', 'ｼﾞﾖｲﾌﾙ.ｼﾔﾂﾀ-'],
    ['キャッシュ', 'ｷﾔﾂｼﾕ'],
    ['スーパー', 'ｽ-ﾊﾟ-'],
    ['エー・ビー', 'ｴ-.ﾋﾞ-'],
    ['やまだ　たろう', 'ﾔﾏﾀﾞ ﾀﾛｳ'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ﾔﾏﾀﾞ ﾀﾛｳ'],
    ['  ヤマダ   タロウ ', 'ﾔﾏﾀﾞ ﾀﾛｳ'],
    ['ｼｮｯﾌﾟ', 'ｼﾖﾂﾌﾟ'],
    ['ａｂｃ１２３', 'ABC123'],
    ['ヲカモト', 'ｵｶﾓﾄ'],
    ['ヴィーナス', 'ｳﾞｲ-ﾅｽ'],
    ['いすゞ', 'ｲｽｽﾞ'],
    ['ヱビス', 'ｴﾋﾞｽ'],
    ['カ\u3099ラス', 'ｶﾞﾗｽ'],
    ['ハ゜ン', 'ﾊﾟﾝ'],
    ['Ａ－Ｂ', 'A-B'],
    ['ミツビシユ－エフジエイ', 'ﾐﾂﾋﾞｼﾕ-ｴﾌｼﾞｴｲ'],
    ['', ''],
  ])('%s → %s', (given, written) => {
    expect(text(given)).toBe(written)
  })
})

describe('法人略語 by their place: head ｶ), middle (ｶ), tail (ｶ', () => {
  test.each([
    ['株式会社ヤマダ', 'ｶ)ﾔﾏﾀﾞ'],
    ['ヤマダ株式会社', 'ﾔﾏﾀﾞ(ｶ'],
    ['ヤマダ株式会社トウキョウ営業所', 'ﾔﾏﾀﾞ(ｶ)ﾄｳｷﾖｳ(ｴｲ'],
    ['ケイヨウギンコウ株式会社チバシテン', 'ｹｲﾖｳｷﾞﾝｺｳ(ｶ)ﾁﾊﾞｼﾃﾝ'],
    ['㈱ヤマダ', 'ｶ)ﾔﾏﾀﾞ'],
    ['ヤマダ（株）', 'ﾔﾏﾀﾞ(ｶ'],
    ['株式会社　ヤマダ', 'ｶ)ﾔﾏﾀﾞ'],
    ['ヤマダ 株式会社', 'ﾔﾏﾀﾞ(ｶ'],
    ['カブシキガイシャ ヤマダ', 'ｶ)ﾔﾏﾀﾞ'],
    ['カ）ヤマダ', 'ｶ)ﾔﾏﾀﾞ'],
    ['（カ）ヤマダ', 'ｶ)ﾔﾏﾀﾞ'],
    ['ヤマダ（カ）', 'ﾔﾏﾀﾞ(ｶ'],
    ['㈲ヤマダ', 'ﾕ)ﾔﾏﾀﾞ'],
    ['有限会社ヤマダ', 'ﾕ)ﾔﾏﾀﾞ'],
    ['合同会社ヤマダ', 'ﾄﾞ)ﾔﾏﾀﾞ'],
    ['合名会社ヤマダ', 'ﾒ)ﾔﾏﾀﾞ'],
    ['合資会社ヤマダ', 'ｼ)ﾔﾏﾀﾞ'],
    ['医療法人社団ヤマダカイ', 'ｲ)ﾔﾏﾀﾞｶｲ'],
    ['一般社団法人ヤマダ', 'ｼﾔ)ﾔﾏﾀﾞ'],
    ['公益財団法人ヤマダ', 'ｻﾞｲ)ﾔﾏﾀﾞ'],
    ['特定非営利活動法人ヤマダ', 'ﾄｸﾋ)ﾔﾏﾀﾞ'],
    ['ＮＰＯ法人ヤマダ', 'ﾄｸﾋ)ﾔﾏﾀﾞ'],
    ['認定npo法人ヤマダ', 'ﾄｸﾋ)ﾔﾏﾀﾞ'],
    ['学校法人ヤマダ', 'ｶﾞｸ)ﾔﾏﾀﾞ'],
    ['宗教法人ヤマダ', 'ｼﾕｳ)ﾔﾏﾀﾞ'],
    ['社会福祉法人ヤマダ', 'ﾌｸ)ﾔﾏﾀﾞ'],
    ['税理士法人ヤマダ', 'ｾﾞｲ)ﾔﾏﾀﾞ'],
    ['社会保険労務士法人ヤマダ', 'ﾛｳﾑ)ﾔﾏﾀﾞ'],
    ['地方独立行政法人ヤマダ', 'ﾁﾄﾞｸ)ﾔﾏﾀﾞ'],
    ['ニホンセイメイ相互会社', 'ﾆﾎﾝｾｲﾒｲ(ｿ'],
    ['ヤマダ出張所', 'ﾔﾏﾀﾞ(ｼﾕﾂ'],
    ['ヤマダ協同組合', 'ﾔﾏﾀﾞｷﾖｳｸﾐ'],
    ['ヤマダ農業協同組合連合会', 'ﾔﾏﾀﾞﾉｳｷﾖｳﾚﾝ'],
    ['ヤマダ健康保険組合', 'ﾔﾏﾀﾞｹﾝﾎﾟ'],
    ['ヤマダ国民健康保険団体連合会', 'ﾔﾏﾀﾞｺｸﾎﾚﾝ'],
    ['ヤマダ労働組合', 'ﾔﾏﾀﾞﾛｳｸﾐ'],
    ['ヤマダ海上火災', 'ﾔﾏﾀﾞｶｲｼﾞﾖｳ'],
    ['ヤマダ健保組合', 'ﾔﾏﾀﾞｹﾝﾎﾟ'],
    ['ヤマダ国保連', 'ﾔﾏﾀﾞｺｸﾎﾚﾝ'],
    ['ヤマダ労組', 'ﾔﾏﾀﾞﾛｳｸﾐ'],
    ['ヤマダ農協連', 'ﾔﾏﾀﾞﾉｳｷﾖｳﾚﾝ'],
    ['ヤマダ社協', 'ﾔﾏﾀﾞｼﾔｷﾖｳ'],
  ])('%s → %s', (given, written) => {
    expect(text(given)).toBe(written)
  })
})

describe('what was changed is said', () => {
  test('the example of the specification', () => {
    expect(toBankKana('株式会社ジョイフル・シャッター', { max: 30 })).toEqual({
      text: 'ｶ)ｼﾞﾖｲﾌﾙ.ｼﾔﾂﾀ-',
      changes: [
        { rule: 'legal-form', from: '株式会社', to: 'ｶ)', column: 1 },
        { rule: 'small-kana', from: 'ョ', to: 'ﾖ', column: 6 },
        { rule: 'middle-dot', from: '・', to: '.', column: 10 },
        { rule: 'small-kana', from: 'ャ', to: 'ﾔ', column: 12 },
        { rule: 'small-kana', from: 'ッ', to: 'ﾂ', column: 13 },
        { rule: 'long-mark', from: 'ー', to: '-', column: 15 },
        { rule: 'width', from: '株式会社ジョイフル・シャッター', to: 'ｶ)ｼﾞﾖｲﾌﾙ.ｼﾔﾂﾀ-', column: 1 },
      ],
    })
  })
  test('nothing, where the name is as banks hold it', () => {
    for (const name of ['ｶ)ﾔﾏﾀﾞ', 'ﾔﾏﾀﾞ(ｶ', 'ﾔﾏﾀﾞ(ｶ)ﾄｳｷﾖｳ(ｴｲ', 'ﾔﾏﾀﾞ ﾀﾛｳ', 'ABC-1.2']) {
      expect(toBankKana(name)).toEqual({ text: name, changes: [] })
    }
  })
  test('voiced marks are bytes of their own; beyond the limit it is cut, never between a kana and its mark', () => {
    expect(toBankKana('ガ'.repeat(15), { max: 30 }).text).toBe('ｶﾞ'.repeat(15))
    const { text: cut, changes } = toBankKana(`ア${'ガ'.repeat(15)}`, { max: 30 })
    expect(cut).toBe(`ｱ${'ｶﾞ'.repeat(14)}`)
    expect(changes.at(-1)).toMatchObject({ rule: 'cut', from: `ｱ${'ｶﾞ'.repeat(15)}`, to: cut })
    for (const max of [0, -1, 1.5, Number.NaN]) expect(() => toBankKana('ヤマダ', { max })).toThrow(RangeError)
  })
})

describe('what cannot be written is refused with its place and a proposal', () => {
  test.each([
    ['山田太郎', '山', 1, 'カナの読み'],
    ['株式会社ヤマダ商事', '商', 8, 'シヨウジ'],
    ['A&B', '&', 2, 'アンド'],
    ['ヤマダ/タロウ', '/', 4, '.'],
    ['ヤマダ,タロウ', ',', 4, '.'],
    ['ヤマダ〜タロウ', '〜', 4, '-'],
    ['ヤマダ～タロウ', '～', 4, '-'],
    ['ヤマダ＝タロウ', '＝', 4, '-'],
    ['「ヤマダ」', '「', 1, ''],
    ['ヤマダ★', '★', 4, ''],
    ['ヤマダ😀', '😀', 4, ''],
  ])('%s: %s', (given, character, column, proposal) => {
    try {
      toBankKana(given)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(UnwritableTextError)
      expect(error).toMatchObject({ line: 1, column, character, proposal })
    }
  })
  test('any text is written in the safe signs, and the same again, or refused', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'アガパッャー・ヲヽヾゝカシユド()（）㈱株式会社営業所有限ｶﾞ゛゜ 　-aZ9'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    )
    const given = fc.array(unit, { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 40 }), (name, max) => {
        try {
          const whole = toBankKana(name).text
          expect(whole).toMatch(/^[A-Z0-9 ().\-ｱ-ﾝﾞﾟ]*$/)
          expect(toBankKana(whole)).toEqual({ text: whole, changes: [] })
          expect(toBankKana(name, { max }).text.length).toBeLessThanOrEqual(max)
        } catch (error) {
          if (!(error instanceof UnwritableTextError)) throw error
        }
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)
})
