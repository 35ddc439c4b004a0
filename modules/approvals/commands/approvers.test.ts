import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documents } from '@ennoshita/documents'
import { documents as documentsModule } from '@ennoshita/documents/server'
import { newId } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel/access'
import {
  enterFile,
  inTransaction,
  kernelModule,
  noOrganisation,
  runCommand,
  runQuery,
  storeContent,
} from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvals } from '../contract.ts'
import { approvals as approvalsModule } from '../module.ts'
import { foundApprovalCompany, type Person, petition, petitionModule } from '../test-company.ts'

let office: TestOffice
const filesFolder = mkdtempSync(join(tmpdir(), 'ennoshita-approvals-'))
beforeAll(async () => {
  const modules = [peopleModule, documentsModule, approvalsModule, petitionModule]
  const parts = { organisation: noOrganisation, modules, secret: 'secret', address: 'http://localhost' }
  office = await openTestOffice([kernelModule(parts), ...modules], { connections: 8, filesFolder })
})
afterAll(async () => {
  await office.close()
  rmSync(filesFolder, { recursive: true })
})
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00')) // Friday; Monday the 23rd is a holiday

type Company = Awaited<ReturnType<typeof foundApprovalCompany>>

const ask = (company: Company, who: Person, amount: number | null, more: object = {}) =>
  runCommand(office, petition.ask, who, {
    ...{ petitionId: newId(), title: 'ノートPC 3台', amount, departmentId: company.sales },
    ...more,
  })
const approve = (who: Person, matterId: string, step?: number) =>
  runCommand(office, petition.approve, who, { matterId, ...(step ? { step } : {}) })
const details = (who: Person, matterId: string) => runQuery(office, approvals.matterDetails, who, { matterId })
const waiting = async (who: Person) => (await runQuery(office, approvals.waitingApprovals, who, {})).rows
const code = (wanted: string, more: object = {}) => ({ face: { code: `approvals.${wanted}`, ...more } })

const oneStep = (company: Company, need: 'any' | 'all', ...who: readonly Person[]) =>
  runCommand(office, approvals.setRoute, company.administrator, {
    ...{ kind: 'petition.petition', name: '一段' },
    steps: [{ name: '合議', need, approvers: who.map(({ personId }) => ({ by: 'person' as const, personId })) }],
  })

describe('two people at once', () => {
  test('of whom one is enough: one approves, the other reads who did', async () => {
    const company = await foundApprovalCompany(office)
    const both = [company.accountingHead, company.salesHead]
    await oneStep(company, 'any', ...both)
    const { matterId } = await ask(company, company.sato, 1)
    const outcomes = await Promise.allSettled(both.map((who) => approve(who, matterId)))
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.face] : []))
    expect(refused).toHaveLength(1)
    const { state, steps } = await details(company.sato, matterId)
    expect(state).toBe('approved')
    expect(steps[0]?.people.map((each) => each.state).sort()).toEqual(['approved', 'released'])
    expect(refused[0]).toMatchObject({
      ...{ kind: 'conflict', code: 'approvals.decided-already' },
      what: { ja: '「ノートPC 3台」は、すでに承認されています。' },
    })
  })

  test('who are both needed: both count, and a second tap of the first counts nothing', async () => {
    const company = await foundApprovalCompany(office)
    await oneStep(company, 'all', company.accountingHead, company.salesHead)
    const { matterId, waitingFor } = await ask(company, company.sato, 1)
    expect(waitingFor).toHaveLength(2)
    await approve(company.accountingHead, matterId)
    await expect(approve(company.accountingHead, matterId)).rejects.toMatchObject(
      code('step-decided', { what: { ja: '「ノートPC 3台」のこの段は、経理部長さんがすでに承認しています。' } }),
    )
    expect((await waiting(company.salesHead)).map((row) => row.matterId)).toEqual([matterId])
    expect(await approve(company.salesHead, matterId)).toMatchObject({ state: 'approved' })
  })

  test('a tap that was meant for an earlier step is refused', async () => {
    const company = await foundApprovalCompany(office)
    const { matterId } = await ask(company, company.sato, 900_000)
    await approve(company.salesHead, matterId, 1)
    await expect(approve(company.president, matterId, 1)).rejects.toMatchObject(code('step-decided'))
    expect(await approve(company.president, matterId, 2)).toMatchObject({ state: 'approved' })
  })

  test('one subject asked twice at once waits once', async () => {
    const company = await foundApprovalCompany(office)
    const petitionId = newId()
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => ask(company, company.sato, 1, { petitionId })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject(
      code('asked-already', { kind: 'conflict' }),
    )
    expect(await waiting(company.salesHead)).toHaveLength(1)
  })
})

