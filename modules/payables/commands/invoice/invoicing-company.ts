import { approvals } from '@ennoshita/approvals/server'
import { documents } from '@ennoshita/documents/server'
import { type Actor, type InputOf, type PresetRole, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, storyOf, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { ledger as ledgerModule } from '@ennoshita/ledger/server'
import { people } from '@ennoshita/people'
import { people as peopleModule } from '@ennoshita/people/server'
import { payables } from '../../contract.ts'
import { payables as payablesModule } from '../../module.ts'

/** For the tests of received invoices: an office at nine in the morning of Friday, 20 November 2026. */
export const openInvoicingOffice = (filesFolder?: string): Promise<TestOffice> =>
  openTestOffice([peopleModule, documents, ledgerModule, approvals, payablesModule], {
    ...{ at: '2026-11-20T09:00:00+09:00', connections: 8, ...(filesFolder ? { filesFolder } : {}) },
  })

export type InvoicingCompany = Awaited<ReturnType<typeof invoicingCompany>>
type Person = Actor & { personId: string }
type Form = InputOf<typeof payables.registerInvoice>

/** A company with the standard chart: 経理部 with the clerk 佐藤 and a head, 営業部 with a head and the employee 田中. */
export async function invoicingCompany(office: TestOffice) {
  const companyId = await testCompany(office)
  const program = programFor(companyId)
  const fromOn = '2020-04-01'
  const department = async (name: string) =>
    (await runCommand(office, people.addDepartment, program, { name, fromOn })).departmentId
  const head = await runCommand(office, people.addPost, program, { name: '部長', heads: true, rank: 10, fromOn })
  const names = new Map<string, string>()
  const person = async (
    familyName: string,
    role: PresetRole,
    departmentId?: string,
    postId: string | null = null,
  ): Promise<Person> => {
    const assignment = departmentId ? { assignment: { departmentId, postId } } : {}
    const { personId } = await runCommand(office, people.addPerson, program, {
      familyName,
      joinedOn: fromOn,
      ...assignment,
    })
    if (role !== 'employee')
      await runCommand(office, people.setRoles, program, { personId, roles: [role], was: ['employee'] })
    names.set(personId, familyName)
    return {
      companyId,
      personId,
      kind: 'human',
      departmentIds: departmentId ? [departmentId] : [],
      grants: presetGrants(office, role),
    }
  }
  const [accounting, sales] = [await department('経理部'), await department('営業部')]
  const cast = {
    president: await person('社長', 'president'),
    sato: await person('佐藤', 'clerk', accounting),
    accountingHead: await person('経理部長', 'head', accounting, head.postId),
    salesHead: await person('営業部長', 'head', sales, head.postId),
    tanaka: await person('田中', 'employee', sales),
  }
  await runCommand(office, ledger.adoptChart, program, {})
  const accounts = await runQuery(office, ledger.accountList, program, {})
  const account = (name: string): string => {
    const found = accounts.find((each) => each.name === name)
    if (!found) throw new Error(name)
    return found.accountId
  }
  const vendor = async (fields: Partial<InputOf<typeof payables.addVendor>> & { name: string }) =>
    (await runCommand(office, payables.addVendor, cast.sato, fields)).vendorId
  const edamame = await vendor({
    name: '株式会社えだまめ商事',
    registrationNumber: 'T7000012050002',
    registeredFrom: '2023-10-01',
  })
  let founded = 0
  const story = async () => (await storyOf(office, companyId, names)).slice(founded)
  founded = (await story()).length
  return { ...{ office, companyId, program, accounting, sales, account, vendor, edamame, names, story }, ...cast }
}

/** An October invoice of えだまめ商事 over 110,000 yen with tax for 外注費 of 営業部, due at the end of November. */
export function octoberInvoice(company: InvoicingCompany, more: Partial<Form> = {}): Form {
  return {
    ...{ vendorId: company.edamame, vendorNumber: 'E-1001', departmentId: company.sales },
    ...{ serviceFrom: '2026-10-01', serviceUntil: '2026-10-31', invoicedOn: '2026-10-31', receivedOn: '2026-11-04' },
    ...{ bookingMonth: '2026-10-01', dueOn: '2026-11-30', total: 110_000, includesTax: true },
    taxes: [{ taxKind: 'standard', base: 110_000, tax: 10_000 }],
    lines: [{ accountId: company.account('外注費'), description: 'システム保守', amount: 110_000 }],
    ...more,
  }
}

export const register = (company: InvoicingCompany, more: Partial<Form> = {}, who: Person = company.sato) =>
  runCommand(company.office, payables.registerInvoice, who, octoberInvoice(company, more))

/** Registers and submits. */
export async function submitted(company: InvoicingCompany, more: Partial<Form> = {}) {
  const { invoiceId } = await register(company, more)
  const asked = await runCommand(company.office, payables.submitInvoice, company.sato, { invoiceId })
  return { invoiceId, ...asked }
}

/** As above, approved by the head of 営業部, from 500,000 yen by the president too. */
export async function approved(company: InvoicingCompany, more: Partial<Form> = {}) {
  const { invoiceId } = await submitted(company, more)
  const by = (who: Person) => runCommand(company.office, payables.approveInvoice, who, { invoiceId })
  const first = await by(company.salesHead)
  const { journalId } = first.state === 'waiting' ? await by(company.president) : first
  if (journalId === null) throw new Error('It was not the last step.')
  return { invoiceId, journalId }
}

/** The lines of a journal as text: `借方 外注費 100000（10000）課対仕入10%`. */
export async function linesOf({ office, program }: InvoicingCompany, journalId: string): Promise<string[]> {
  const { lines } = await runQuery(office, ledger.journalDetails, program, { journalId })
  return lines.map(({ side, accountName, amount, taxAmount, taxName, note }) =>
    [side === 'debit' ? '借方' : '貸方', accountName, amount, taxAmount ? `(${taxAmount})` : '', taxName, note]
      .filter((word) => word !== '')
      .join(' '),
  )
}

export const details = (company: InvoicingCompany, invoiceId: string, who: Person = company.sato) =>
  runQuery(company.office, payables.invoiceDetails, who, { invoiceId })
