import { newId, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, storyOf, type TestOffice, testActor, testCompany } from '@ennoshita/kernel/test'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledger } from '../contract.ts'
import { ledger as ledgerModule } from '../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, ledgerModule], { at: '2026-11-20T09:00:00+09:00' })
})
afterAll(() => office.close())

test('a chart of its own: accounts are added, renamed, divided and closed, and no two have the same code or name', async () => {
  const companyId = await testCompany(office)
  const clerk = await testActor(office, companyId, 'clerk')
  const land = { code: '158', name: '土地', kana: 'トチ', division: 'tangible-assets' as const }
  const { accountId } = await runCommand(office, ledger.addAccount, clerk, land)
  const refused = (call: Promise<unknown>, code: string, field: string) =>
    expect(call).rejects.toMatchObject({ face: { code: `ledger.${code}`, field } })
  await refused(runCommand(office, ledger.addAccount, clerk, { ...land, name: '宅地' }), 'code-taken', 'code')
  await refused(runCommand(office, ledger.addAccount, clerk, { ...land, code: '159' }), 'name-taken', 'name')
  const part = { accountId, code: '1', name: '本社の土地', kana: 'ホンシャ' }
  await runCommand(office, ledger.addSubAccount, clerk, part)
  await refused(runCommand(office, ledger.addSubAccount, clerk, { ...part, name: '工場の土地' }), 'code-taken', 'code')
  await expect(runCommand(office, ledger.addSubAccount, clerk, { ...part, accountId: newId() })).rejects.toMatchObject({
    face: { kind: 'not-found', field: 'accountId' },
  })
  const change = { accountId, version: 1, name: '土地（事業用）', closedOn: '2026-10-31' }
  await runCommand(office, ledger.changeAccount, clerk, change)
  await refused(runCommand(office, ledger.changeAccount, clerk, change), 'changed-meanwhile', 'version')
  expect(await runQuery(office, ledger.accountList, clerk, {})).toEqual([])
  expect(await runQuery(office, ledger.accountList, clerk, { includeClosed: true, text: 'ﾄﾁ' })).toMatchObject([
    {
      code: '158',
      name: '土地（事業用）',
      side: 'debit',
      closedOn: '2026-10-31',
      version: 2,
      parts: [{ name: '本社の土地' }],
    },
  ])
  await runCommand(office, ledger.changeAccount, clerk, { accountId, version: 2, closedOn: null })
  expect(await runQuery(office, ledger.accountList, clerk, {})).toHaveLength(1)
  await expect(runCommand(office, ledger.adoptChart, clerk, {})).rejects.toMatchObject({
    face: { code: 'ledger.chart-there' },
  })
  const names = new Map([[clerk.personId, '担当']])
  expect(await storyOf(office, companyId, names)).toEqual([
    '11/20 09:00 担当 勘定科目を設けた（158 土地（事業用））',
    '11/20 09:00 担当 補助科目を設けた（158 土地（事業用）・土地 1 本社の土地）',
    '11/20 09:00 担当 勘定科目を変えた（158 土地（事業用））',
    '11/20 09:00 担当 勘定科目を変えた（158 土地（事業用））',
  ])
})

test('of ten accounts of one code at once, one is added', async () => {
  const companyId = await testCompany(office)
  const clerk = await testActor(office, companyId, 'clerk')
  const adding = Array.from({ length: 10 }, (_, n) =>
    runCommand(office, ledger.addAccount, clerk, { code: '100', name: `現金${n}`, division: 'current-assets' }),
  )
  const came = await Promise.allSettled(adding)
  const codes = came.map((each) => (each.status === 'fulfilled' ? 'done' : each.reason.face?.code)).sort()
  expect(codes).toEqual(['done', ...Array(9).fill('ledger.code-taken')])
})
