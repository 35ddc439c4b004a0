import { readTable, writeTableCsv, writeTableXlsx } from '@ennoshita/formats'
import { programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { storyOf, type TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import { work } from '../contract.ts'
import { foundCompany, hire, openWorkOffice, type Staff } from './writing/test-staff.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openWorkOffice()
})
afterAll(() => office.close())

async function backOffice() {
  const { companyId, departments } = await foundCompany(office, ['経理部', '総務部', '人事部'])
  const sato = await hire(office, companyId, '佐藤 花子', 'clerk', departments.get('経理部'))
  await hire(office, companyId, '高橋 次郎', 'employee', departments.get('総務部'))
  await hire(office, companyId, '鈴木 一郎', 'employee', departments.get('人事部'))
  await hire(office, companyId, '鈴木 二葉', 'employee', departments.get('人事部'))
  return { companyId, departments, sato }
}

const heading = ['大分類', '中分類', '業務名', '担当部署', '担当者', '代行者', '頻度', '時期', '所要時間', '月間件数', '難易度', '使用帳票', 'マニュアル', '更新日', '根拠法令', '備考', '棚番'] // biome-ignore format: one heading
const departmentsInFile = ['経理部', '総務部', '人事部']
/** Ten lines of one 中分類: what people write in such tables. */
const block = [
  ['佐藤', '鈴木 一郎', '毎日', '', '３０分', '２０', '低', '請求書、領収書', '有', 'R8.4.1', '', ''],
  ['佐藤花子', '', '月次', '10日', '１．５時間', '１', '中', '', '無', '', '所得税法', ''],
  ['髙橋', '佐藤', '毎月', '末日（休日なら前営業日）', '90', '1', '高', '', '○', '2025/10/1', '', ''],
  ['鈴木', '', '週次', '月曜', '15分', '4', '1', '', '', '', '', ''],
  ['見知らぬ人', '', '年1回', '12月', '4時間', '0.1', '3', '', '\\\\fs\\手順.docx', '', '所得税法190条', ''],
  ['佐藤さん', '', '随時', '', '', '', '', '', '', '', '', '忙しい月は外注'],
  ['佐藤', '', '', '決算の頃', '10分', '1', '', '', '', '', '', ''],
  ['佐藤', '', '四半期', '', '60', '1', '', '', '', '', '', ''],
  ['佐藤', '', '毎月', '25日', 'そこそこ', '1', '', '', '', '', '', ''],
  ['佐藤', '', '毎月', '31日頃', '20', '1', '', '', '', '2026/02/31', '', ''],
] as const

/** 3 大分類 × 10 中分類 × 10 lines; `blank` leaves the merged cells below the first empty. */
function inventory(blank: boolean): string[][] {
  return departmentsInFile.flatMap((department, major) =>
    Array.from({ length: 10 }, (_, middle) =>
      block.map((cells, line) => {
        const first = (isFirst: boolean, text: string) => (isFirst || !blank ? text : '')
        return [
          first(line === 0 && middle === 0, department.replace('部', '')),
          first(line === 0, `業務群${middle + 1}`),
          `作業${major + 1}-${middle + 1}-${line + 1}`,
          first(line === 0 && middle === 0, department),
          ...cells,
          line === 0 ? 'A-1' : '',
        ]
      }),
    ).flat(),
  )
}

