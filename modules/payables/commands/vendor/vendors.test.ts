import { approvals as approvalsModule } from '@ennoshita/approvals/server'
import { documents as documentsModule } from '@ennoshita/documents/server'
import { inTransaction, newId, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, storyOf, type TestOffice, testActor, testCompany } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { ledger as ledgerModule } from '@ennoshita/ledger/server'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { payables } from '../../contract.ts'
import { payables as payablesModule } from '../../module.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, documentsModule, ledgerModule, approvalsModule, payablesModule], {
    at: '2026-11-20T09:00:00+09:00',
    connections: 8,
  })
})
afterAll(() => office.close())

async function opened() {
  office.clock.set('2026-11-20T09:00:00+09:00')
  const companyId = await testCompany(office)
  const clerk = await testActor(office, companyId, 'clerk')
  const colleague = await testActor(office, companyId, 'clerk')
  const administrator = await testActor(office, companyId, 'administrator')
  const employee = await testActor(office, companyId, 'employee')
  const names = new Map([
    [clerk.personId, '担当'],
    [colleague.personId, '同僚'],
    [administrator.personId, '管理者'],
  ])
  return { companyId, clerk, colleague, administrator, employee, names }
}

const account = {
  ...{
    bankCode: '0991',
    bankName: '花園銀行',
    bankKana: 'ハナゾノ',
    branchCode: '101',
    branchName: '緑見町',
    branchKana: 'ミドリミチヨウ',
  },
  ...{ accountNumber: '1234567', holder: 'カ）ヨツバシザイ' },
}
const other = { ...account, accountNumber: '7654321' }
const yotsuba = { name: '株式会社よつば資材', nameKana: 'よつばしざい', phone: '03-1234-5678' }
const call = { calledName: '経理 佐倉様', calledNumber: '03-1234-5678' }

