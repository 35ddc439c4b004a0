import type { Query } from '@ennoshita/kernel/server'
import { accruals } from './accruals.ts'
import { missingInvoices } from './missing-invoices.ts'
import { prepaidSchedules } from './prepaid-schedules.ts'
import { recurringList } from './recurring-list.ts'

/** Recurring invoices, accruals and prepaid expenses. */
export const recurringQueries: readonly Query[] = [recurringList, missingInvoices, accruals, prepaidSchedules]