/** The same as XLSX, with 大分類, 中分類 and 担当部署 as merged cells, below a title and an empty row. */
async function mergedWorkbook(): Promise<Uint8Array> {
  const spans: Record<number, number> = { 0: 100, 1: 10, 3: 100 }
  const lines = inventory(true).map((cells) =>
    cells.map((text, column) => {
      const rowSpan = spans[column]
      return text === '' ? null : { value: text, type: String, ...(rowSpan ? { rowSpan } : {}) }
    }),
  )
  const data = [
    [{ value: '業務棚卸表（２０２６年度）', type: String }],
    [],
    heading.map((value) => ({ value, type: String })),
    ...lines,
  ]
  const blob = await writeWorkbook([{ sheet: '棚卸', data }]).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

async function stage(staff: Staff, bytes: Uint8Array, fileName: string) {
  const [sheet] = readTable(bytes, { name: fileName }).sheets
  return runCommand(office, work.stageInventoryImport, staff, {
    fileName,
    rows: sheet?.rows ?? [],
    lines: sheet?.lines ?? [],
  })
}

async function expectTheInventory(staff: Staff, departmentId: string | undefined) {
  const { rows, total, tree } = await runQuery(office, work.inventoryRows, staff, { major: '経理', middle: '業務群1' })
  expect(total).toBe(10)
  expect(tree).toHaveLength(30)
  const line = (n: number) => rows.find((row) => row.name === `作業1-1-${n}`)
  expect(line(1)).toMatchObject({
    departmentId,
    mainName: '佐藤 花子',
    deputyNames: ['鈴木 一郎'],
    timing: 'daily',
    usualMinutes: 30,
    monthlyCount: 20,
    difficulty: 1,
    papers: ['請求書', '領収書'],
    hasManual: true,
    manualOn: '2026-04-01',
    notes: '棚番：A-1',
  })
  expect(line(2)).toMatchObject({
    mainName: '佐藤 花子',
    dueText: '毎月10日',
    usualMinutes: 90,
    hasManual: false,
    law: { name: '所得税法', trust: 'M' },
  })
  expect(line(3)).toMatchObject({
    mainName: '高橋 次郎',
    dueText: '毎月末日（休日なら前営業日）',
    manualOn: '2025-10-01',
    difficulty: 3,
  })
  expect(line(4)).toMatchObject({ mainId: null, mainText: '鈴木', dueText: '毎週月曜日' })
  expect(line(5)).toMatchObject({
    mainText: '見知らぬ人',
    timing: 'yearly',
    dueText: '毎年12月末日',
    manualPlace: '\\\\fs\\手順.docx',
  })
  expect(line(6)).toMatchObject({ timing: 'as-needed', dueText: '随時', notes: '忙しい月は外注' })
  expect(line(7)).toMatchObject({ timing: 'as-needed', dueRule: null, timingText: '決算の頃', dueText: '決算の頃' })
  expect(line(8)).toMatchObject({ timing: 'quarterly', usualMinutes: 60 })
  expect(line(9)).toMatchObject({ usualMinutes: null, notes: '所要時間：そこそこ' })
  expect(line(10)).toMatchObject({ usualMinutes: 20, manualOn: null, notes: 'マニュアル更新日：2026/02/31' })
}

describe('an inventory of 300 lines comes in', () => {
  test('as XLSX with merged cells, full-width digits and 和暦', async () => {
    const { companyId, departments, sato } = await backOffice()
    const staged = await stage(sato, await mergedWorkbook(), '棚卸表.xlsx')
    expect(staged).toMatchObject({ ready: 300, leftOut: 0, unmatched: [{ index: 16, title: '棚番' }] })
    expect((await runQuery(office, work.inventoryRows, sato, {})).total).toBe(0)
    const { importId } = staged
    const steps = [
      await runCommand(office, work.applyInventoryImport, sato, { importId, limit: 200 }),
      await runCommand(office, work.applyInventoryImport, sato, { importId, limit: 200 }),
      await runCommand(office, work.applyInventoryImport, sato, { importId, limit: 200 }),
    ]
    expect(steps).toEqual([
      { made: 200, alreadyThere: 0, left: 100 },
      { made: 100, alreadyThere: 0, left: 0 },
      { made: 0, alreadyThere: 0, left: 0 },
    ])
    await expectTheInventory(sato, departments.get('経理部'))
    const story = await storyOf(office, companyId, new Map([[sato.personId, '佐藤']]))
    expect(story.filter((line) => line.includes('棚卸表'))).toEqual([
      '11/20 09:00 佐藤 棚卸表を読み込んだ',
      '11/20 09:00 佐藤 棚卸表を取り込んだ',
      '11/20 09:00 佐藤 棚卸表を取り込んだ',
      '11/20 09:00 佐藤 棚卸表を取り込んだ',
    ])
    expect(story.filter((line) => line.includes('業務を登録した'))).toHaveLength(300)
  })

  test('as CSV in CP932, and once more: what is there already stays as it is', async () => {
    const { departments, sato } = await backOffice()
    const bytes = writeTableCsv([[...heading], ...inventory(true)], { encoding: 'cp932' })
    expect([...bytes.slice(0, 2)]).toEqual([0x91, 0xe5])
    const first = await stage(sato, bytes, '棚卸表.csv')
    await runCommand(office, work.applyInventoryImport, sato, { importId: first.importId })
    await expectTheInventory(sato, departments.get('経理部'))
    const second = await stage(sato, bytes, '棚卸表.csv')
    expect(await runCommand(office, work.applyInventoryImport, sato, { importId: second.importId })).toEqual({
      made: 0,
      alreadyThere: 300,
      left: 0,
    })
    expect((await runQuery(office, work.inventoryRows, sato, {})).total).toBe(300)
  })

  test('every remark names its line and column, and the report keeps the cells', async () => {
    const { sato } = await backOffice()
    const bytes = writeTableCsv([[...heading], ...inventory(true), ['経理', '', '', '', '佐藤']], {
      encoding: 'utf-8-bom',
    })
    const { importId, leftOut } = await stage(sato, bytes, '棚卸表.csv')
    expect(leftOut).toBe(1)
    const report = await runQuery(office, work.importReports, sato, { importId, onlyRemarked: true, limit: 8 })
    expect(report.imports).toMatchObject([
      { fileName: '棚卸表.csv', state: 'staged', lineCount: 301, ready: 300, made: 0 },
    ])
    expect(report.lines.map(({ line, remarks }) => [line, remarks.map((remark) => remark.column).join(' ')])).toEqual([
      [5, 'main'],
      [6, 'main due'],
      [8, 'due'],
      [9, 'due'],
      [10, 'minutes'],
      [11, 'manualOn'],
      [15, 'main'],
      [16, 'main due'],
    ])
    expect(report.lines[0]?.remarks[0]?.message).toBe(
      '「鈴木」に当たる人が2人いるため、名前のまま残しました。担当を選んでください。',
    )
    const rest = await runQuery(office, work.importReports, sato, { importId, offset: 300 })
    expect(rest.lines).toMatchObject([{ line: 302, outcome: 'left-out', cells: ['経理', '', '', '', '佐藤'] }])
  })

  test('is undone, but for what was changed or begun since, which is named', async () => {
    const { sato } = await backOffice()
    const bytes = writeTableCsv([[...heading], ...inventory(true)], { encoding: 'cp932' })
    const { importId } = await stage(sato, bytes, '棚卸表.csv')
    await runCommand(office, work.applyInventoryImport, sato, { importId })
    await runCommand(office, work.planTasks, programFor(sato.companyId), { limit: 2000 })
    const { rows } = await runQuery(office, work.inventoryRows, sato, { major: '経理', middle: '業務群1' })
    const kindOf = (name: string) => rows.find((row) => row.name === name)?.kindId ?? ''
    await runCommand(office, work.changeKind, sato, {
      kindId: kindOf('作業1-1-6'),
      version: 1,
      fields: { usualMinutes: 5 },
    })
    const [begun] = (await runQuery(office, work.taskList, sato, { kindId: kindOf('作業1-1-2') })).rows
    await runCommand(office, work.finishTask, sato, { taskId: begun?.taskId ?? '' })
    const undone = await runCommand(office, work.undoInventoryImport, sato, { importId })
    expect(undone).toMatchObject({ removed: 298, left: 0 })
    expect(undone.kept.map(({ line, name, reason }) => [line, name, reason.ja])).toEqual([
      [3, '作業1-1-2', 'この業務のやることがすでに進んでいるため、残しました。'],
      [7, '作業1-1-6', '取り込んだ後に書き直されているため、残しました。'],
    ])
    expect((await runQuery(office, work.inventoryRows, sato, {})).total).toBe(2)
    await expect(runCommand(office, work.applyInventoryImport, sato, { importId })).rejects.toMatchObject({
      face: { kind: 'conflict', code: 'work.import-undone' },
    })
  })

  test('goes out as XLSX with every column and comes back the same', async () => {
    const here = await backOffice()
    const { importId } = await stage(here.sato, await mergedWorkbook(), '棚卸表.xlsx')
    await runCommand(office, work.applyInventoryImport, here.sato, { importId })
    const out = await runQuery(office, work.kindExports, here.sato, {})
    expect([out.name, out.rows.length, out.header.length]).toEqual(['業務棚卸表_20261120.xlsx', 300, 26])
    const bytes = await writeTableXlsx([{ name: '業務棚卸表', header: out.header, rows: out.rows }])
    const there = await backOffice()
    const again = await stage(there.sato, bytes, out.name)
    expect(again).toMatchObject({ ready: 300, leftOut: 0, unmatched: [] })
    await runCommand(office, work.applyInventoryImport, there.sato, { importId: again.importId })
    expect((await runQuery(office, work.kindExports, there.sato, {})).rows).toEqual(out.rows)
  })
})

describe('a file that is no inventory', () => {
  test('is refused in words, and nothing is kept', async () => {
    const { sato } = await backOffice()
    const refused = async (rows: string[][]) =>
      runCommand(office, work.stageInventoryImport, sato, { fileName: 'x.csv', rows }).catch(
        (refusal) => refusal.face.code,
      )
    expect(
      await refused([
        ['みかん', 'りんご'],
        ['1', '2'],
      ]),
    ).toBe('work.no-heading')
    expect(
      await refused([
        ['業務名', '担当者'],
        ['', ''],
      ]),
    ).toBe('work.no-lines')
    expect((await runQuery(office, work.importReports, sato, {})).imports).toEqual([])
  })
})
