import { describe, expect, test } from 'vitest'
import { type MonthFacts, medianOf, reportSections } from './report-sections.ts'

const nothing: MonthFacts = {
  done: [],
  dated: { count: 0, keptCount: 0 },
  legal: { count: 0, keptCount: 0, names: [] },
  answeredDays: [],
  deeds: [],
  thanks: [],
  takenOver: [],
}

describe('the page of a month', () => {
  test('tells what was done, kept and prevented, in plain words', () => {
    const sections = reportSections({
      done: [
        { kindName: '請求書の発送', count: 12 },
        { kindName: '', count: 3 },
      ],
      dated: { count: 9, keptCount: 9 },
      legal: { count: 2, keptCount: 2, names: ['源泉所得税の納付', '資格取得届'] },
      answeredDays: [1, 4, 2],
      deeds: [{ on: '2026-11-05', text: '会議室の電球を替えた', kindName: '' }],
      thanks: [{ fromName: '田中', text: '助かりました' }],
      takenOver: ['月次の締め'],
    })
    expect(sections.map((section) => `${section.heading}｜${section.text}`)).toEqual([
      '今月終えた仕事｜・請求書の発送　12件\n・そのほかの仕事　3件',
      '守った期日｜期日のある仕事9件を、すべて期日までに終えました。',
      '何も起きなかったこと｜法律で期限が決まっている手続き2件は、すべて期限内です。\n・源泉所得税の納付\n・資格取得届',
      '社内の質問・依頼への回答｜3件に回答しました。受付から回答までは、中央値で2営業日です（n=3）。',
      'これもやりました｜・11/5 会議室の電球を替えた',
      'ほかの方から引き受けたこと｜・月次の締め',
      'いただいたありがとう｜・助かりました（田中さん）',
      'ひとこと｜',
    ])
  })

  test('of a quiet month is an empty line of one’s own, and what was late is nobody’s headline', () => {
    expect(reportSections(nothing).map((section) => section.key)).toEqual(['words'])
    const late = reportSections({
      ...nothing,
      dated: { count: 5, keptCount: 3 },
      legal: { count: 1, keptCount: 0, names: [] },
    })
    expect(late.map((section) => section.text)).toEqual(['期日のある仕事のうち3件を、期日までに終えました。', ''])
  })

  test('fits, however much was done', () => {
    const deeds = Array.from({ length: 500 }, () => ({ on: '2026-11-05', text: 'あ'.repeat(100), kindName: '' }))
    const [section] = reportSections({ ...nothing, deeds })
    expect(section?.text.length).toBeLessThanOrEqual(4000)
    expect(section?.text.endsWith('件')).toBe(true)
  })

  test.each([
    [[], 0],
    [[7], 7],
    [[1, 4], 2.5],
    [[9, 1, 3], 3],
  ])('the middle of %j is %d', (values, middle) => {
    expect(medianOf(values)).toBe(middle)
  })
})
