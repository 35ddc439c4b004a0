import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logOf } from '../log/event-log.ts'
import { checkTree, type ProcessTree } from './process-tree.ts'
import { reduceTree } from './reduce-tree.ts'
import { replay } from './replay.ts'
import { treeOfText, treeText } from './tree-text.ts'

const letters = ['a', 'b', 'c', 'd']

/** Small trees of every shape; activities may stand on several leaves. */
const anyTree: fc.Arbitrary<ProcessTree> = fc.letrec<{ tree: ProcessTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...letters).map((activity): ProcessTree => ({ activity })),
    fc.constant<ProcessTree>({ silent: true }),
    fc.record({
      operator: fc.constantFrom('sequence', 'choice', 'parallel'),
      children: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ operator: fc.constant('loop'), children: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
  ),
})).tree

/** Every word of at most `most` letters that a tree allows, made the slow and obvious way. */
function wordsOf(tree: ProcessTree, most: number): Set<string> {
  if ('activity' in tree) return new Set([tree.activity])
  if ('silent' in tree) return new Set([''])
  const [first = new Set<string>(), ...others] = tree.children.map((child) => wordsOf(child, most))
  if (tree.operator === 'choice') return new Set([first, ...others].flatMap((words) => [...words]))
  if (tree.operator === 'sequence') return others.reduce((left, right) => pairs(left, right, most, chained), first)
  if (tree.operator === 'parallel') return others.reduce((left, right) => pairs(left, right, most, shuffled), first)
  const redo = new Set(others.flatMap((words) => [...words]))
  for (let all = first; ; ) {
    const longer = new Set([...all, ...pairs(pairs(all, redo, most, chained), first, most, chained)])
    if (longer.size === all.size) return all
    all = longer
  }
}

function pairs(left: Set<string>, right: Set<string>, most: number, join: (a: string, b: string) => string[]) {
  const short = [...left].flatMap((a) =>
    [...right].filter((b) => a.length + b.length <= most).flatMap((b) => join(a, b)),
  )
  return new Set(short)
}

const chained = (a: string, b: string) => [a + b]

function shuffled(a: string, b: string): string[] {
  if (a === '' || b === '') return [a + b]
  return [
    ...shuffled(a.slice(1), b).map((rest) => a.charAt(0) + rest),
    ...shuffled(a, b.slice(1)).map((rest) => b.charAt(0) + rest),
  ]
}

const everyWord = Array.from({ length: 4 }, (_, length) => length + 1).flatMap((length) =>
  Array.from({ length: letters.length ** length }, (_, number) =>
    number
      .toString(4)
      .padStart(length, '0')
      .replace(/\d/g, (digit) => letters[Number(digit)] ?? ''),
  ),
)
const logOfWords = (words: readonly string[]) =>
  logOf(words.flatMap((word) => [...word].map((activity) => ({ caseId: word, activity }))))
const everyWordLog = logOfWords(everyWord)

test('a tree accepts exactly the sequences that its operators make', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const allowed = wordsOf(tree, 4)
      const accepted = replay(tree, everyWordLog).variants.filter(({ fits }) => fits)
      expect(accepted.map(({ activities }) => activities.join('')).sort()).toEqual(
        [...allowed].filter((word) => word !== '').sort(),
      )
    }),
    { numRuns: 60 },
  )
})

test('a reduced tree says the same in no more nodes, and reducing it again changes nothing', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const reduced = reduceTree(tree)
      expect([...wordsOf(reduced, 4)].sort()).toEqual([...wordsOf(tree, 4)].sort())
      expect(nodesOf(reduced)).toBeLessThanOrEqual(nodesOf(tree))
      expect(reduceTree(reduced)).toEqual(reduced)
    }),
  )
})

const nodesOf = (tree: ProcessTree): number =>
  'operator' in tree ? tree.children.reduce((sum, child) => sum + nodesOf(child), 1) : 1

test.each([
  ['→(a, →(b, c), τ)', '→(a, b, c)'],
  ['×(a, τ, ×(b, τ))', '×(a, b, τ)'],
  ['×(↺(τ, a), τ)', '↺(τ, a)'],
  ['↺(↺(a, b), c)', '↺(a, b, c)'],
  ['↺(a, ×(b, c))', '↺(a, b, c)'],
  ['↺(×(↺(a, τ), b), τ)', '↺(×(a, b), τ)'],
  ['∧(τ, a)', 'a'],
  ['↺(τ, τ)', 'τ'],
])('%s is %s', (long, short) => {
  expect(treeText(reduceTree(treeOfText(long)))).toBe(short)
})

test('a tree is written as the books write it and read back, whatever its activities are called', () => {
  expect(treeText(treeOfText("→('申請 受付', ×(承認, τ), ↺(支払, 'it\\'s → (x)'))"))).toBe(
    "→('申請 受付', ×(承認, τ), ↺(支払, 'it\\'s → (x)'))",
  )
  const named = fc.string({ unit: 'binary', minLength: 1 }).map((activity): ProcessTree => ({ activity }))
  fc.assert(
    fc.property(fc.array(named, { minLength: 2, maxLength: 4 }), (children) => {
      const tree: ProcessTree = { operator: 'loop', children }
      expect(treeOfText(treeText(tree))).toEqual(tree)
    }),
  )
})

test('what is no tree is refused with its place', () => {
  expect(() => treeOfText('→(a, ×(b τ))')).toThrow('10文字目')
  expect(() => treeOfText('→(a')).toThrow('読めません')
  expect(() => treeOfText('a b')).toThrow('3文字目')
  expect(() => treeOfText('')).toThrow('1文字目')
  const given: ProcessTree = JSON.parse(
    '{"operator":"sequence","children":[{"activity":"a"},{"operator":"xor","children":[]}]}',
  )
  expect(() => checkTree(given)).toThrow('tree.children[1]')
  expect(() => checkTree({ operator: 'loop', children: [{ activity: 'a' }] })).toThrow('繰り返しの子は2つ以上')
  expect(() => checkTree({ activity: '' })).toThrow('no node of a process tree')
})

test('a tree that is nested too deep or too large is refused, not overflowed', () => {
  let deep: ProcessTree = { activity: 'a' }
  for (let level = 0; level < 100_000; level++) deep = { operator: 'sequence', children: [deep] }
  expect(() => replay(deep, everyWordLog)).toThrow('1000段を超えています')
  const wide: ProcessTree = { operator: 'choice', children: new Array<ProcessTree>(200_001).fill({ activity: 'a' }) }
  expect(() => replay(wide, everyWordLog)).toThrow('200000個を超えています')
  expect(() => treeText(deep)).toThrow('1000段')
})
