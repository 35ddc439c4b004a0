import { kernel } from '@ennoshita/kernel/access'
import { inTransaction, kernelModule, newId, programFor, runCommand, type Sql, sql } from '@ennoshita/kernel/server'
import { testOffice } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { people as peopleModule } from '@ennoshita/people/server'
import { expect, test } from 'vitest'
import { organisation } from './organisation.ts'

test('the kernel learns from people who somebody is, what they head and which post they hold, by date', async () => {
  const own = kernelModule({
    organisation,
    modules: [peopleModule],
    secret: 'of this test',
    address: 'http://localhost',
  })
  const office = await testOffice([own, peopleModule])
  const companyId = newId()
  const program = programFor(companyId)
  const person = {
    familyName: '山田',
    givenName: '花子',
    familyKana: 'ヤマダ',
    givenKana: 'ハナコ',
    email: 'h@example.jp',
  }
  const { personId } = await runCommand(office, kernel.foundCompany, program, { name: '株式会社えんの下', person })
  const since = '2026-11-01'
  const department = async (name: string, parentId?: string) =>
    (
      await runCommand(office, people.addDepartment, program, {
        name,
        fromOn: since,
        ...(parentId ? { parentId } : {}),
      })
    ).departmentId
  const affairs = await department('管理部')
  const [accounts, general, sales] = [
    await department('経理課', affairs),
    await department('総務課', affairs),
    await department('営業部'),
  ]
  const { postId: chief } = await runCommand(office, people.addPost, program, {
    name: '部長',
    heads: true,
    rank: 1,
    fromOn: since,
  })
  const { postId: leader } = await runCommand(office, people.addPost, program, { name: '主任', rank: 5, fromOn: since })
  const assign = (departmentId: string, postId: string, main: boolean) =>
    runCommand(office, people.assignPerson, program, { personId, departmentId, postId, main, fromOn: '2026-11-10' })
  await assign(affairs, chief, true)
  await assign(sales, leader, false)

  const ask = async (piece: Sql): Promise<unknown> => {
    const row = await inTransaction(
      office.database.owner,
      (tx) => tx.row<{ answer: unknown }>`select ${piece} as answer`,
    )
    return row?.answer
  }
  const [company, who, on, before] = [
    sql`${companyId}::uuid`,
    sql`${personId}::uuid`,
    sql`'2026-11-20'::date`,
    sql`'2026-11-09'::date`,
  ]
  expect(await ask(organisation.nameOf(company, who))).toBe('山田 花子')
  expect(new Set([await ask(organisation.departmentsOf(company, who, on))].flat())).toEqual(
    new Set([affairs, accounts, general, sales]),
  )
  expect(await ask(organisation.departmentsOf(company, who, before))).toEqual([])
  expect(await ask(organisation.departmentNameOf(company, who, on))).toBe('管理部')
  expect(await ask(organisation.postNameOf(company, who, on))).toBe('部長')
  expect(await ask(organisation.holdsPost(company, who, sql`${leader}::uuid`, on))).toBe(true)
  expect(await ask(organisation.holdsPost(company, who, sql`${leader}::uuid`, before))).toBe(false)
  expect(await ask(organisation.holdsPost(company, who, sql`${newId()}::uuid`, on))).toBe(false)
})
