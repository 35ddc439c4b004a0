import {
  type CommandContext,
  type EventObject,
  type LocalDate,
  refuse,
  refuseNotFound,
  type Tx,
} from '@ennoshita/kernel/server'
import type { ExpectedLine } from '../../rules/recurring/accrual.ts'
import type { Recurrence } from '../../rules/recurring/expected.ts'
import { refusePayment } from '../payment/refuse-payment.ts'
import { type ExpectedInvoice, settleExpected } from './settle-expected.ts'

const largest = 999_999_999_999

export type RecurringForm = Recurrence & {
  readonly title: string
  readonly lines: readonly ExpectedLine[]
  readonly note: string
}

/** What is expected, as an object of an event. */
export function recurringObject(recurringId: string, title: string, vendorId: string): EventObject {
  return {
    type: 'recurring-invoice',
    id: recurringId,
    label: { text: title, opens: `/vendors/${vendorId}`, may: 'payables.see-recurring' },
  }
}

/** The sum of the lines; refuses a period that ends before it begins, and accounts, sub-accounts and departments that are not there. */
export async function checkedAmount(
  { tx, actor, today }: CommandContext,
  { startsMonth, endsMonth, lines }: RecurringForm,
): Promise<number> {
  const company = actor.companyId
  if (endsMonth !== null && endsMonth < startsMonth)
    refusePayment(
      'endsMonth',
      'months',
      { ja: '終わりの月が、始まりの月より前です。', en: 'It ends before it begins.' },
      { ja: '月を直してください。', en: 'Correct the months.' },
    )
  const amount = lines.reduce((sum, line) => sum + line.amount, 0)
  if (amount > largest)
    refusePayment(
      'lines',
      'too-much',
      { ja: '金額の合計が9,999億9,999万9,999円を超えます。', en: 'The sum is above 999,999,999,999 yen.' },
      { ja: '金額を直してください。', en: 'Correct the amounts.' },
    )
  const rows = JSON.stringify(lines.map((line, place) => ({ ...line, place })))
  const [wrong] = await tx.rows<{ place: number; part: 'account' | 'closed' | 'sub-account' | 'department' }>`
    select l.place, case when a.account_id is null then 'account' when a.closed_on < ${today} then 'closed'
        when (l."subAccountId" is not null and s.sub_account_id is null) or (a.sub_accounts = 'required' and l."subAccountId" is null) then 'sub-account'
        else 'department' end as part
    from jsonb_to_recordset(${rows}::jsonb) as l (place int, "accountId" uuid, "subAccountId" uuid, "departmentId" uuid)
      left join ledger.account_name a on a.company_id = ${company} and a.account_id = l."accountId"
      left join ledger.sub_account_name s on s.company_id = ${company} and s.account_id = l."accountId" and s.sub_account_id = l."subAccountId"
      left join people.department_on(${company}, ${today}) d on d.id = l."departmentId"
    where a.account_id is null or a.closed_on < ${today} or (l."subAccountId" is not null and s.sub_account_id is null)
      or (a.sub_accounts = 'required' and l."subAccountId" is null) or (l."departmentId" is not null and d.id is null)
    order by l.place limit 1`
  if (wrong) refuseWrong(wrong)
  return amount
}

function refuseWrong({
  place,
  part,
}: {
  place: number
  part: 'account' | 'closed' | 'sub-account' | 'department'
}): never {
  const field = `lines.${place}`
  if (part === 'department') refuseNotFound({ ja: '部署', en: 'department' }, `${field}.departmentId`)
  if (part === 'sub-account') refuseNotFound({ ja: '補助科目', en: 'sub-account' }, `${field}.subAccountId`)
  if (part === 'account') refuseNotFound({ ja: '勘定科目', en: 'account' }, `${field}.accountId`)
  refusePayment(
    `${field}.accountId`,
    'account-closed',
    { ja: '閉じられた勘定科目です。', en: 'The account is closed.' },
    { ja: '別の勘定科目を選んでください。', en: 'Choose another account.' },
  )
}

/** Writes the lines anew. */
export async function writeLines(
  tx: Tx,
  company: string,
  recurringId: string,
  lines: readonly ExpectedLine[],
): Promise<void> {
  await tx.run`delete from payables.recurring_line where company_id = ${company} and recurring_id = ${recurringId}`
  await tx.run`insert into payables.recurring_line (company_id, recurring_id, line, account_id, sub_account_id, department_id, description, amount, tax_kind)
    select ${company}, ${recurringId}, l.line, l."accountId", l."subAccountId", l."departmentId", l.description, l.amount, l."taxKind"
    from jsonb_to_recordset(${JSON.stringify(lines.map((line, place) => ({ ...line, line: place + 1 })))}::jsonb)
      as l (line smallint, "accountId" uuid, "subAccountId" uuid, "departmentId" uuid, description text, amount bigint, "taxKind" text)`
}

/** Ties invoices of the vendor that came before they were expected. */
export async function tieEarlierInvoices(context: CommandContext, vendorId: string, from: LocalDate): Promise<void> {
  const { tx, actor } = context
  const invoices = await tx.rows<ExpectedInvoice>`
    select i.id as "invoiceId", i.kind, i.vendor_id as "vendorId", i.service_until as "serviceUntil", i.booking_month as "bookingMonth",
      i.invoiced_on as "invoicedOn", i.total
    from payables.invoice i
    where i.company_id = ${actor.companyId} and i.vendor_id = ${vendorId} and i.kind = 'ordinary' and i.state <> 'cancelled'
      and coalesce(i.service_until, i.booking_month, i.invoiced_on) >= ${from}
      and not exists (select 1 from payables.expected_settled s where s.company_id = i.company_id and s.invoice_id = i.id)
    order by i.received_on desc, i.id desc limit 60`
  for (const invoice of invoices) await settleExpected(tx, context, invoice)
}

export type RecurringRow = { readonly title: string; readonly vendorId: string; readonly version: number }

/** The row, locked; another company's reads as not found. */
export async function lockRecurring(
  { tx, actor, within }: CommandContext,
  recurringId: string,
): Promise<RecurringRow & Recurrence> {
  const row = await tx.row<RecurringRow & Recurrence>`
    select title, vendor_id as "vendorId", version, every_months as "everyMonths", starts_month as "startsMonth", ends_month as "endsMonth",
      arrives_months_later as "arrivesMonthsLater", arrives_day as "arrivesDay"
    from payables.recurring where company_id = ${actor.companyId} and id = ${recurringId} and ${within({})} for update`
  if (!row) refuseNotFound({ ja: '毎月届くはずの請求書', en: 'recurring invoice' }, 'recurringId')
  return row
}

/** Refuses a month for which nothing is expected. */
export function refuseUnexpected(field: string, title: string): never {
  refuse({
    kind: 'bad-input',
    code: 'payables.nothing-expected',
    what: {
      ja: `「${title}」は、その月には届かない予定です。`,
      en: `Nothing is expected of "${title}" for that month.`,
    },
    field,
    todo: { ja: '月を選び直してください。', en: 'Choose another month.' },
  })
}
