import { encodeCp932, readTable } from '@ennoshita/formats'
import { inTransaction, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, storyOf, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../contract.ts'
import { enterFirstPerson, people as peopleModule } from '../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule], { at: '2026-11-20T09:00:00+09:00' })
})
afterAll(() => office.close())

async function founded() {
  const companyId = await testCompany(office)
  const { personId } = await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'test', true)`
    return enterFirstPerson(tx, {
      companyId,
      fromOn: '2020-04-01',
      roles: ['administrator'],
      person: { familyName: '縁下', givenName: '花子', familyKana: 'エンノシタ', givenKana: 'ハナコ' },
    })
  })
  const actor = {
    companyId,
    personId,
    kind: 'human',
    departmentIds: [],
    grants: presetGrants(office, 'administrator'),
  } as const
  return { companyId, actor }
}

const csv = [
  '社員番号,氏名,フリガナ,部署,役職,メール,入社日,退職日',
  '001,髙﨑　真一,ﾀｶｻｷ ｼﾝｲﾁ,営業本部/第一営業部,部長,takasaki@example.jp,H31.4.1,',
  '002,鈴木　愛,スズキ アイ,第一営業部,主任,,令和3年10月1日,',
  '003,,タナカ,総務部,,,2021/4/1,',
  '004,田中　実,タナカ ミノル,総務部,,tanaka,2021/2/30,',
  '002,佐藤　健,サトウ ケン,総務部,,,2021/4/1,',
  ',縁下 花子,エンノシタ ハナコ,総務部,,,,',
  '007,伊藤　誠,イトウ マコト,総務部,,,2015/4/1,2024/3/31',
].join('\r\n')

async function staged({ actor }: Awaited<ReturnType<typeof founded>>) {
  const { sheets } = readTable(encodeCp932(csv).bytes, { name: '社員名簿.csv' })
  return runCommand(office, people.stagePeopleImport, actor, {
    fileName: '社員名簿.csv',
    rows: sheets[0]?.rows ?? [],
    lines: sheets[0]?.lines,
    fromOn: '2026-11-01',
  })
}

const linesWith = (personId: string) =>
  inTransaction(office.database.owner, async (tx) =>
    (await tx.rows<{ on: string }>`select from_on as on from people.assignment where person_id = ${personId}`).map(
      (row) => row.on,
    ),
  )

test('a file of CP932 comes in: faults per line, nobody twice, undone again', async () => {
  const company = await founded()
  const { actor, companyId } = company
  const { importId, counts } = await staged(company)
  expect(counts).toEqual({ accepted: 3, known: 1, faulty: 3, applied: 0, undone: 0, kept: 0 })
  const preview = await runQuery(office, people.importPreviews, actor, { importId })
  expect(
    preview.lines.flatMap((each) => each.faults.map((one) => `${each.state} ${one.line}行${one.column}列 ${one.ja}`)),
  ).toEqual([
    'faulty 4行2列 氏名がありません。氏名（または姓）を入力してください。',
    'faulty 5行7列 「2021/2/30」という日はありません。2021年2月は28日までです。',
    'faulty 5行6列 「tanaka」はメールアドレスの形ではありません。直すか、空にしてください。',
    'faulty 6行1列 社員番号「002」は3行目にもあります。番号を直すか、兼務の行なら削って、取り込んだ後に兼務を加えてください。',
    'known 7行2列 縁下 花子さんは登録済みのため、取り込みません。同姓同名の別の方なら、社員番号を付けてください。',
  ])

  const apply = () => runCommand(office, people.applyPeopleImport, actor, { importId, limit: 2 })
  expect(await apply()).toEqual({ applied: 2, known: 0, remaining: 1 })
  expect(await apply()).toEqual({ applied: 1, known: 0, remaining: 0 })
  expect(await apply()).toEqual({ applied: 0, known: 0, remaining: 0 })

  const chart = await runQuery(office, people.organisationChart, actor, {})
  expect(
    chart.departments.map((each) => [each.path, each.members.map((one) => `${one.displayName} ${one.postName}`)]),
  ).toEqual([
    ['営業本部', []],
    ['営業本部 / 第一営業部', ['髙﨑 真一 部長', '鈴木 愛 主任']],
    ['総務部', []],
  ])
  const { people: all } = await runQuery(office, people.peopleList, actor, { includeLeavers: true })
  expect(all.map((each) => [each.displayName, each.kana, each.register?.joinedOn, each.register?.leftOn])).toEqual([
    ['伊藤 誠', 'イトウ マコト', '2015-04-01', '2024-03-31'],
    ['縁下 花子', 'エンノシタ ハナコ', null, null],
    ['鈴木 愛', 'スズキ アイ', '2021-10-01', null],
    ['髙﨑 真一', 'タカサキ シンイチ', '2019-04-01', null],
  ])
  expect(await linesWith(all[3]?.personId ?? '')).toEqual(['2026-11-01'])

  const again = await staged(company)
  expect(again.counts).toMatchObject({ accepted: 0, known: 4, faulty: 3 })

  await runCommand(office, people.changePerson, actor, {
    personId: all[2]?.personId ?? '',
    version: 1,
    phone: '内線 8',
  })
  expect(await runCommand(office, people.undoPeopleImport, actor, { importId })).toEqual({ undone: 2, kept: 1 })
  const after = await runQuery(office, people.organisationChart, actor, {})
  expect(after.departments.map((each) => each.path)).toEqual(['営業本部', '営業本部 / 第一営業部'])
  expect((await runQuery(office, people.peopleList, actor, { includeLeavers: true })).total).toBe(2)
  expect(await storyOf(office, companyId)).toEqual([
    '11/20 09:00 人 名簿の取り込みを準備した（社員名簿.csv）',
    '11/20 09:00 人 名簿を取り込んだ（営業本部・第一営業部・社員名簿.csv・鈴木 愛）',
    '11/20 09:00 人 名簿を取り込んだ（社員名簿.csv）',
    '11/20 09:00 人 名簿を取り込んだ（社員名簿.csv）',
    '11/20 09:00 人 名簿の取り込みを準備した（社員名簿.csv）',
    '11/20 09:00 人 人の登録内容を変えた（鈴木 愛）',
    '11/20 09:00 人 名簿の取り込みを取り消した（社員名簿.csv）',
  ])
})

test('a clerk makes no departments by a file, and another company sees nothing of it', async () => {
  const company = await founded()
  const clerk = { ...company.actor, grants: presetGrants(office, 'clerk') }
  const { counts, importId } = await staged({ ...company, actor: clerk })
  expect(counts).toMatchObject({ accepted: 0, faulty: 6 })
  const other = await founded()
  const notFound = { face: { kind: 'not-found' } }
  await expect(runQuery(office, people.importPreviews, other.actor, { importId })).rejects.toMatchObject(notFound)
  await expect(runCommand(office, people.applyPeopleImport, other.actor, { importId })).rejects.toMatchObject(notFound)
})

test('a department that begins after the day of the file is not made a second time', async () => {
  const company = await founded()
  await runCommand(office, people.addDepartment, company.actor, { name: '総務部', fromOn: '2026-11-20' })
  const { counts, importId } = await staged(company)
  expect(counts).toMatchObject({ accepted: 2, faulty: 4 })
  const { lines } = await runQuery(office, people.importPreviews, company.actor, { importId, state: 'faulty' })
  expect(lines.at(-1)?.faults).toMatchObject([
    { line: 8, column: 4, ja: '部署「総務部」は2026年11月20日からです。取り込みの基準日をその日以降にしてください。' },
  ])
})

test('a person who came in by hand meanwhile is left out', async () => {
  const company = await founded()
  const { importId } = await staged(company)
  await runCommand(office, people.addPerson, company.actor, {
    familyName: '鈴木',
    givenName: '愛',
    employeeNumber: '002',
  })
  expect(await runCommand(office, people.applyPeopleImport, company.actor, { importId })).toEqual({
    applied: 2,
    known: 1,
    remaining: 0,
  })
})

test('1,000 people come in by one call', async () => {
  const { actor } = await founded()
  const rows = [
    ['社員番号', '氏名', '部署'],
    ...Array.from({ length: 1000 }, (_, n) => [`${n + 1}`, `試験 第${n + 1}`, `第${n % 20}課`]),
  ]
  const { importId } = await runCommand(office, people.stagePeopleImport, actor, {
    fileName: 'many.xlsx',
    rows,
    fromOn: '2026-04-01',
  })
  const outcome = await runCommand(office, people.applyPeopleImport, actor, { importId, limit: 1000 })
  expect(outcome).toEqual({ applied: 1000, known: 0, remaining: 0 })
  expect((await runQuery(office, people.peopleList, actor, { limit: 10 })).total).toBe(1001)
})
