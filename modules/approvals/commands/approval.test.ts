import { newId } from '@ennoshita/kernel'
import { runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice } from '@ennoshita/kernel/test'
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
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00')) // Friday; Monday the 23rd is a holiday

type Company = Awaited<ReturnType<typeof foundApprovalCompany>>

const ask = (company: Company, who: Person, amount: number | null, more: object = {}) =>
  runCommand(office, petition.ask, who, {
    ...{ petitionId: newId(), title: 'ノートPC 3台', amount, departmentId: company.sales },
    ...more,
  })
const approve = (who: Person, matterId: string, comment = '') =>
  runCommand(office, petition.approve, who, { matterId, comment })
const sendBack = (who: Person, matterId: string, comment: string, to: 'applicant' | number = 'applicant') =>
  runCommand(office, petition.sendBack, who, { matterId, comment, to })
const details = (who: Person, matterId: string) => runQuery(office, approvals.matterDetails, who, { matterId })
const code = (wanted: string, more: object = {}) => ({ face: { code: `approvals.${wanted}`, ...more } })

const namesOf = (company: Company, ids: readonly string[]) => ids.map((id) => company.names.get(id))

/** The record of a matter, a line a decision: `1 部門長 営業部長 approved 予算内です`. */
async function recordOf(who: Person, matterId: string): Promise<string[]> {
  const { decisions } = await details(who, matterId)
  return decisions.map(({ round, step, person, onBehalfOf, deed, comment, returnedTo, passedOver, selfApproval }) =>
    [
      ...[round, step?.name, onBehalfOf ? `${person?.name}（${onBehalfOf.name} 代）` : person?.name, deed],
      ...[returnedTo && `→${returnedTo}`, passedOver, selfApproval, comment],
    ]
      .filter(Boolean)
      .join(' '),
  )
}

/** A route of three steps for every petition: the head, both of two people, the president. */
const threeSteps = async (company: Company) =>
  runCommand(office, approvals.setRoute, company.administrator, {
    kind: 'petition.petition',
    name: '三段',
    steps: [
      { name: '部門長', approvers: [{ by: 'head', of: 'subject-department' }] },
      {
        ...{ name: '合議', need: 'all' },
        approvers: [
          { by: 'person', personId: company.accountingHead.personId },
          { by: 'person', personId: company.sato.personId },
        ],
      },
      { name: '社長', approvers: [{ by: 'role', role: 'president' }] },
    ],
  })

describe('the ready route', () => {
  test('asks the head of the department; from 500,000 yen the president too', async () => {
    const company = await foundApprovalCompany(office)
    const small = await ask(company, company.sato, 499_999)
    expect(namesOf(company, small.waitingFor)).toEqual(['営業部長'])
    expect(await approve(company.salesHead, small.matterId)).toEqual({ state: 'approved', step: '部門長' })
    const large = await ask(company, company.sato, 500_000)
    expect(await approve(company.salesHead, large.matterId, '予算内です')).toMatchObject({ state: 'waiting' })
    office.clock.set('2026-11-24T10:00:00+09:00')
    expect(await approve(company.president, large.matterId)).toEqual({ state: 'approved', step: '社長' })
    expect((await company.story()).slice(-3)).toEqual([
      '11/20 09:00 佐藤 伺いを出した（ノートPC 3台）',
      '11/20 09:00 営業部長 承認した（次の段へ）（ノートPC 3台）',
      '11/24 10:00 社長 承認した（決裁）（ノートPC 3台）',
    ])
    const routes = await runQuery(office, approvals.routeList, company.sato, {})
    expect(routes.map((route) => [route.name, route.routeId !== null, route.steps.map(({ name }) => name)])).toEqual([
      ['標準（50万円未満）', true, ['部門長']],
      ['標準（50万円以上）', true, ['部門長', '社長']],
    ])
  })

  test('weighs a credit note by its size, and asks the president where no amount is known', async () => {
    const company = await foundApprovalCompany(office)
    const credit = await ask(company, company.sato, -600_000)
    expect((await details(company.sato, credit.matterId)).steps.map(({ name }) => name)).toEqual(['部門長', '社長'])
    const unknown = await ask(company, company.sato, null)
    expect((await details(company.sato, unknown.matterId)).steps.map(({ name }) => name)).toEqual(['部門長', '社長'])
  })

  test('climbs to the department above where nobody heads the section', async () => {
    const company = await foundApprovalCompany(office)
    const { waitingFor } = await ask(company, company.tanaka, 100_000, { departmentId: company.section })
    expect(namesOf(company, waitingFor)).toEqual(['営業部長'])
    const own = await ask(company, company.tanaka, 100_000, { departmentId: null }) // 申請した部署
    expect(namesOf(company, own.waitingFor)).toEqual(['営業部長'])
  })
})

