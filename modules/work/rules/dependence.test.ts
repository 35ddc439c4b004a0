import { describe, expect, test } from 'vitest'
import { absenceOf } from './absence.ts'
import { coverageOf } from './coverage.ts'
import { type DependenceFacts, dependenceOf, manualState } from './dependence.ts'
import { monthlyMinutes, observedMonthlyCount, substitutesOf } from './load.ts'

const yearEnd: DependenceFacts = {
  name: '年末調整',
  mainName: '佐藤',
  deputyNames: [],
  manual: 'none',
  legalDeadline: '',
  observed: undefined,
}
const levelAndWords = (facts: Partial<DependenceFacts>) => {
  const { level, says } = dependenceOf({ ...yearEnd, ...facts })
  return [level, says.ja]
}

describe('work that hangs on one person', () => {
  test('by those declared, where the log holds too little', () => {
    expect(levelAndWords({})).toEqual(['high', '年末調整は佐藤さんだけ。副担当なし、手順書なし。'])
    expect(levelAndWords({ manual: 'current' })).toEqual(['middle', '年末調整は佐藤さんだけ。副担当なし、手順書あり。'])
    expect(levelAndWords({ manual: 'current', legalDeadline: '所得税法190条' })).toEqual([
      'high',
      '年末調整は佐藤さんだけ。副担当なし、手順書あり。法定期限があります（所得税法190条）。',
    ])
    expect(levelAndWords({ deputyNames: ['伊藤'] })).toEqual(['low', '年末調整は2人で担当しています。'])
    expect(levelAndWords({ mainName: '' })).toEqual(['few', '年末調整は担当が決まっていません。手順書なし。'])
  })

  test('by the log, where it holds enough', () => {
    const observed = { level: 'high', doerNames: ['佐藤'] } as const
    expect(levelAndWords({ observed, deputyNames: ['伊藤'], manual: 'old' })).toEqual([
      'high',
      '年末調整は佐藤さんだけ。副担当は伊藤さん（実績なし）、手順書は1年以上前のもの。',
    ])
    expect(levelAndWords({ observed: { level: 'low', doerNames: ['佐藤', '伊藤', '鈴木'] } })).toEqual([
      'low',
      '年末調整は3人で担当しています。',
    ])
  })

  test('a manual is its own date or that of the confirmed steps; over a year, or without a date, it is old', () => {
    const none = { hasManual: false, manualOn: null, confirmedOn: null }
    expect(manualState(none, '2025-11-20')).toBe('none')
    expect(manualState({ ...none, hasManual: true }, '2025-11-20')).toBe('old')
    expect(manualState({ ...none, hasManual: true, manualOn: '2025-11-20' }, '2025-11-20')).toBe('current')
    expect(manualState({ ...none, confirmedOn: '2026-01-10' }, '2025-11-20')).toBe('current')
    expect(manualState({ ...none, confirmedOn: '2024-01-10' }, '2025-11-20')).toBe('old')
  })
})

describe('an absence', () => {
  test('stops what nobody else can do, first of all', () => {
    const invoice = {
      kindId: 'invoice',
      taskId: 'a',
      name: '請求書',
      minutes: 60,
      legalDeadline: '',
      substituteNames: ['伊藤'],
    }
    const tax = {
      kindId: 'tax',
      taskId: 'c',
      name: '源泉税の納付',
      minutes: 30,
      legalDeadline: '所得税法183条',
      substituteNames: [],
    }
    const preview = absenceOf(
      [
        { ...invoice, dueOn: '2026-12-02' },
        { ...invoice, taskId: 'b', dueOn: '2026-12-01' },
        { ...tax, dueOn: '2026-12-10' },
      ],
      '佐藤',
    )
    expect(preview.activities.map(({ name, dueOns, stops }) => [name, dueOns, stops])).toEqual([
      ['源泉税の納付', ['2026-12-10'], true],
      ['請求書', ['2026-12-01', '2026-12-02'], false],
    ])
    expect(preview).toMatchObject({ stoppingCount: 1, legalDeadlineCount: 1, uncoveredMinutes: 30, allMinutes: 150 })
    expect(preview.summary.ja).toBe('佐藤さんが不在だと「源泉税の納付」が止まります。うち1件には法定期限があります。')
    expect(absenceOf([], '佐藤').summary.ja).toBe('この期間に佐藤さんの期日はありません。')
  })
})

describe('coverage', () => {
  test('says how much of the work the log holds', () => {
    expect(coverageOf(24, 10).says.ja).toBe('この業務の約4割を記録が捉えています（見込み24回のうち10回）。')
    expect(coverageOf(24, 0).says.ja).toBe('この期間に見込まれる24回のうち、記録はまだありません。')
    expect(coverageOf(12, 14).says.ja).toBe('この業務のほぼすべてを記録が捉えています（見込み12回のうち12回）。')
    expect(coverageOf(200, 3).says.ja).toBe('この業務のごく一部だけを記録が捉えています（見込み200回のうち3回）。')
  })
})

describe('the load that the log shows', () => {
  test('counts per month since the first time, at most a year', () => {
    expect(observedMonthlyCount({ doneCount: 24, firstDoneOn: '2025-11-21' }, '2026-11-20')).toBe(2)
    expect(observedMonthlyCount({ doneCount: 5, firstDoneOn: '2026-11-10' }, '2026-11-20')).toBe(5)
    expect(observedMonthlyCount(undefined, '2026-11-20')).toBeUndefined()
    expect(monthlyMinutes(2, 10, 45)).toBe(90)
    expect(monthlyMinutes(undefined, 10, 45)).toBe(450)
    expect(monthlyMinutes(undefined, null, 45)).toBeNull()
  })
  test('substitutes are deputies and those who did it, without the main person', () => {
    expect(substitutesOf({ mainId: 'a', deputyIds: ['b'] }, ['a', 'b', 'c'])).toEqual(['b', 'c'])
  })
})
