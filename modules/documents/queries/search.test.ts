import { inTransaction, newId, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, storyOf, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { people as peopleModule } from '@ennoshita/people/server'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documents } from '../contract.ts'
import { documents as documentsModule } from '../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, documentsModule])
})
afterAll(() => office.close())

/** Names as people and scanners write them, under the form in which all of them are equal: typed here, not folded by the program. */
const spelled: Readonly<Record<string, readonly string[]>> = {
  川辺野すちーる: ['川辺野スチール', '株式会社川邉野ｽﾁｰﾙ', '川邊野 スチール（株）'],
  みなと電機: ['みなと電機', 'ミナト電機株式会社', '㈱ﾐﾅﾄ電機'],
  abc商事: ['ＡＢＣ商事', 'abc商事', 'Abc 商事 有限会社'],
  '100%おれんじ_a\\b': ['100%オレンジ_a\\b', '１００％オレンジ＿Ａ＼Ｂ'],
  '': [''],
}
/** What is typed, and the part of the form above that it means; `%`, `_` and `\` stand for themselves. */
const typed: Readonly<Record<string, string>> = {
  川邉野: '川辺野',
  ｽﾁｰﾙ: 'すちーる',
  'みなと 電機': 'みなと電機',
  ミナ: 'みな',
  ＡＢＣ: 'abc',
  商事: '商事',
  '%': '%',
  _: '_',
  '\\': '\\',
  '0%オ': '0%お',
  株式会社: '',
  '・': '',
  なにもない: 'なにもない',
}
const formOf = new Map(Object.entries(spelled).flatMap(([form, ways]) => ways.map((way) => [way, form] as const)))

type Kept = { id: string; on: string | null; amount: number | null; partner: string; isDiscarded: boolean }

const day = fc
  .integer({ min: 0, max: 39 })
  .map((n) => `2026-${n < 20 ? '10' : '11'}-${String((n % 20) + 1).padStart(2, '0')}`)
const amount = fc.oneof(fc.constantFrom(-110, 0, 1, 110, 999_999_999_999), fc.integer({ min: -500, max: 500 }))
const kept = fc.record({
  on: fc.option(day),
  amount: fc.option(amount),
  partner: fc.constantFrom(...formOf.keys()),
  isDiscarded: fc.boolean(),
})
const filters = fc.record(
  {
    ...{ fromOn: day, untilOn: day, amountFrom: amount, amountUntil: amount },
    ...{ partner: fc.constantFrom(...Object.keys(typed)), includeDiscarded: fc.boolean() },
  },
  { requiredKeys: [] },
)
type Filters = Partial<Record<'fromOn' | 'untilOn' | 'partner', string>> &
  Partial<Record<'amountFrom' | 'amountUntil', number>> & { includeDiscarded?: boolean }

/** The law's search in plain words (電子帳簿保存法施行規則2条6項5号): all conditions hold; what has no date or amount lies in no range. */
function finds({ fromOn, untilOn, amountFrom, amountUntil, partner, includeDiscarded }: Filters, row: Kept): boolean {
  const isWithin = <Value extends string | number>(value: Value | null, from?: Value, until?: Value) =>
    (from === undefined || (value !== null && value >= from)) &&
    (until === undefined || (value !== null && value <= until))
  return (
    isWithin(row.on, fromOn, untilOn) &&
    isWithin(row.amount, amountFrom, amountUntil) &&
    (partner === undefined || (formOf.get(row.partner) ?? '').includes(typed[partner] ?? partner)) &&
    (includeDiscarded === true || !row.isDiscarded)
  )
}