describe('return and withdrawal', () => {
  test('差戻し to the applicant needs a comment; the next round keeps the matter and takes the route that fits now', async () => {
    const company = await foundApprovalCompany(office)
    const petitionId = newId()
    const { matterId } = await ask(company, company.sato, 400_000, { petitionId })
    await expect(sendBack(company.salesHead, matterId, '　')).rejects.toMatchObject(
      code('comment-needed', { field: 'comment' }),
    )
    await sendBack(company.salesHead, matterId, '見積書を付けてください。')
    await expect(approve(company.salesHead, matterId)).rejects.toMatchObject(
      code('decided-already', { kind: 'conflict', what: { ja: '「ノートPC 3台」は、差し戻されています。' } }),
    )
    const again = await ask(company, company.sato, 550_000, { petitionId })
    expect(again.matterId).toBe(matterId)
    await approve(company.salesHead, matterId)
    await approve(company.president, matterId)
    expect(await recordOf(company.sato, matterId)).toEqual([
      '1 佐藤 asked',
      '1 部門長 営業部長 returned →applicant 見積書を付けてください。',
      '2 佐藤 asked',
      '2 部門長 営業部長 approved',
      '2 社長 社長 approved',
    ])
    await expect(ask(company, company.sato, 1, { petitionId })).rejects.toMatchObject(code('approved-already'))
  })

  test('差戻し to an earlier step asks everybody from there on again', async () => {
    const company = await foundApprovalCompany(office)
    await threeSteps(company)
    const { matterId } = await ask(company, company.tanaka, 1)
    await approve(company.salesHead, matterId)
    await approve(company.sato, matterId)
    await expect(sendBack(company.accountingHead, matterId, '科目が違います。', 2)).rejects.toMatchObject(
      code('no-such-step', { field: 'to' }),
    )
    await sendBack(company.accountingHead, matterId, '部門の予算を確かめてください。', 1)
    expect((await details(company.tanaka, matterId)).steps.map(({ state }) => state)).toEqual([
      'open',
      'coming',
      'coming',
    ])
    await approve(company.salesHead, matterId, '確かめました。')
    await expect(approve(company.president, matterId)).rejects.toMatchObject(code('not-asked', { kind: 'not-allowed' }))
    await approve(company.accountingHead, matterId)
    expect(await approve(company.sato, matterId)).toMatchObject({ state: 'waiting' })
    expect(await approve(company.president, matterId)).toMatchObject({ state: 'approved' })
    expect((await recordOf(company.tanaka, matterId)).slice(1)).toEqual([
      '1 部門長 営業部長 approved',
      '1 合議 佐藤 approved',
      '1 合議 経理部長 returned →1 部門の予算を確かめてください。',
      '1 部門長 営業部長 approved 確かめました。',
      '1 合議 経理部長 approved',
      '1 合議 佐藤 approved',
      '1 社長 社長 approved',
    ])
  })

  test('引戻し is for the applicant, until the matter is approved', async () => {
    const company = await foundApprovalCompany(office)
    const petitionId = newId()
    const { matterId } = await ask(company, company.sato, 600_000, { petitionId })
    await approve(company.salesHead, matterId)
    const withdraw = (who: Person) => runCommand(office, petition.withdraw, who, { matterId, reason: '金額を直します' })
    await expect(withdraw(company.salesHead)).rejects.toMatchObject(code('not-applicant', { kind: 'not-allowed' }))
    await withdraw(company.sato)
    await expect(approve(company.president, matterId)).rejects.toMatchObject(code('decided-already'))
    expect((await runQuery(office, approvals.waitingApprovals, company.president, {})).rows).toEqual([])
    await ask(company, company.sato, 100_000, { petitionId })
    await approve(company.salesHead, matterId)
    await expect(withdraw(company.sato)).rejects.toMatchObject(code('decided-already', { kind: 'conflict' }))
  })
})

describe('what one asked for oneself', () => {
  test('is passed over on the way and said so; if nobody else is left the president decides', async () => {
    const company = await foundApprovalCompany(office)
    const large = await ask(company, company.salesHead, 700_000)
    expect(namesOf(company, large.waitingFor)).toEqual(['社長'])
    expect(await approve(company.president, large.matterId)).toMatchObject({ state: 'approved' })
    const small = await ask(company, company.salesHead, 1_000)
    expect(namesOf(company, small.waitingFor)).toEqual(['社長'])
    await expect(approve(company.salesHead, small.matterId)).rejects.toMatchObject(code('own-matter'))
    await approve(company.president, small.matterId)
    expect(await recordOf(company.salesHead, small.matterId)).toEqual([
      '1 営業部長 asked',
      '1 部門長 passed-over own-matter',
      '1 社長（ほかに承認者がいないため） 社長 approved',
    ])
  })

  test('is not decided by the one who asked in another’s name either', async () => {
    const company = await foundApprovalCompany(office)
    const { matterId, waitingFor } = await ask(company, company.salesHead, 1_000, {
      applicantId: company.tanaka.personId,
    })
    expect(namesOf(company, waitingFor)).toEqual(['社長'])
    expect((await runQuery(office, approvals.myMatters, company.tanaka, {})).rows).toMatchObject([{ matterId }])
    expect((await runQuery(office, approvals.myMatters, company.salesHead, {})).rows).toMatchObject([{ matterId }])
  })

  test('of the president is decided by an administrator; a route of which nobody is there is refused aloud', async () => {
    const company = await foundApprovalCompany(office)
    const { waitingFor } = await ask(company, company.president, 10, { departmentId: null })
    expect(namesOf(company, waitingFor)).toEqual(['管理者'])
    await runCommand(office, approvals.setRoute, company.administrator, {
      ...{ kind: 'petition.petition', name: '主任' },
      steps: [{ name: '主任', approvers: [{ by: 'post', postId: company.chiefPostId, of: 'subject-department' }] }],
    })
    await expect(ask(company, company.tanaka, 10, { departmentId: company.accounting })).rejects.toMatchObject(
      code('nobody-to-approve', {
        kind: 'conflict',
        what: {
          ja: '承認経路の「主任」を承認できる人がいません（対象の部署の主任）。',
          en: 'Nobody can approve the step "主任" (主任 of the department concerned).',
        },
      }),
    )
    const held = await ask(company, company.tanaka, 10, { departmentId: company.section })
    expect(namesOf(company, held.waitingFor)).toEqual(['伊藤'])
  })
})