describe('取引先', () => {
  test('a changed account is held until somebody else has called the number known before', async () => {
    const { clerk, colleague, companyId, names } = await opened()
    const { vendorId, bankAccountId } = await runCommand(office, payables.addVendor, clerk, {
      ...yotsuba,
      bankAccount: account,
    })
    const first = { bankAccountId: bankAccountId ?? '', ...call, numberSource: '2024年の基本契約書' }
    await expect(runCommand(office, payables.confirmBankAccount, clerk, first)).rejects.toMatchObject({
      face: { kind: 'not-allowed', code: 'kernel.same-person' },
    })
    await expect(
      runCommand(office, payables.confirmBankAccount, colleague, { ...first, numberSource: '' }),
    ).rejects.toMatchObject({ face: { code: 'payables.call-back', field: 'numberSource' } })
    await runCommand(office, payables.confirmBankAccount, colleague, first)
    office.clock.set('2027-02-01T10:00:00+09:00')
    const entered = await runCommand(office, payables.enterBankAccount, clerk, { vendorId, ...other })
    const held = await runQuery(office, payables.vendorDetails, clerk, { vendorId })
    expect([held.hold, held.accounts.map(({ state, accountNumber }) => `${state} ${accountNumber}`)]).toEqual([
      'account-waiting',
      ['waiting 7654321', 'confirmed 1234567'],
    ])
    const again = { bankAccountId: entered.bankAccountId, calledName: '佐倉様' }
    await expect(
      runCommand(office, payables.confirmBankAccount, colleague, { ...again, calledNumber: '090-0000-1111' }),
    ).rejects.toMatchObject({ face: { field: 'numberSource', what: { ja: expect.stringContaining('03-1234-5678') } } })
    await runCommand(office, payables.confirmBankAccount, colleague, {
      ...again,
      calledNumber: '０３（１２３４）５６７８',
    })
    const free = await runQuery(office, payables.vendorDetails, clerk, { vendorId })
    expect([free.hold, free.accounts.map(({ state }) => state)]).toEqual([null, ['confirmed', 'replaced']])
    expect(await storyOf(office, companyId, names)).toEqual([
      '11/20 09:00 担当 取引先を登録した（株式会社よつば資材）',
      '11/20 09:00 担当 振込先口座を登録した（株式会社よつば資材）',
      '11/20 09:00 同僚 振込先口座を電話で確かめた（株式会社よつば資材）',
      '02/01 10:00 担当 振込先口座を登録した（株式会社よつば資材）',
      '02/01 10:00 同僚 振込先口座を電話で確かめた（株式会社よつば資材）',
    ])
  })

  test('a refused account leaves the old one in use', async () => {
    const { clerk, colleague } = await opened()
    const { vendorId, bankAccountId } = await runCommand(office, payables.addVendor, clerk, {
      ...yotsuba,
      bankAccount: account,
    })
    await runCommand(office, payables.confirmBankAccount, colleague, {
      ...call,
      bankAccountId: bankAccountId ?? '',
      numberSource: '名刺',
    })
    const entered = await runCommand(office, payables.enterBankAccount, clerk, { vendorId, ...other })
    await runCommand(office, payables.refuseBankAccount, colleague, {
      bankAccountId: entered.bankAccountId,
      reason: '先方は変更していないとのこと',
    })
    const shown = await runQuery(office, payables.vendorDetails, clerk, { vendorId })
    expect([shown.hold, shown.accounts.map(({ state, refusedReason }) => `${state} ${refusedReason}`)]).toEqual([
      null,
      ['refused 先方は変更していないとのこと', 'confirmed '],
    ])
    await expect(
      runCommand(office, payables.confirmBankAccount, colleague, {
        ...call,
        bankAccountId: entered.bankAccountId,
        numberSource: '名刺',
      }),
    ).rejects.toMatchObject({ face: { code: 'payables.account-decided' } })
  })

  test('of two people who confirm at once, one does; the database refuses one person in both roles', async () => {
    const { clerk, colleague, administrator, companyId } = await opened()
    const { bankAccountId } = await runCommand(office, payables.addVendor, clerk, { ...yotsuba, bankAccount: account })
    const confirm = { ...call, bankAccountId: bankAccountId ?? '', numberSource: '名刺' }
    const outcomes = await Promise.allSettled(
      [colleague, administrator].map((actor) => runCommand(office, payables.confirmBankAccount, actor, confirm)),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const alone = inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'test', true)`
      await tx.run`update payables.vendor_bank_account set confirmed_by = entered_by where company_id = ${companyId}`
    })
    await expect(alone).rejects.toThrow('check constraint')
  })

  test('in an office of one person a named exception lets one do both, and stands in the log', async () => {
    const { clerk, companyId } = await opened()
    const { vendorId, bankAccountId } = await runCommand(office, payables.addVendor, clerk, {
      ...yotsuba,
      bankAccount: account,
    })
    await inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'test', true)`
      await tx.run`insert into kernel.duty_exception (company_id, id, command, person_id, reason)
        values (${companyId}, ${newId()}, 'payables.confirm-bank-account', ${clerk.personId}, '一人事務所のため')`
    })
    const confirm = { ...call, bankAccountId: bankAccountId ?? '', numberSource: '名刺' }
    await runCommand(office, payables.confirmBankAccount, clerk, confirm)
    const { accounts } = await runQuery(office, payables.vendorDetails, clerk, { vendorId })
    expect(accounts.map(({ state, exception }) => [state, exception])).toEqual([['confirmed', '一人事務所のため']])
  })

  test('of another company is not found, and account numbers are hidden from who does not keep them', async () => {
    const [ours, theirs] = [await opened(), await opened()]
    const { vendorId, bankAccountId } = await runCommand(office, payables.addVendor, theirs.clerk, {
      ...yotsuba,
      bankAccount: account,
    })
    const notFound = { face: { kind: 'not-found' } }
    await expect(runQuery(office, payables.vendorDetails, ours.clerk, { vendorId })).rejects.toMatchObject(notFound)
    await expect(
      runCommand(office, payables.changeVendor, ours.clerk, { vendorId, version: 1, name: '乗っ取り' }),
    ).rejects.toMatchObject(notFound)
    await expect(
      runCommand(office, payables.enterBankAccount, ours.clerk, { vendorId, ...other }),
    ).rejects.toMatchObject(notFound)
    await expect(
      runCommand(office, payables.confirmBankAccount, ours.colleague, {
        ...call,
        bankAccountId: bankAccountId ?? '',
        numberSource: '名刺',
      }),
    ).rejects.toMatchObject(notFound)
    const seen = await runQuery(office, payables.vendorDetails, theirs.employee, { vendorId })
    expect(seen.accounts.map(({ accountNumber, isWhole }) => [accountNumber, isWhole])).toEqual([['****567', false]])
    expect((await runQuery(office, payables.vendorList, ours.clerk, {})).vendors).toEqual([])
  })

  test('is found however it is typed, page by page in the order of the kana', async () => {
    const { clerk } = await opened()
    for (const [name, nameKana] of [
      ['株式会社よつば資材', 'ヨツバシザイ'],
      ['有限会社石蕗据付', 'ツワブキスエツケ'],
      ['白妙塗装有限会社', 'ﾕ)ｼﾛﾀｴﾄｿｳ'],
    ] as const)
      await runCommand(office, payables.addVendor, clerk, { name, nameKana })
    const found = async (text: string) =>
      (await runQuery(office, payables.vendorList, clerk, { text })).vendors.map(({ name }) => name)
    for (const text of ['ﾖﾂﾊﾞ', 'よつば', '（株）よつば資材', '0001'])
      expect(await found(text)).toEqual(['株式会社よつば資材'])
    expect(await found('%')).toEqual([])
    const first = await runQuery(office, payables.vendorList, clerk, { limit: 2 })
    const second = await runQuery(office, payables.vendorList, clerk, { limit: 2, ...first.next })
    expect([...first.vendors, ...second.vendors].map(({ code }) => code)).toEqual(['0002', '0003', '0001'])
    expect(second.next).toBeNull()
  })

  test('twice is asked about; an older edit and a taken code are refused; a retired one is left out of the list', async () => {
    const { clerk } = await opened()
    const { vendorId } = await runCommand(office, payables.addVendor, clerk, {
      ...yotsuba,
      registrationNumber: 'T7000012050002',
    })
    await expect(
      runCommand(office, payables.addVendor, clerk, {
        name: 'よつば',
        registrationNumber: 'Ｔ７０００－０１２０－５０００２',
      }),
    ).rejects.toMatchObject({ face: { code: 'payables.vendor-there', field: 'registrationNumber' } })
    await expect(runCommand(office, payables.addVendor, clerk, { name: '(株)よつば資材' })).rejects.toMatchObject({
      face: { code: 'payables.vendor-there', field: 'name' },
    })
    await expect(runCommand(office, payables.addVendor, clerk, { name: '別', code: '0001' })).rejects.toMatchObject({
      face: { code: 'payables.code-taken' },
    })
    await runCommand(office, payables.addVendor, clerk, { name: '(株)よつば資材', isAnother: true })
    await runCommand(office, payables.changeVendor, clerk, { vendorId, version: 1, contact: '佐倉様' })
    await expect(
      runCommand(office, payables.changeVendor, clerk, { vendorId, version: 1, contact: '別の方' }),
    ).rejects.toMatchObject({ face: { kind: 'conflict', field: 'version' } })
    await runCommand(office, payables.retireVendor, clerk, { vendorId, reason: '取引の終了' })
    expect((await runQuery(office, payables.vendorList, clerk, {})).vendors.map(({ code }) => code)).toEqual(['0002'])
    await runCommand(office, payables.restoreVendor, clerk, { vendorId })
    expect((await runQuery(office, payables.vendorDetails, clerk, { vendorId })).version).toBe(4)
  })
})

