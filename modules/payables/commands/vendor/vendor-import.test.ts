import { runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, storyOf, type TestOffice, testActor, testCompany } from '@ennoshita/kernel/test'
import { ledger as ledgerModule } from '@ennoshita/ledger/server'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import { payables as payablesModule } from '../../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, ledgerModule, payablesModule], { at: '2026-11-20T09:00:00+09:00' })
})
afterAll(() => office.close())

const header = [
  ...['取引先コード', '取引先名', 'フリガナ', '法人・個人', '登録番号', '締日', '支払月', '支払日'],
  ...['銀行コード', '支店コード', '預金種目', '口座番号', '口座名義'],
]
const rows = [
  header,
  [
    '',
    '株式会社よつば資材',
    'ヨツバシザイ',
    '法人',
    'T7000012050002',
    '末',
    '翌月',
    '末',
    '991',
    '101',
    '普通',
    '12345',
    'カ）ヨツバシザイ',
  ],
  ['B-7', '椎名 ひかる', 'ｼｲﾅ ﾋｶﾙ', '個人', '', '', '', '', '', '', '', '', ''],
  ['', '石蕗据付', 'ツワブキスエツケ', '法人', 'T70000120', '32', '翌月', '末', '', '', '', '', ''],
  ['', '朝凪硝子株式会社', '', '', '', '20', '翌々月', '10', '', '', '', '', ''],
  ['', '(株)よつば資材', '', '', '', '', '', '', '', '', '', '', ''],
]

async function opened() {
  const companyId = await testCompany(office)
  const clerk = await testActor(office, companyId, 'clerk')
  const colleague = await testActor(office, companyId, 'clerk')
  const names = new Map([
    [clerk.personId, '担当'],
    [colleague.personId, '同僚'],
  ])
  return { companyId, clerk, colleague, names }
}

test('取引先の取り込み: staged, looked at, applied once, its accounts wait for somebody else; undone but for what was used', async () => {
  const { companyId, clerk, colleague, names } = await opened()
  await runCommand(office, payables.addVendor, clerk, { name: '朝凪硝子株式会社' })
  const { importId, counts } = await runCommand(office, payables.stageVendorImport, clerk, {
    fileName: '取引先.csv',
    rows,
  })
  expect(counts).toEqual({ accepted: 2, known: 1, faulty: 2, applied: 0, undone: 0, kept: 0 })
  const preview = await runQuery(office, payables.vendorImportPreviews, clerk, { importId })
  expect(
    preview.lines.map(({ line, state, faults }) => [line, state, faults.map(({ ja }) => ja.slice(0, 24))]),
  ).toEqual([
    [2, 'accepted', ['頭に0を補い「0991」にしました。', '頭に0を補い「0012345」にしました。'.slice(0, 24)]],
    [3, 'accepted', []],
    [
      4,
      'faulty',
      [
        '支払条件を読めません。締日「20」か「末」、支払'.slice(0, 24),
        '登録番号は「T」と13桁の数字です（例：T700'.slice(0, 24),
      ],
    ],
    [5, 'known', ['「朝凪硝子株式会社」（0001）として登録済みのた'.slice(0, 24)]],
    [6, 'faulty', ['2行目と同じ取引先です。コード・番号・名前を確か'.slice(0, 24)]],
  ])
  expect(preview.lines[0]?.draft?.bank).toEqual({
    ...{ bankCode: '0991', branchCode: '101', lastDigits: '345', holderKana: 'カ）ヨツバシザイ' },
  })
  expect(await runCommand(office, payables.applyVendorImport, colleague, { importId })).toEqual({
    ...{ applied: 2, known: 0, remaining: 0 },
  })
  expect((await runCommand(office, payables.applyVendorImport, colleague, { importId })).applied).toBe(0)
  const { vendors } = await runQuery(office, payables.vendorList, clerk, {})
  expect(vendors.map(({ code, name, terms, hold }) => [code, name, terms?.closing.day ?? null, hold])).toEqual([
    ['0001', '朝凪硝子株式会社', null, 'no-account'],
    ['B-7', '椎名 ひかる', null, 'no-account'],
    ['0002', '株式会社よつば資材', 'month-end', 'account-waiting'],
  ])
  const [waiting] = await runQuery(office, payables.waitingBankAccounts, clerk, {})
  const call = {
    ...{
      bankAccountId: waiting?.bankAccountId ?? '',
      calledName: '佐倉様',
      calledNumber: '03-1234-5678',
      numberSource: '契約書',
    },
  }
  for (const actor of [clerk, colleague])
    await expect(runCommand(office, payables.confirmBankAccount, actor, call)).rejects.toMatchObject({
      face: { kind: 'not-allowed' },
    })
  const individual = vendors.find(({ code }) => code === 'B-7')
  await runCommand(office, payables.changeVendor, clerk, {
    vendorId: individual?.vendorId ?? '',
    version: 1,
    note: '挿絵',
  })
  expect(await runCommand(office, payables.undoVendorImport, clerk, { importId })).toEqual({ undone: 1, kept: 1 })
  await expect(runCommand(office, payables.undoVendorImport, clerk, { importId })).rejects.toMatchObject({
    face: { code: 'payables.import-undone' },
  })
  expect((await runQuery(office, payables.vendorList, clerk, {})).vendors.map(({ name }) => name)).toEqual([
    '朝凪硝子株式会社',
    '椎名 ひかる',
  ])
  expect((await storyOf(office, companyId, names)).map((line) => line.slice(12))).toEqual([
    '担当 取引先を登録した（朝凪硝子株式会社）',
    '担当 取引先の取り込みを準備した（取引先.csv）',
    '同僚 取引先を取り込んだ（椎名 ひかる・取引先.csv）',
    '同僚 取引先を取り込んだ（取引先.csv）',
    '担当 取引先の登録内容を変えた（椎名 ひかる）',
    '担当 取引先の取り込みを取り消した（取引先.csv）',
  ])
})

test('a table without names is refused; another company does not find the import', async () => {
  const [ours, theirs] = [await opened(), await opened()]
  await expect(
    runCommand(office, payables.stageVendorImport, ours.clerk, { fileName: 'x.csv', rows: [['a', 'b']] }),
  ).rejects.toMatchObject({ face: { code: 'payables.import-without-header' } })
  const { importId } = await runCommand(office, payables.stageVendorImport, theirs.clerk, { fileName: 'y.csv', rows })
  await expect(runCommand(office, payables.applyVendorImport, ours.clerk, { importId })).rejects.toMatchObject({
    face: { kind: 'not-found' },
  })
})
