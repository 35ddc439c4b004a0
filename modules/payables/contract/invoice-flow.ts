import { defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { invoiceId, vendorId } from './invoices.ts'

const count = z.int().min(0)
const words = z.object({ ja: z.string(), en: z.string() })

/** The way of invoices: one by one as a history, all together as a map. */
export const invoiceFlowQueries = {
  invoiceHistories: defineQuery('payables.invoice-histories', {
    says: { ja: '請求書の経過', en: 'the history of an invoice' },
    input: z.strictObject({ invoiceId }),
    answer: z.object({
      invoiceId,
      number: z.int().nullable(),
      vendorName: z.string(),
      total: z.int().nullable(),
      steps: z.array(
        z.object({
          eventId: field.id,
          activity: z.string(),
          says: words,
          occurredAt: field.instant,
          /** Minutes since the step before (0 for the first). */
          waitedMinutes: z.int(),
          personName: z.string().nullable(),
          onBehalfOfName: z.string().nullable(),
          exception: z.string().nullable(),
          comment: z.string(),
          objects: z.array(
            z.object({ type: z.string(), id: field.id, label: z.string(), opens: z.string().nullable() }),
          ),
        }),
      ),
      /** From the first step to the last. */
      elapsedMinutes: z.int(),
      returns: count,
    }),
  }),
  invoiceMaps: defineQuery('payables.invoice-maps', {
    says: { ja: '請求書の流れの図', en: 'the map of invoices from receipt to payment' },
    input: z.strictObject({
      /** Invoices received on these days. */
      fromOn: field.localDate,
      untilOn: field.localDate,
      vendorId: vendorId.optional(),
      departmentId: field.id.optional(),
    }),
    answer: z.object({
      invoices: count,
      /** How many had to be returned at least once. */
      returned: count,
      nodes: z.array(z.object({ activity: z.string(), says: words, count, cases: count })),
      edges: z.array(
        z.object({
          from: z.string(),
          to: z.string(),
          count,
          cases: count,
          medianMinutes: z.int(),
          p90Minutes: z.int(),
          isReturn: z.boolean(),
        }),
      ),
      starts: z.array(z.object({ activity: z.string(), count })),
      ends: z.array(z.object({ activity: z.string(), count })),
    }),
  }),
  invoiceMapCases: defineQuery('payables.invoice-map-cases', {
    says: { ja: '流れの図の矢印にある請求書', en: 'the invoices behind an arrow of the map' },
    input: z.strictObject({
      fromOn: field.localDate,
      untilOn: field.localDate,
      vendorId: vendorId.optional(),
      departmentId: field.id.optional(),
      /** The two activities of the arrow. */
      from: z.string().max(80),
      to: z.string().max(80),
      ...field.page,
    }),
    /** The longest wait first. */
    answer: z.object({
      count,
      cases: z.array(
        z.object({
          invoiceId,
          number: z.int().nullable(),
          vendorName: z.string(),
          total: z.int().nullable(),
          waitedMinutes: z.int(),
          /** How often the arrow was passed. */
          times: z.int(),
        }),
      ),
    }),
  }),
}