describe('代理', () => {
  const represent = (principal: Person, deputy: Person, fromOn: string, untilOn: string) =>
    runCommand(office, kernel.delegate, principal, {
      ...{ personId: principal.personId, deputyId: deputy.personId, fromOn, untilOn },
    })

  test('decides on the days of the delegation, is shown as such, and not a day longer', async () => {
    const company = await foundApprovalCompany(office)
    const { salesHead, accountingHead } = company
    await represent(salesHead, accountingHead, '2026-11-20', '2026-11-24')
    const deputy = { ...accountingHead, onBehalfOf: salesHead.personId }
    const first = await ask(company, company.sato, 1)
    expect(await waiting(accountingHead)).toMatchObject([
      { matterId: first.matterId, onBehalfOf: { personId: salesHead.personId, name: '営業部長' } },
    ])
    expect((await details(accountingHead, first.matterId)).may).toMatchObject({
      ...{ decide: true, onBehalfOf: { name: '営業部長' } },
    })
    await expect(approve(accountingHead, first.matterId)).rejects.toMatchObject(code('not-asked'))
    expect(await approve(deputy, first.matterId)).toMatchObject({ state: 'approved' })
    const { decisions, steps } = await details(company.sato, first.matterId)
    expect(decisions.at(-1)).toMatchObject({ person: { name: '経理部長' }, onBehalfOf: { name: '営業部長' } })
    expect(steps[0]?.people).toMatchObject([{ name: '営業部長', deputy: { name: '経理部長' }, state: 'approved' }])
    const second = await ask(company, company.sato, 1)
    office.clock.set('2026-11-25T00:30:00+09:00')
    expect(await waiting(accountingHead)).toEqual([])
    await expect(approve(deputy, second.matterId)).rejects.toMatchObject(code('no-delegation', { kind: 'not-allowed' }))
    expect(await approve(salesHead, second.matterId)).toMatchObject({ state: 'approved' })
  })

  test('approves neither what the deputy asked for, nor what the person represented asked for', async () => {
    const company = await foundApprovalCompany(office)
    const { salesHead, sato } = company
    await represent(salesHead, sato, '2026-11-20', '2026-11-30')
    const deputy = { ...sato, onBehalfOf: salesHead.personId }
    const own = await ask(company, sato, 1)
    await expect(approve(deputy, own.matterId)).rejects.toMatchObject(code('own-matter'))
    expect(await waiting(sato)).toEqual([])
    const theirs = await ask(company, deputy, 1) // 代理申請: the applicant is 営業部長
    expect((await details(sato, theirs.matterId)).applicant.name).toBe('営業部長')
    expect(theirs.waitingFor).toEqual([company.president.personId])
    await expect(approve(deputy, theirs.matterId)).rejects.toMatchObject(code('own-matter'))
  })
})

