import type { Words } from '@ennoshita/kernel'
import { type QueryContext, type Sql, sql } from '@ennoshita/kernel/server'
import { invoiceEvents, paymentEvents, recurringEvents } from '../../events.ts'
import { reachOf } from './invoice-columns.ts'

/** The most invoices of which a map is drawn, the newest first. */
const mostCases = 20_000

const kept = 'documents.document-kept'
const known: Readonly<Record<string, Words>> = {
  ...{ ...invoiceEvents, ...paymentEvents, ...recurringEvents },
  [kept]: { ja: '書類を保存した', en: 'document kept' },
}

/** What an activity is called in maps and histories. */
export const activityWords = (activity: string): Words => known[activity] ?? { ja: activity, en: activity }

/** What happened to the invoice with other invoices or papers in the foreground: no step of its own way. */
const aside = ['replaces', 'added', 'removed']

/** The steps of an invoice's way, as `s (invoice_id, event_id)`: events about it, and the keeping of its paper. `chosen` answers ids. */
export function stepsOfInvoices(company: string, chosen: Sql): Sql {
  return sql`chosen as (${chosen}), s as (
    select c.id as invoice_id, o.event_id from chosen c join kernel.event_object o
      on o.company_id = ${company} and o.object_id = c.id and o.object_type = 'invoice' and o.qualifier <> all (${aside}::text[])
    union
    select c.id, o.event_id from chosen c join kernel.event_object o
      on o.company_id = ${company} and o.object_id = c.document_id and o.object_type = 'document'
      join kernel.event k on k.company_id = ${company} and k.id = o.event_id and k.activity = ${kept})`
}

export type Period = {
  readonly fromOn: string
  readonly untilOn: string
  readonly vendorId?: string | undefined
  readonly departmentId?: string | undefined
}

/** Invoices within reach that were received in the period. */
export function receivedIn(context: QueryContext, { fromOn, untilOn, vendorId, departmentId }: Period): Sql {
  return sql`select i.id, i.document_id from payables.invoice i
    where i.company_id = ${context.actor.companyId} and i.received_on between ${fromOn} and ${untilOn}
      and (${vendorId ?? null}::uuid is null or i.vendor_id = ${vendorId ?? null})
      and (${departmentId ?? null}::uuid is null or i.department_id = ${departmentId ?? null}) and ${reachOf(context)}
    order by i.received_on desc, i.id desc limit ${mostCases}`
}
