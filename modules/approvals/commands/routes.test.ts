import { newId } from '@ennoshita/kernel'
import { runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvals } from '../contract.ts'
import { approvals as approvalsModule } from '../module.ts'
import { foundApprovalCompany, type Person, petition, petitionModule } from '../test-company.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([peopleModule, approvalsModule, petitionModule], { connections: 8 })
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

type Company = Awaited<ReturnType<typeof foundApprovalCompany>>

const kind = 'petition.petition'
const ask = (company: Company, who: Person, amount: number, more: object = {}) =>
  runCommand(office, petition.ask, who, {
    ...{ petitionId: newId(), title: '伺い', amount, departmentId: company.sales },
    ...more,
  })
const approve = (who: Person, matterId: string) => runCommand(office, petition.approve, who, { matterId })
const code = (wanted: string, more: object = {}) => ({ face: { code: `approvals.${wanted}`, ...more } })
const person = (who: Person) => ({ by: 'person' as const, personId: who.personId })

describe('a route of the company', () => {
  test('counts for its kind, amount and department; a matter under way keeps the version it began with', async () => {
    const company = await foundApprovalCompany(office)
    const first = { name: '担当', approvers: [person(company.sato)] }
    const route = await runCommand(office, approvals.setRoute, company.administrator, {
      ...{ kind, name: '営業の伺い', conditions: { departmentId: company.sales, amountFrom: 1_000 }, steps: [first] },
    })
    const old = await ask(company, company.tanaka, 1_000)
    expect(old.waitingFor).toEqual([company.sato.personId])
    const next = await runCommand(office, approvals.setRoute, company.administrator, {
      ...{ ...route, kind, name: '営業の伺い', conditions: { departmentId: company.sales, amountFrom: 1_000 } },
      steps: [{ name: '経理部長', approvers: [person(company.accountingHead)] }, first],
    })
    expect(next).toEqual({ routeId: route.routeId, version: 2 })
    expect(await approve(company.sato, old.matterId)).toMatchObject({ state: 'approved' })
    const fresh = await ask(company, company.tanaka, 1_000)
    expect(fresh.waitingFor).toEqual([company.accountingHead.personId])
    const below = await ask(company, company.tanaka, 1_000, { departmentId: company.section })
    expect(below.waitingFor).toEqual([company.accountingHead.personId])
    const elsewhere = await ask(company, company.tanaka, 1_000, { departmentId: company.accounting })
    expect(elsewhere.waitingFor).toEqual([company.accountingHead.personId]) // the ready route: 経理部 itself
    const { route: taken } = await runQuery(office, approvals.matterDetails, company.tanaka, {
      matterId: elsewhere.matterId,
    })
    expect(taken.name).toBe('標準（50万円未満）')
  })

  test('is refused with a stale version, with conditions that another has, and with people who are not there', async () => {
    const company = await foundApprovalCompany(office)
    const input = { kind, name: '一段', steps: [{ name: '担当', approvers: [person(company.sato)] }] }
    const set = (more: object) => runCommand(office, approvals.setRoute, company.administrator, { ...input, ...more })
    const route = await set({})
    await set({ ...route, name: '一段改' })
    await expect(set({ ...route, name: '古い' })).rejects.toMatchObject(
      code('route-changed-meanwhile', { kind: 'conflict', field: 'version' }),
    )
    await expect(set({ name: '同じ条件' })).rejects.toMatchObject(code('same-conditions', { field: 'conditions' }))
    const lost = { name: '無人', approvers: [{ by: 'person' as const, personId: newId() }] }
    await expect(set({ conditions: { amountFrom: 5 }, steps: [...input.steps, lost] })).rejects.toMatchObject({
      face: { kind: 'not-found', field: 'steps.1.approvers.0.personId' },
    })
    await expect(set({ conditions: { amountFrom: 5, amountUntil: 4 } })).rejects.toMatchObject({
      face: { kind: 'bad-input', field: 'conditions.amountUntil' },
    })
    await expect(set({ routeId: route.routeId })).rejects.toMatchObject({ face: { field: 'version' } })
  })

  test('that is retired is taken no more; nor do ready routes come back that the company retired', async () => {
    const company = await foundApprovalCompany(office)
    const { routeIds } = await runCommand(office, approvals.adoptRoutes, company.administrator, {})
    expect(routeIds).toHaveLength(2)
    await expect(runCommand(office, approvals.adoptRoutes, company.administrator, {})).rejects.toMatchObject(
      code('routes-there'),
    )
    for (const routeId of routeIds)
      await runCommand(office, approvals.retireRoute, company.administrator, { routeId, version: 1 })
    await expect(ask(company, company.sato, 1)).rejects.toMatchObject(code('no-route', { kind: 'conflict' }))
    expect(await runQuery(office, approvals.routeList, company.sato, {})).toEqual([])
    expect((await company.story()).slice(-3)).toEqual([
      '11/20 09:00 管理者 標準の承認経路を取り入れた（標準（50万円以上）・標準（50万円未満））',
      '11/20 09:00 管理者 承認経路の使用をやめた（標準（50万円未満））',
      '11/20 09:00 管理者 承認経路の使用をやめた（標準（50万円以上））',
    ])
  })

  test('shows the steps before anything is submitted, also the ready ones that nobody has adopted yet', async () => {
    const company = await foundApprovalCompany(office)
    const preview = (who: Person, amount: number) =>
      runQuery(office, approvals.routePreviews, who, { kind: 'payables.invoice', amount, departmentId: company.sales })
    expect(await preview(company.sato, 500_000)).toMatchObject({
      route: { routeId: null, name: '標準（50万円以上）' },
      steps: [
        { number: 1, name: '部門長', approverNames: [{ ja: '対象の部署の長' }], people: [{ name: '営業部長' }] },
        { number: 2, name: '社長', people: [{ name: '社長' }] },
      ],
      refusal: null,
    })
    expect(await preview(company.salesHead, 1)).toMatchObject({
      steps: [
        { number: 1, passedOver: 'own-matter', people: [] },
        { number: 2, name: '社長（ほかに承認者がいないため）', people: [{ name: '社長' }] },
      ],
    })
    const { personId } = company.president
    const roles = { personId, roles: ['employee'], was: ['president'] }
    await runCommand(office, people.setRoles, company.program, roles)
    expect((await preview(company.sato, 500_000)).refusal?.what.ja).toBe(
      '承認経路の「社長」を承認できる人がいません（社長）。',
    )
    expect((await runQuery(office, approvals.routeList, company.sato, {})).map(({ routeId }) => routeId)).toEqual([
      ...[null, null],
    ])
  })
})