/** A paper that only its keeper and the office see until it is shared. */
async function keepPaper(keeper: Person): Promise<string> {
  async function* bytes() {
    yield new TextEncoder().encode('<a/>')
  }
  const content = await storeContent(filesFolder, bytes())
  const { fileId } = await inTransaction(office.database.app, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${keeper.companyId}, true)`
    const file = { name: '請求書.xml', mediaType: 'application/xml', storedBy: undefined }
    return enterFile(tx, keeper.companyId, content, file)
  })
  const kept = await runCommand(office, documents.keepDocuments, keeper, { files: [{ fileId }] })
  return kept.documents[0]?.documentId ?? ''
}

describe('people who leave', () => {
  test('approve no more; the office finds the approvers anew by today’s organisation', async () => {
    const company = await foundApprovalCompany(office)
    const { salesHead, sato } = company
    const { matterId } = await ask(company, sato, 1)
    await runCommand(office, people.recordLeaving, company.program, {
      ...{ personId: salesHead.personId, version: 1, leftOn: '2026-11-20' },
    })
    const again = { matterId }
    await expect(runCommand(office, approvals.findApprovers, sato, again)).rejects.toMatchObject(code('same-people'))
    office.clock.set('2026-11-24T09:00:00+09:00')
    await expect(approve(salesHead, matterId)).rejects.toMatchObject(code('not-here', { kind: 'not-allowed' }))
    expect((await details(sato, matterId)).may.findApprovers).toBe(true)
    const found = await runCommand(office, approvals.findApprovers, sato, again)
    expect(found.waitingFor).toEqual([{ personId: company.president.personId, name: '社長' }])
    expect(await approve(company.president, matterId)).toMatchObject({ state: 'approved' })
    expect((await company.story()).slice(-2)).toEqual([
      '11/24 09:00 佐藤 承認する人を決め直した（ノートPC 3台）',
      '11/24 09:00 社長 承認した（決裁）（ノートPC 3台）',
    ])
  })

  test('hand the paper on: whoever is found in their place opens it, and nobody else does', async () => {
    const company = await foundApprovalCompany(office)
    const { salesHead, tanaka, sato } = company
    const documentId = await keepPaper(sato)
    const opens = (who: Person) => runQuery(office, documents.documentDetails, who, { documentId })
    const { matterId } = await ask(company, sato, 1, { documentId })
    expect(await opens(salesHead)).toMatchObject({ fileName: '請求書.xml' })
    await expect(opens(tanaka)).rejects.toMatchObject({ face: { kind: 'not-found' } })
    await runCommand(office, people.recordLeaving, company.program, {
      ...{ personId: salesHead.personId, version: 1, leftOn: '2026-11-20' },
    })
    await runCommand(office, people.assignPerson, company.program, {
      ...{ personId: tanaka.personId, departmentId: company.sales, postId: company.headPostId },
      fromOn: '2026-11-21',
    })
    office.clock.set('2026-11-24T09:00:00+09:00')
    const found = await runCommand(office, approvals.findApprovers, sato, { matterId })
    expect(found.waitingFor.map(({ name }) => name)).toEqual(['田中'])
    expect(await opens(tanaka)).toMatchObject({ fileName: '請求書.xml' })
    await expect(opens(company.ito)).rejects.toMatchObject({ face: { kind: 'not-found' } })
  })

  test('are not asked when a later step opens: who holds the post that day is', async () => {
    const company = await foundApprovalCompany(office)
    const { matterId } = await ask(company, company.sato, 900_000)
    await runCommand(office, people.setRoles, company.program, {
      ...{ personId: company.president.personId, roles: ['employee'], was: ['president'] },
    })
    await runCommand(office, people.setRoles, company.program, {
      ...{ personId: company.ito.personId, roles: ['president'], was: ['employee'] },
    })
    await approve(company.salesHead, matterId)
    expect(await waiting(company.president)).toEqual([])
    expect((await waiting(company.ito)).map((row) => row.matterId)).toEqual([matterId])
  })
})

describe('一人事務所', () => {
  const alone = async (role: 'president' | 'clerk') => {
    const company = await foundApprovalCompany(office)
    const others = [company.administrator, company.accountingHead, company.salesHead, company.president]
    const was = new Map([
      [company.administrator, 'administrator'],
      [company.president, 'president'],
    ])
    for (const each of others)
      await runCommand(office, people.setRoles, company.program, {
        ...{ personId: each.personId, roles: ['employee'], was: [was.get(each) ?? 'head'] },
      }).catch(() => undefined) // the last administrator stays one
    await inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'test', true)`
      await tx.run`delete from kernel.member_role where company_id = ${company.companyId} and role in ('president', 'administrator', 'head')`
      await tx.run`insert into kernel.member_role (company_id, person_id, role)
        values (${company.companyId}, ${company.sato.personId}, ${role}) on conflict do nothing`
    })
    return company
  }

  test('the president who is the only one to approve anything approves alone, and the record says 自己承認 and why', async () => {
    const company = await alone('president')
    const { matterId } = await ask(company, company.sato, 900_000, { departmentId: company.company })
    expect(await waiting(company.sato)).toMatchObject([{ matterId, isSelfApproval: true }])
    expect(await approve(company.sato, matterId)).toMatchObject({ state: 'approved' })
    const { decisions } = await details(company.sato, matterId)
    expect(decisions.at(-1)).toMatchObject({ deed: 'approved', selfApproval: 'ほかに承認できる人がいないため' })
    const events = await inTransaction(
      office.database.owner,
      (tx) => tx.rows<{ data: object }>`select data from kernel.event where company_id = ${company.companyId}
        and activity = 'petition.approved'`,
    )
    expect(events).toMatchObject([{ data: { selfApproval: '自己承認（ほかに承認できる人がいないため）' } }])
  })

  test('anyone else needs an exception from segregation of duties, named with its reason', async () => {
    const company = await alone('clerk')
    await oneStep(company, 'any', company.sato)
    await expect(ask(company, company.sato, 1)).rejects.toMatchObject(
      code('nobody-to-approve', { what: { ja: '承認経路の「社長」を承認できる人がいません。' } }),
    )
    await runCommand(office, kernel.exceptDuty, company.program, {
      ...{ command: 'petition.approve', personId: company.sato.personId, reason: '経理が一人のため' },
    })
    const { matterId } = await ask(company, company.sato, 1)
    await approve(company.sato, matterId)
    const { decisions } = await details(company.sato, matterId)
    expect(decisions.at(-1)?.selfApproval).toBe('経理が一人のため')
  })
})
