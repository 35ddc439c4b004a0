import { inTransaction, newId, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice, testActor, testCompany } from '@ennoshita/kernel/test'
import { ledger } from '@ennoshita/ledger'
import { ledger as ledgerModule } from '@ennoshita/ledger/server'
import { people as peopleModule } from '@ennoshita/people/server'
import { payables } from '../../contract.ts'
import { payables as payablesModule } from '../../module.ts'

/** For the tests of payments: an office with the books and payables, at nine in the morning of Friday, 20 November 2026. */
export const openPayingOffice = (connections = 6): Promise<TestOffice> =>
  openTestOffice([peopleModule, ledgerModule, payablesModule], { at: '2026-11-20T09:00:00+09:00', connections })

export type PayingCompany = Awaited<ReturnType<typeof payingCompany>>

/** A company with the standard chart and one bank account: cut-off one bank day before at 15:00, fees 0, 110/220 and 484/660. */
export async function payingCompany(office: TestOffice, more: { withheldPart?: string } = {}) {
  const companyId = await testCompany(office)
  const clerk = await testActor(office, companyId, 'clerk')
  const president = await testActor(office, companyId, 'president')
  await runCommand(office, ledger.adoptChart, president, {})
  const accounts = await runQuery(office, ledger.accountList, president, {})
  const account = (name: string): string => {
    const found = accounts.find((each) => each.name === name)
    if (!found) throw new Error(name)
    return found.accountId
  }
  const part = async (of: string, code: string, name: string) =>
    (await runCommand(office, ledger.addSubAccount, president, { accountId: account(of), code, name })).subAccountId
  const subAccountId = await part('普通預金', '1', 'みずほ 丸の内')
  const withheldPart = await part('預り金', '3', more.withheldPart ?? '源泉所得税（報酬）')
  const { sourceAccountId } = await runCommand(office, payables.addSourceAccount, president, {
    ...{ name: 'みずほ普通', accountId: account('普通預金'), subAccountId, bank: mizuho },
  })
  const names = new Map([
    [clerk.personId, '担当'],
    [president.personId, '社長'],
  ])
  return { office, companyId, clerk, president, account, subAccountId, withheldPart, sourceAccountId, names }
}

const fees = (under30000: number, from30000: number) => ({ under30000, from30000 })
export const mizuho = {
  ...{
    bankCode: '0001',
    bankName: 'みずほ銀行',
    bankKana: 'ミズホ',
    branchCode: '001',
    branchName: '東京営業部',
    branchKana: 'トウキヨウ',
  },
  ...{ accountNumber: '0123456', clientCode: '1234567890', clientKana: 'カ）サンプル' },
  fees: { sameBranch: fees(0, 0), sameBank: fees(110, 220), otherBank: fees(484, 660) },
}

type VendorPlaced = {
  readonly name: string
  readonly kana: string
  readonly bankCode?: string
  readonly method?: string
  readonly feeBearer?: 'us' | 'payee'
  readonly lawClass?: string
  readonly withholdingGroup?: 'professional' | 'other'
  readonly account?: 'confirmed' | 'waiting' | 'none'
}

let code = 0

/** Places a vendor with its bank account, as if it had been entered and confirmed long ago. */
export async function placeVendor({ office, companyId }: PayingCompany, vendor: VendorPlaced): Promise<string> {
  const [vendorId, group] = [newId(), vendor.withholdingGroup ?? null]
  code += 1
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
    await tx.run`insert into payables.vendor (company_id, id, code, name, name_kana, method, fee_bearer, law_class, is_individual, withholding_kind, withholding_group)
      values (${companyId}, ${vendorId}, ${`V${code}`}, ${vendor.name}, ${vendor.kana}, ${vendor.method ?? 'transfer'}, ${vendor.feeBearer ?? 'us'},
        ${vendor.lawClass ?? 'none'}, ${group !== null}, ${group === null ? null : 'general'}, ${group})`
    if (vendor.account !== 'none')
      await tx.run`insert into payables.vendor_bank_account (company_id, id, vendor_id, state, bank_code, bank_kana, branch_code, branch_kana, account_type,
          account_number, holder, holder_kana, entered_at, entered_by, confirmed_at, confirmed_by, called_name, called_number, called_at)
        values (${companyId}, ${newId()}, ${vendorId}, ${vendor.account ?? 'confirmed'}, ${vendor.bankCode ?? '0005'}, 'ﾐﾂﾋﾞｼUFJ', '002', 'ﾏﾙﾉｳﾁ', 'ordinary',
          '7654321', ${vendor.name}, ${vendor.kana}, '2026-04-01T00:00:00Z', ${newId()}, '2026-04-02T00:00:00Z', ${newId()}, '経理 佐藤様', '03-1234-5678', '2026-04-02T00:00:00Z')`
  })
  return vendorId
}

type InvoicePlaced = {
  readonly total: number
  readonly withholding?: number
  readonly kind?: 'ordinary' | 'credit-note'
  readonly dueOn?: string
  readonly serviceFrom?: string
  readonly state?: 'approved' | 'submitted'
}

/** Places an approved invoice with the journal of its approval; for services of October, due on 30 November, where nothing else is said. */
export async function placeInvoice(company: PayingCompany, vendorId: string, invoice: InvoicePlaced): Promise<string> {
  const { office, companyId, president, account } = company
  const {
    total,
    withholding = 0,
    kind = 'ordinary',
    dueOn = '2026-11-30',
    serviceFrom = '2026-10-01',
    state = 'approved',
  } = invoice
  const [cost, debt] = kind === 'ordinary' ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const)
  const { journalId } = await runCommand(office, ledger.postJournal, president, {
    postedOn: '2026-10-31',
    lines: [
      { accountId: account('外注費'), side: cost, amount: total },
      { accountId: account('未払金'), side: debt, amount: total },
    ],
  })
  const invoiceId = newId()
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
    await tx.run`insert into payables.invoice (company_id, id, number, kind, state, vendor_id, service_from, service_until, invoiced_on, received_on,
        booking_month, due_on, total, withholding, matter_id, journal_id, debt_account_id)
      values (${companyId}, ${invoiceId}, (select coalesce(max(number), 0) + 1 from payables.invoice where company_id = ${companyId}), ${kind}, ${state},
        ${vendorId}, ${serviceFrom}, '2026-10-31', '2026-10-31', '2026-11-02', '2026-10-01', ${dueOn}, ${total}, ${withholding}, ${newId()}, ${journalId},
        ${account('未払金')})`
  })
  return invoiceId
}

/** The lines of a journal as `debit 未払金 1000`, in their order. */
export async function linesOf({ office, president }: PayingCompany, journalId: string): Promise<string[]> {
  const { lines } = await runQuery(office, ledger.journalDetails, president, { journalId })
  return lines.map(({ side, accountName, amount }) => `${side} ${accountName} ${amount}`)
}

/** What an account stands at, debit above zero. */
export async function balanceOf({ office, president, account }: PayingCompany, name: string): Promise<number> {
  const asked = { accountId: account(name), fromOn: '2026-04-01', untilOn: '2027-03-31' }
  const { lines } = await runQuery(office, ledger.accountLedgers, president, asked)
  return lines.reduce((sum, { side, amount }) => sum + (side === 'debit' ? amount : -amount), 0)
}