test('支払の設定: refused without a chart, then the standard accounts; 少額特例 only within the law', async () => {
  const { administrator, clerk } = await opened()
  const set = (input: object) => runCommand(office, payables.setSettings, administrator, { version: 0, ...input })
  await expect(set({})).rejects.toMatchObject({ face: { code: 'payables.no-accounts' } })
  await runCommand(office, ledger.adoptChart, administrator, {})
  const before = await runQuery(office, payables.settings, clerk, {})
  expect([before.version, before.accounts.map(({ code, name }) => `${code} ${name}`)]).toEqual([
    0,
    [
      '128 前払費用',
      '202 買掛金',
      '206 未払金',
      '207 未払費用',
      '214 預り金',
      '639 支払手数料',
      '704 為替差益',
      '754 為替差損',
    ],
  ])
  await expect(set({ usesSmallAmount: true })).rejects.toMatchObject({ face: { field: 'basePeriodSales' } })
  await expect(set({ usesSmallAmount: true, basePeriodSales: 100_000_001 })).rejects.toMatchObject({
    face: { code: 'payables.small-amount' },
  })
  await set({ usesSmallAmount: true, basePeriodSales: 100_000_001, specifiedPeriodSales: 50_000_000 })
  const shown = await runQuery(office, payables.settings, clerk, {})
  expect([shown.version, shown.smallAmount.applies]).toEqual([1, true])
  await expect(set({ capital: 1 })).rejects.toMatchObject({ face: { field: 'version' } })
  await expect(
    runCommand(office, payables.setSettings, administrator, { version: 1, prepaidAccountId: newId() }),
  ).rejects.toMatchObject({ face: { kind: 'not-found', field: 'prepaidAccountId' } })
})
