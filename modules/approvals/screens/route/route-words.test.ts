import { describe, expect, test } from 'vitest'
import { conditionsWord, factsText, moved, readFacts, stepsWord } from './route-words.ts'

describe('a route in words', () => {
  test('says its conditions and steps in one line each', () => {
    const none = { amountFrom: null, amountUntil: null, departmentId: null, departmentName: null, facts: {} }
    expect(conditionsWord(none)).toBe('条件なし')
    expect(conditionsWord({ ...none, amountFrom: 500_000, departmentName: '営業部', facts: { 源泉: 'あり' } })).toBe(
      '500,000円以上・営業部・源泉：あり',
    )
    const step = { number: 1, need: 'any' as const, approvers: [] }
    const words = (ja: string) => ({ ja, en: '' })
    expect(
      stepsWord([
        { ...step, name: '部門長', approverNames: [words('対象の部署の長')] },
        { ...step, name: '合議', need: 'all', approverNames: [words('佐藤さん'), words('伊藤さん')] },
        { ...step, name: '社長', approverNames: [words('社長')] },
      ]),
    ).toBe('部門長（対象の部署の長） → 合議（全員：佐藤さん、伊藤さん） → 社長')
  })

  test('takes facts as people write them, and writes them back', () => {
    expect(readFacts('源泉：あり、 種別: 個人,')).toEqual({ 源泉: 'あり', 種別: '個人' })
    expect(factsText({ 源泉: 'あり', 種別: '個人' })).toBe('源泉：あり、種別：個人')
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  })
})
