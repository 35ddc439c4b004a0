import { describe, expect, test } from 'vitest'
import type { KindRow } from '../contract/kind-fields.ts'
import { cellsOf, changedKeys, mergeCells } from './inventory-cells.ts'
import { changeOfLine, keyOfPath } from './inventory-changes.ts'

const everyone = [
  { id: '01890000-0000-7000-8000-000000000001', name: '佐藤 花子' },
  { id: '01890000-0000-7000-8000-000000000002', name: '鈴木 一郎' },
  { id: '01890000-0000-7000-8000-000000000003', name: '鈴木 次郎' },
]
const kind: KindRow = {
  kindId: '01890000-0000-7000-8000-0000000000aa',
  version: 3,
  major: '労務',
  middle: '社会保険',
  name: '資格取得届の提出',
  departmentId: null,
  departmentName: '',
  mainId: '01890000-0000-7000-8000-000000000001',
  mainName: '佐藤 花子',
  deputyIds: [],
  deputyNames: [],
  mainText: '',
  deputiesText: '',
  timing: 'monthly',
  timingText: '',
  dueRule: { kind: 'monthly', day: 10, monthsLater: 1, shift: 'previous' },
  usualMinutes: 30,
  monthlyCount: 2,
  difficulty: 2,
  law: {
    name: '健康保険法施行規則',
    article: '24条',
    deadline: '5日以内',
    url: 'https://laws.e-gov.go.jp/',
    trust: 'V',
  },
  papers: ['資格取得届'],
  systems: [],
  hasManual: null,
  manualPlace: '',
  manualOn: null,
  goesWrong: '',
  notes: '',
  issues: '',
  improvement: null,
  relief: null,
  state: 'active',
  stepCount: 0,
  confirmedAt: null,
  confirmedBy: null,
  isConfirmed: false,
}
const before = cellsOf(kind)
const changed = (some: Partial<typeof before>) => changeOfLine(kind, before, { ...before, ...some }, everyone)

describe('a line of the inventory as cells', () => {
  test('rules, laws and lists stand as people write them', () => {
    expect(before).toMatchObject({
      due: '翌月10日（休日なら前営業日）',
      lawDeadline: '5日以内',
      papers: '資格取得届',
      difficulty: '2',
      middle: '社会保険',
      issues: null,
    })
  })

  test('a line that nobody wrote into is not saved', () => {
    expect(changed({})).toEqual({ change: null, faults: [] })
    expect(changed({ hasManual: false })).toEqual({ change: null, faults: [] })
  })
})

describe('what is saved of a changed line', () => {
  test('only the cells that changed, with the version they were read at', () => {
    expect(changed({ middle: '雇用保険', papers: '資格取得届、被扶養者届' }).change).toMatchObject({
      version: 3,
      keys: ['middle', 'papers'],
      fields: { middle: '雇用保険', papers: ['資格取得届', '被扶養者届'] },
      people: null,
    })
  })

  test('words of a due date become a rule; words that cannot be read are kept as written', () => {
    expect(changed({ due: '毎月25日' }).change).toMatchObject({
      fields: { dueRule: { kind: 'monthly', day: 25 }, timingText: '' },
      isDueUnread: false,
    })
    expect(changed({ due: '社長の気が向いたとき頃' }).change).toMatchObject({
      fields: { dueRule: null, timingText: '社長の気が向いたとき頃' },
      isDueUnread: true,
    })
  })

  test('a law that was rewritten by hand is no longer marked as verified', () => {
    expect(changed({ lawDeadline: '10日以内' }).change?.fields?.law).toEqual({
      name: '健康保険法施行規則',
      article: '24条',
      deadline: '10日以内',
      url: 'https://laws.e-gov.go.jp/',
      trust: 'M',
    })
  })

  test('deputies are found by full name or by a family name that only one person has', () => {
    expect(changed({ deputies: '鈴木一郎、佐藤' }).change?.people).toEqual({
      mainId: '01890000-0000-7000-8000-000000000001',
      deputyIds: ['01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-000000000001'],
    })
    expect(changed({ deputies: '鈴木、山本' }).faults.map(({ key, says }) => [key, says.ja])).toEqual([
      ['deputies', '「鈴木」に当たる人が2人以上います。'],
      ['deputies', '「山本」は名簿に見つかりません。'],
    ])
  })

  test('a fault is named at its cell, and nothing of that line is saved', () => {
    expect(changed({ name: null, lawName: null })).toMatchObject({
      change: null,
      faults: [{ key: 'name' }, { key: 'lawName' }],
    })
    expect(changed({ major: 'あ'.repeat(121) }).faults.map(({ key }) => key)).toEqual(['major'])
  })

  test('a refusal of the server finds its cell', () => {
    expect([keyOfPath(['law', 'deadline']), keyOfPath(['dueRule', 'day']), keyOfPath(['name'])]).toEqual([
      'lawDeadline',
      'due',
      'name',
    ])
    expect(keyOfPath(['version'])).toBeNull()
  })
})

describe('two people write into the same line', () => {
  const mine = { ...before, middle: '雇用保険', notes: '月初に確認' }

  test('what only one of them changed is taken over', () => {
    const theirs = { ...before, version: 4, usualMinutes: 45 }
    const merged = mergeCells(before, mine, theirs)
    expect(merged.conflicts).toEqual([])
    expect(merged.cells).toMatchObject({ version: 4, middle: '雇用保険', notes: '月初に確認', usualMinutes: 45 })
    expect(changedKeys(theirs, merged.cells)).toEqual(['middle', 'notes'])
  })

  test('what both changed keeps mine on the screen and names theirs', () => {
    const merged = mergeCells(before, mine, { ...before, version: 4, middle: '労災保険' })
    expect(merged.conflicts).toEqual([{ key: 'middle', theirs: '労災保険' }])
    expect(merged.cells.middle).toBe('雇用保険')
  })

  test('the same change by both is no conflict', () => {
    expect(mergeCells(before, mine, { ...before, version: 4, middle: '雇用保険' }).conflicts).toEqual([])
  })
})
