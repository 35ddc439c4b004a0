import { describe, expect, test } from 'vitest'
import {
  readCount,
  readDifficulty,
  readImprovement,
  readManual,
  readRelief,
  readTiming,
  readUsualMinutes,
} from './import-cells.ts'
import { peopleFinder } from './import-people.ts'
import { readInventory } from './inventory-table.ts'

const nobody = { people: [], departments: [] }
const read = (rows: string[][], known: Parameters<typeof readInventory>[2] = nobody) =>
  readInventory(
    rows,
    rows.map((_, index) => index + 1),
    known,
  )

describe('the timing of an inventory', () => {
  test.each([
    ['毎月', '10日', 'monthly', { kind: 'monthly', day: 10 }],
    ['月次', '第3営業日', 'monthly', { kind: 'monthly', day: { businessDay: 3 } }],
    ['週次', '月曜', 'weekly', { kind: 'weekly', weekdays: ['mon'] }],
    ['年1回', '12月', 'yearly', { kind: 'yearly', months: [12], day: 'end' }],
    ['', '翌月10日', 'monthly', { kind: 'monthly', day: 10, monthsLater: 1 }],
    ['日次', '', 'daily', { kind: 'daily' }],
    [
      '随時',
      '入社から5日以内',
      'as-needed',
      { kind: 'after-occasion', occasion: 'joined', length: 5, unit: 'calendar-days' },
    ],
  ])('頻度 %s, 期日 %s', (frequency, due, timing, dueRule) => {
    expect(readTiming(frequency, due).value).toEqual({ timing, timingText: '', dueRule })
  })

  test('年次 with 10日 is not the 10th of every month: the words are kept', () => {
    const reading = readTiming('年次（夏頃）', 'なるべく早く')
    expect(reading.value).toEqual({ timing: 'yearly', timingText: '年次（夏頃） なるべく早く', dueRule: null })
    expect(reading.remark?.message).toContain('文字のまま残しました')
    expect(readTiming('年1回', '10日').value.dueRule).toBeNull()
  })

  test('what the text leaves open is filled and said', () => {
    expect(readTiming('毎月', '').remark?.message).toBe('日が書かれていないので、末日としました。')
  })
})

describe('cells', () => {
  test.each([
    ['90', '所要時間', 90],
    ['１．５', '工数（時間）', 90],
    ['1.5h', '工数', 90],
    ['４５', '1件あたり時間（分）', 45],
    ['2', '所要時間[h]', 120],
    ['1:30', '所要時間', 90],
  ])('%s under %s is %d minutes', (text, title, minutes) => {
    expect(readUsualMinutes(text, title)).toEqual({ value: minutes })
  })

  test('a decimal without a unit is not guessed', () => {
    expect(readUsualMinutes('1.5', '所要時間')).toMatchObject({ value: null, kept: true })
  })

  test.each([
    ['３０', 30],
    ['約1,200件', 1200],
    ['24件/年', 2],
    ['0.5', 0.5],
  ])('%s is %d a month', (text, count) => {
    expect(readCount(text)).toEqual({ value: count })
  })

  test('difficulty, manual, improvement and relief in the words people use', () => {
    expect([readDifficulty('高').value, readDifficulty('２').value, readDifficulty('★').value]).toEqual([3, 2, 1])
    expect(readDifficulty('超むずかしい')).toMatchObject({ value: null, kept: true })
    expect([readManual('〇'), readManual('×'), readManual('共有/経理'), readManual('')]).toEqual([
      { hasManual: true },
      { hasManual: false },
      { hasManual: true, manualPlace: '共有/経理' },
      {},
    ])
    expect(readImprovement('廃止を検討').value).toBe('stop')
    expect(readImprovement('簡素化').value).toBe('simplify')
    expect([
      readRelief('自動化可', '', '').value,
      readRelief('', '○', '○').value,
      readRelief('', '', '可').value,
      readRelief('不可', '', '').value,
      readRelief('要相談', '', '').value,
    ]).toEqual(['automation', 'both', 'outsourcing', 'neither', null])
  })
})

describe('names of people', () => {
  const find = peopleFinder([
    { personId: 'sato', displayName: '佐藤 花子' },
    { personId: 'takahashi', displayName: '髙橋 次郎' },
    { personId: 'ichiro', displayName: '鈴木 一郎' },
    { personId: 'futaba', displayName: '鈴木 二葉' },
  ])
  test('the whole name, a surname that only one has, another form of a letter', () => {
    expect(find('佐藤').personIds).toEqual(['sato'])
    expect(find('高橋次郎').personIds).toEqual(['takahashi'])
    expect(find('佐藤さん・髙橋（総務）').personIds).toEqual(['sato', 'takahashi'])
    expect(find('佐藤　高橋').personIds).toEqual(['sato', 'takahashi'])
    expect(find('なし')).toEqual({ personIds: [], unresolved: [], remarks: [] })
  })
  test('two of one surname and strangers stay as text', () => {
    expect(find('鈴木').unresolved).toEqual(['鈴木'])
    expect(find('派遣の方').unresolved).toEqual(['派遣の方'])
  })
})

describe('a table', () => {
  test('with a title above, classes written once, and a column nobody foresaw', () => {
    const table = read([
      ['業務一覧', '', '', '', ''],
      ['', '', '', '', ''],
      ['区分', '中分類', '作業名', '担当', '色'],
      ['経理', '支払', '請求書の確認', '', '赤'],
      ['', '', '振込データの作成', '', ''],
      ['総務', '', '来客対応', '', '青'],
      ['', '', '', '', ''],
    ])
    expect(
      table?.lines.map(({ line, draft }) => [line, draft?.major, draft?.middle, draft?.name, draft?.notes]),
    ).toEqual([
      [4, '経理', '支払', '請求書の確認', '色：赤'],
      [5, '経理', '支払', '振込データの作成', ''],
      [6, '総務', '', '来客対応', '色：青'],
    ])
  })

  test('with a heading of 小分類 and 業務内容, steps in one cell, and a too long name', () => {
    const long = '長'.repeat(130)
    const table = read([
      ['大分類', '小分類', '業務内容', '手順', '部署'],
      ['経理', '消込', '入金と売掛の突合', '①明細を取る\n②突合する', '経理部'],
      ['経理', long, '', '', ''],
    ])
    expect(table?.lines[0]?.draft).toMatchObject({
      name: '消込',
      notes: '業務内容：入金と売掛の突合\n部署：経理部',
      steps: [{ text: '明細を取る' }, { text: '突合する' }],
    })
    expect(table?.lines[0]?.remarks.map((remark) => remark.column)).toEqual(['department'])
    expect(table?.lines[1]?.draft?.name).toHaveLength(120)
    expect(table?.lines[1]?.draft?.notes).toBe(`部署：経理部\n業務名：${long}`)
  })

  test('without a heading is not understood', () => {
    expect(
      read([
        ['みかん', 'りんご'],
        ['1', '2'],
      ]),
    ).toBeUndefined()
  })
})
