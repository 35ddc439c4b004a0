import type { Command } from '@ennoshita/kernel/server'
import { addSourceAccount } from './add-source-account.ts'
import { cancelRun } from './cancel-run.ts'
import { changeRun } from './change-run.ts'
import { changeSourceAccount } from './change-source-account.ts'
import { closeSourceAccount } from './close-source-account.ts'
import { markRunPaid } from './mark-run-paid.ts'
import { payWithholding } from './pay-withholding.ts'
import { prepareRun } from './prepare-run.ts'
import { recordReturnedPayment } from './record-returned-payment.ts'
import { releaseRun } from './release-run.ts'
import { takeRunFile } from './take-run-file.ts'

/** Source accounts, payment runs from preparation to return, and the tax withheld. */
export const paymentCommands: readonly Command[] = [
  addSourceAccount,
  changeSourceAccount,
  closeSourceAccount,
  prepareRun,
  changeRun,
  cancelRun,
  releaseRun,
  takeRunFile,
  markRunPaid,
  recordReturnedPayment,
  payWithholding,
]
