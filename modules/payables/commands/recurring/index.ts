import type { Command } from '@ennoshita/kernel/server'
import { accrueMonth } from './accrue-month.ts'
import { addRecurring } from './add-recurring.ts'
import { changeRecurring } from './change-recurring.ts'
import { reverseAccrual } from './reverse-accrual.ts'
import { reversePrepaid } from './reverse-prepaid.ts'
import { skipExpected } from './skip-expected.ts'
import { transferPrepaid } from './transfer-prepaid.ts'

/** Recurring invoices, accruals and prepaid expenses. */
export const recurringCommands: readonly Command[] = [
  addRecurring,
  changeRecurring,
  skipExpected,
  accrueMonth,
  reverseAccrual,
  transferPrepaid,
  reversePrepaid,
]
