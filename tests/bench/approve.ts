import { type Actor, type Office, type PresetRole, runCommand, runQuery } from '@ennoshita/kernel/server'
import { presetGrants } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { payables } from '@ennoshita/payables'
import { people } from '@ennoshita/people'

/**
 * Registers and submits so many invoices of one department, then approves them one by one: each approval decides the matter
 * and posts the journal in one transaction. Answers how long each took, in milliseconds.
 */
export async function approveOneByOne(office: Office, program: Actor, count: number): Promise<number[]> {
  const { clerk, head, departmentId } = await peopleOf(office, program)
  const accounts = await runQuery(office, ledger.accountList, program, {})
  const accountId = accounts.find(({ name }) => name === '外注費')?.accountId ?? ''
  const { vendorId } = await runCommand(office, payables.addVendor, program, {
    name: '株式会社えだまめ商事',
    registrationNumber: 'T7000012050002',
    registeredFrom: '2023-10-01',
  })
  const took: number[] = []
  for (let n = 0; n < count; n++) {
    const total = 110_000 + n * 11
    const tax = 10_000 + n
    const { invoiceId } = await runCommand(office, payables.registerInvoice, clerk, {
      ...{ vendorId, vendorNumber: `E-${n}`, departmentId, total, includesTax: true },
      ...{ serviceFrom: '2026-10-01', serviceUntil: '2026-10-31', invoicedOn: '2026-10-31' },
      ...{ receivedOn: '2026-11-04', bookingMonth: '2026-10-01', dueOn: '2026-11-30' },
      taxes: [{ taxKind: 'standard', base: total, tax }],
      lines: [{ accountId, description: 'システム保守', amount: total }],
    })
    await runCommand(office, payables.submitInvoice, clerk, { invoiceId })
    const began = performance.now()
    await runCommand(office, payables.approveInvoice, head, { invoiceId })
    took.push(performance.now() - began)
  }
  return took
}

/** A department with a clerk, who asks, and the head, who decides. */
async function peopleOf(office: Office, program: Actor): Promise<{ clerk: Actor; head: Actor; departmentId: string }> {
  const fromOn = '2020-04-01'
  const { departmentId } = await runCommand(office, people.addDepartment, program, { name: '営業部', fromOn })
  const post = await runCommand(office, people.addPost, program, { name: '部長', heads: true, rank: 10, fromOn })
  const person = async (familyName: string, role: PresetRole, postId: string | null): Promise<Actor> => {
    const { personId } = await runCommand(office, people.addPerson, program, {
      ...{ familyName, joinedOn: fromOn, assignment: { departmentId, postId } },
    })
    const { companyId } = program
    return { companyId, personId, kind: 'human', departmentIds: [departmentId], grants: presetGrants(office, role) }
  }
  const clerk = await person('佐藤', 'clerk', null)
  return { clerk, head: await person('営業部長', 'head', post.postId), departmentId }
}
