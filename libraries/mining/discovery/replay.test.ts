import { describe, expect, test } from 'vitest'
import { logOf } from '../log/event-log.ts'
import { precision } from './precision.ts'
import { replay } from './replay.ts'
import { treeOfText } from './tree-text.ts'

const logOfCases = (cases: Readonly<Record<string, readonly string[]>>) =>
  logOf(Object.entries(cases).flatMap(([caseId, steps]) => steps.map((activity) => ({ caseId, activity }))))

describe('経費精算を、決めた流れと照らし合わせる', () => {
  const flow = treeOfText('→(申請, ↺(審査, 差戻し), ∧(承認, 仕訳), ×(支払, 相殺))')
  const result = replay(
    flow,
    logOfCases({
      そのまま: ['申請', '審査', '承認', '仕訳', '支払'],
      一度差戻し: ['申請', '審査', '差戻し', '審査', '仕訳', '承認', '相殺'],
      審査なし: ['申請', '承認', '仕訳', '支払'],
      途中: ['申請', '審査', '承認'],
      知らない作業: ['申請', '審査', '電話', '承認', '仕訳', '支払'],
      二重払い: ['申請', '審査', '承認', '仕訳', '支払', '支払'],
    }),
  )
  const leaves = (place: number) => result.variants[place]?.leaves

  test('六件のうち二件が流れのとおり', () => {
    expect([result.cases, result.fittingCases]).toEqual([6, 2])
    expect(result.fittingShare).toBe(2 / 6)
    expect(result.variants.map(({ fits }) => fits)).toEqual([true, true, false, false, false, false])
  })

  test('審査を飛ばした案件は、承認のところで流れを外れる', () => {
    expect(leaves(2)).toEqual({ at: 1, activity: '承認', allowed: ['審査'], mightEnd: false })
  })

  test('終わっていない案件は、終わりで外れ、残りが示される', () => {
    expect(leaves(3)).toEqual({ at: 3, allowed: ['仕訳'], mightEnd: false })
  })

  test('流れにない作業は、その場所が示される', () => {
    expect(leaves(4)).toEqual({ at: 2, activity: '電話', allowed: ['仕訳', '差戻し', '承認'], mightEnd: false })
  })

  test('終わったはずのあとの作業は、そこで終われたことが示される', () => {
    expect(leaves(5)).toEqual({ at: 5, activity: '支払', allowed: [], mightEnd: true })
  })
})

test('a log without cases fits, for want of one that does not', () => {
  expect(replay(treeOfText('a'), logOf([]))).toEqual({ cases: 0, fittingCases: 0, fittingShare: 1, variants: [] })
  expect(precision(treeOfText('a'), logOf([]))).toBe(1)
})

test('a wide parallel part within a loop stays quick: every subset of 40 activities, over and over', () => {
  const names = Array.from({ length: 40 }, (_, number) => `a${number}`)
  const tree = treeOfText(`↺(∧(${names.map((name) => `×(${name}, τ)`).join(', ')}), τ)`)
  const steps = Array.from({ length: 5_000 }, (_, place) => names[(place * place + 7 * place) % 40] ?? '')
  expect(replay(tree, logOfCases({ one: steps })).fittingShare).toBe(1)
})

test('the same activities on so many leaves that an exact answer would take too long are refused', () => {
  const branch = '→(×(a, τ), ×(b, τ), ×(a, τ), ×(b, τ), ×(a, τ), ×(b, τ))'
  const tree = treeOfText(`∧(${new Array(24).fill(branch).join(', ')})`)
  expect(() => replay(tree, logOfCases({ one: [...'ababbabaabbabababbabaabbabababab'] }))).toThrow('上限を超えます')
})

describe('precision counts what the tree allows and the log never does', () => {
  test('after a, b or c is allowed but only b is seen: one of three ways escapes', () => {
    expect(precision(treeOfText('→(a, ×(b, c))'), logOfCases({ 1: ['a', 'b'], 2: ['a', 'b'] }))).toBeCloseTo(2 / 3, 12)
  })

  test('beginnings count by their cases', () => {
    // Start: 1 allowed, seen, 4 cases. After a: b, c, d allowed, b and c seen, 4 cases. 4×(1+3) allowed, 4×1 escaping.
    const log = logOfCases({ 1: ['a', 'b'], 2: ['a', 'b'], 3: ['a', 'b'], 4: ['a', 'c'] })
    expect(precision(treeOfText('→(a, ×(b, c, d))'), log)).toBeCloseTo(1 - 4 / 16, 12)
  })

  test('a model of one sequence is wholly precise, a flower of four seen once each is a quarter so', () => {
    const log = logOfCases({ 1: ['a', 'b', 'c', 'd'] })
    expect(precision(treeOfText('→(a, b, c, d)'), log)).toBe(1)
    expect(precision(treeOfText('↺(×(a, b, c, d), τ)'), log)).toBeCloseTo(1 / 4, 12)
  })

  test('a tree that allows ten thousand activities in ten thousand states is refused', () => {
    const names = Array.from({ length: 10_000 }, (_, number) => `a${number}`)
    expect(() => precision(treeOfText(`∧(${names.join(', ')})`), logOfCases({ 1: names }))).toThrow('数えられません')
  }, 60_000)

  test('what comes after a case has left the tree does not count', () => {
    const log = logOfCases({ 1: ['a', 'b'], 2: ['x', 'y'] })
    // Start: a allowed and seen, 2 cases. After a: b allowed and seen, 1 case.
    expect(precision(treeOfText('→(a, b)'), log)).toBe(1)
    expect(precision(treeOfText('→(×(a, c), b)'), log)).toBeCloseTo(1 - 2 / 5, 12)
  })
})