async function keepAll(companyId: string, personId: string, rows: readonly Kept[]): Promise<void> {
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'test', true), set_config('ennoshita.company', ${companyId}, true)`
    await tx.run`insert into documents.document (company_id, id, kind, transaction_on, amount, partner, file_id, file_name, media, sha256, bytes,
        kept_at, kept_on, kept_by, discarded_at, discard_reason)
      select ${companyId}, r.id, 'invoice', r."on", r.amount, r.partner, r.id, '請求書.pdf', 'pdf', repeat('0', 64), 1, '2026-11-20T09:00:00+09:00',
        '2026-11-20', ${personId}, case when r."isDiscarded" then now() end, case when r."isDiscarded" then '重複' end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "on" date, amount bigint, partner text, "isDiscarded" boolean)`
  })
}

const sortedOn = (row: Kept) => row.on ?? '2026-11-20'
const newestFirst = (one: Kept, other: Kept) =>
  sortedOn(one) === sortedOn(other) ? (one.id < other.id ? 1 : -1) : sortedOn(one) < sortedOn(other) ? 1 : -1

test('the search finds what a plain filter over the same documents finds, few or many', async () => {
  const companyId = await testCompany(office)
  const { personId } = await runCommand(office, people.addPerson, programFor(companyId), { familyName: '佐藤' })
  const clerk = {
    companyId,
    personId,
    kind: 'human' as const,
    departmentIds: [],
    grants: presetGrants(office, 'clerk'),
  }
  const some = fc.sample(kept, { numRuns: 400, seed: 20261120 }).map((row) => ({ ...row, id: newId() }))
  const many = Array.from({ length: 7_000 }, (_, n): Kept => {
    const on = `2026-10-${String((n % 31) + 1).padStart(2, '0')}`
    return { id: newId(), on, amount: n % 1_000, partner: 'ミナト電機株式会社', isDiscarded: false }
  })
  const rows = [...some, ...many].sort(newestFirst)
  await keepAll(companyId, personId, rows)
  await fc.assert(
    fc.asyncProperty(filters, async (asked) => {
      const wanted = rows.filter((row) => finds(asked, row))
      const { documents: found, count } = await runQuery(office, documents.documentList, clerk, { ...asked, limit: 50 })
      expect(count).toBe(wanted.length)
      expect(found.map(({ documentId }) => documentId)).toEqual(wanted.slice(0, 50).map(({ id }) => id))
    }),
    {
      numRuns: 150,
      seed: 20261120,
      examples: [[{ partner: 'みなと 電機' }], [{ partner: 'ミナ', amountFrom: 999 }], [{}]],
    },
  )
}, 60_000)

test('what is found is taken out as one list; employees take none, and the log says who did', async () => {
  const companyId = await testCompany(office)
  const { personId } = await runCommand(office, people.addPerson, programFor(companyId), { familyName: '佐藤' })
  const clerk = {
    companyId,
    personId,
    kind: 'human' as const,
    departmentIds: [],
    grants: presetGrants(office, 'clerk'),
  }
  const row = (on: string | null, partner: string, isDiscarded: boolean): Kept => ({
    ...{ id: newId(), on, amount: on === null ? null : 110_000, partner, isDiscarded },
  })
  const kept = [row('2026-10-31', '=川辺野スチール', false), row(null, 'みなと電機', true)]
  await keepAll(companyId, personId, kept)
  const asked = { includeDiscarded: true }
  const all = await runQuery(office, documents.documentExports, clerk, asked)
  expect(all.name).toMatch(/^書類一覧_\d{8}$/)
  const seen = ['取引年月日', '書類種別', '取引先', '取引金額', 'ファイル名', '保存日時', '保存した人', '削除理由']
  expect(all.rows.map((cells) => seen.map((name) => cells[all.header.indexOf(name)]))).toEqual([
    ['', '請求書', 'みなと電機', null, '請求書.pdf', '2026-11-20 09:00:00', '佐藤', '重複'],
    [{ date: '2026-10-31' }, '請求書', '=川辺野スチール', 110_000, '請求書.pdf', '2026-11-20 09:00:00', '佐藤', ''],
  ])
  const found = await runQuery(office, documents.documentExports, clerk, { ...asked, partner: 'ﾐﾅﾄ' })
  expect(found.rows.map((cells) => cells[2])).toEqual(['みなと電機'])
  const employee = { ...clerk, grants: presetGrants(office, 'employee') }
  await expect(runQuery(office, documents.documentExports, employee, asked)).rejects.toMatchObject({
    face: { kind: 'not-allowed' },
  })
  const story = await storyOf(office, companyId, new Map([[personId, '佐藤']]))
  expect(story.filter((line) => line.includes('佐藤 書類の一覧を取り出した'))).toHaveLength(2)
})