describe('lists', () => {
  test('show what waits for me, the longest first, with business days, page by page', async () => {
    const company = await foundApprovalCompany(office)
    for (const day of ['2026-11-16', '2026-11-17', '2026-11-20']) {
      office.clock.set(`${day}T10:00:00+09:00`)
      await ask(company, company.sato, 300, { title: day, facts: { 取引先: '山田商店', 支払期日: '2026-12-31' } })
    }
    office.clock.set('2026-11-25T09:00:00+09:00') // Mon 23 is a holiday
    const first = await runQuery(office, approvals.waitingApprovals, company.salesHead, { limit: 2 })
    expect(first.count).toBe(3)
    expect(first.rows.map(({ title, waitedDays }) => [title, waitedDays])).toEqual([
      ['2026-11-16', 6],
      ['2026-11-17', 5],
    ])
    expect(Object.keys(first.rows[0]?.facts ?? {})).toEqual(['取引先', '支払期日'])
    expect(first.rows[0]).toMatchObject({
      ...{ amount: 300, applicant: { name: '佐藤' }, departmentName: '営業部', step: { number: 1, count: 1 } },
      commands: { approve: { name: 'petition.approve' }, withdraw: null },
    })
    const rest = await runQuery(office, approvals.waitingApprovals, company.salesHead, { limit: 2, ...first.next })
    expect(rest.rows.map(({ title, waitedDays }) => [title, waitedDays])).toEqual([['2026-11-20', 2]])
    expect(rest.next).toBeNull()
    const mine = await runQuery(office, approvals.myMatters, company.sato, { limit: 2 })
    expect(mine.rows.map(({ title }) => title)).toEqual(['2026-11-20', '2026-11-17'])
    expect(mine.rows[0]?.waitingFor.map(({ name }) => name)).toEqual(['営業部長'])
    const older = await runQuery(office, approvals.myMatters, company.sato, { limit: 2, ...mine.next })
    expect(older.rows.map(({ title }) => title)).toEqual(['2026-11-16'])
  })

  test('a matter is read by who asked, is asked or decided, by heads of its department and the office; by nobody else', async () => {
    const company = await foundApprovalCompany(office)
    const { matterId } = await ask(company, company.tanaka, 900_000)
    for (const who of [company.tanaka, company.salesHead, company.sato, company.administrator])
      expect((await runQuery(office, approvals.matterDetails, who, { matterId })).matterId).toBe(matterId)
    await expect(runQuery(office, approvals.matterDetails, company.ito, { matterId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    await approve(company.salesHead, matterId)
    expect((await runQuery(office, approvals.matterDetails, company.salesHead, { matterId })).may.decide).toBe(false)
    expect((await runQuery(office, approvals.matterDetails, company.president, { matterId })).may).toMatchObject({
      ...{ decide: true, onBehalfOf: null, returnTo: [{ number: 1, name: '部門長' }], withdraw: false },
    })
  })
})
