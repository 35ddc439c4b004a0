import { type LocalDate, type Sql, sql, type Tx } from '@ennoshita/kernel/server'
import type { Shift } from '@ennoshita/statutes'
import { readSettings, refuseWithoutAccounts, type SettingsRead } from '../../commands/settings/read-settings.ts'
import { closingDayOf } from '../../rules/invoice/due-date-findings.ts'
import type { AccountFacts, CompanyFacts, InvoiceFacts, VendorFacts } from '../../rules/invoice/invoice-facts.ts'
import type { InvoiceForm } from '../../rules/invoice/invoice-form.ts'
import { postingDay } from '../../rules/invoice/invoice-journal.ts'
import { presetCodes } from '../../rules/settings/setting-preset.ts'
import { boughtOf, feesBeforeOf } from './vendor-before.ts'

type CompanyRow = { taxId: string | null; month: number; day: number }

type VendorRow = Omit<VendorFacts, 'payableAccountId' | 'closingDay' | 'shift'> & {
  closingDay: number | null
  shift: Shift | null
  payable: 'other' | 'trade'
  retiredOn: LocalDate | null
}

/** The facts of the rules, with what the commands check besides. */
export type FactsRead = InvoiceFacts & {
  readonly vendorRetiredOn: LocalDate | null
  /** `account sub-account`, of the lines. */
  readonly subAccounts: ReadonlyMap<string, string>
  readonly departments: ReadonlyMap<string, string>
}

/** Everything outside the form on which the reckoning of an invoice rests, in one turn. */
export async function readInvoiceFacts(
  tx: Tx,
  company: string,
  today: LocalDate,
  form: InvoiceForm,
  invoiceId: string | null,
): Promise<FactsRead> {
  const serviceOn = form.serviceUntil ?? form.serviceFrom ?? form.invoicedOn ?? today
  const days = [form.bookingMonth, ...form.lines.map((line) => line.serviceUntil), serviceOn].filter(
    (on) => on !== null,
  )
  const earliest = `${(days.sort()[0] ?? today).slice(0, 7)}-01`
  const accountIds = [...new Set(form.lines.flatMap(({ accountId }) => accountId ?? []))]
  const departmentIds = [...new Set([form.departmentId, ...form.lines.map((line) => line.departmentId)])].filter(
    (id) => id !== null,
  )
  const [settings, row, vendor, locked, accounts, subAccounts, departments] = await Promise.all([
    readSettings(tx, company),
    readCompany(tx, company),
    tx.row<VendorRow>`select name, is_individual as "isIndividual", registration_number as "registrationNumber",
        registered_from as "registeredFrom", registered_until as "registeredUntil", withholding_kind as "withholdingKind", payable,
        retired_on as "retiredOn", law_class as "lawClass", commission_kind as "commissionKind", capital, employees, officers, method,
        closing_day as "closingDay", pay_shift as shift
      from payables.vendor where company_id = ${company} and id = ${form.vendorId}`,
    tx.rows<{
      month: LocalDate
    }>`select month from ledger.locked_month where company_id = ${company} and month >= ${earliest}`,
    tx.rows<AccountFacts & { id: string }>`
      select account_id as id, code, name, sub_accounts as "subAccounts", closed_on as "closedOn"
      from ledger.account_name where company_id = ${company} and (account_id = any(${accountIds}::uuid[]) or purpose = 'tax-paid'
        or account_id in (${payableAccounts(company)}))`,
    tx.rows<{
      accountId: string
      id: string
      name: string
    }>`select account_id as "accountId", sub_account_id as id, name
      from ledger.sub_account_name where company_id = ${company} and account_id = any(${accountIds}::uuid[])`,
    departmentIds.length === 0
      ? []
      : tx.rows<{ id: string; name: string }>`select d.id, d.name from people.department_on(${company}, ${today}) d`,
  ])
  const facts = companyFacts(settings, row)
  const of = vendor ? vendorFacts(vendor, settings.tradeAccountId) : null
  const asked = of && { ...{ company, today, form, vendor: of, fiscalStart: facts.fiscalStart, invoiceId } }
  const [bought, feesBefore, then] = await Promise.all([
    asked ? boughtOf(tx, asked) : new Map<LocalDate, number>(),
    asked ? feesBeforeOf(tx, asked) : 0,
    departmentIds.length === 0 || form.bookingMonth === null
      ? []
      : tx.rows<{
          id: string
        }>`select d.id from people.department_on(${company}, ${postingDay(form, form.bookingMonth, facts.postsOn)}) d`,
  ])
  return {
    ...{ today, company: facts, vendor: of, bought, feesBefore },
    vendorRetiredOn: vendor?.retiredOn ?? null,
    accounts: new Map(accounts.map(({ id, ...account }) => [id, account])),
    lockedMonths: new Set(locked.map(({ month }) => month)),
    subAccounts: new Map(subAccounts.map(({ accountId, id, name }) => [`${accountId} ${id}`, name])),
    departmentsThen: new Set(then.map(({ id }) => id)),
    departments: new Map(departments.map(({ id, name }) => [id, name])),
  }
}

/** The accounts whose names a journal shows besides those of its lines. */
function payableAccounts(company: string): Sql {
  const codes = [presetCodes.payableAccountId, presetCodes.tradeAccountId, presetCodes.prepaidAccountId]
  return sql`select unnest(array[s.payable_account_id, s.trade_account_id, s.prepaid_account_id])
      from payables.setting s where s.company_id = ${company}
    union all select a.account_id from ledger.account_name a where a.company_id = ${company} and a.code = any(${codes}::text[])`
}

function readCompany(tx: Tx, company: string): Promise<CompanyRow | undefined> {
  return tx.row<CompanyRow>`
    select (select a.account_id from ledger.account_name a where a.company_id = c.company_id and a.purpose = 'tax-paid') as "taxId",
      c.fiscal_year_month as month, c.fiscal_year_day as day
    from people.company c where c.company_id = ${company}`
}

function companyFacts(settings: SettingsRead, row: CompanyRow | undefined): CompanyFacts {
  if (!row?.taxId) return refuseWithoutAccounts()
  const { usesSmallAmount, basePeriodSales, specifiedPeriodSales, capital, employees, officers } = settings
  return {
    ...{
      payableAccountId: settings.payableAccountId,
      taxAccountId: row.taxId,
      prepaidAccountId: settings.prepaidAccountId,
    },
    ...{ postsOn: settings.postingDay, needsAcceptance: settings.acceptanceRequired },
    ...(usesSmallAmount && basePeriodSales !== null ? { basePeriodSales } : {}),
    ...(usesSmallAmount && specifiedPeriodSales !== null ? { specifiedPeriodSales } : {}),
    ...{ fiscalStart: { month: row.month, day: row.day }, own: { capital, employees, officers } },
    salesToldOn: settings.salesToldOn,
  }
}

function vendorFacts({ payable, retiredOn: _, ...vendor }: VendorRow, tradeId: string): VendorFacts {
  const { closingDay, shift } = vendor
  const terms = { closingDay: closingDayOf({ closingDay }), shift: shift ?? 'previous' }
  return { ...vendor, ...terms, payableAccountId: payable === 'trade' ? tradeId : null }
}
