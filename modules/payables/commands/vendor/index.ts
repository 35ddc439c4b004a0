import type { Command } from '@ennoshita/kernel/server'
import { setSettings } from '../settings/set-settings.ts'
import { addVendor } from './add-vendor.ts'
import { applyVendorImport } from './apply-vendor-import.ts'
import { changeVendor } from './change-vendor.ts'
import { confirmBankAccount } from './confirm-bank-account.ts'
import { enterBankAccount } from './enter-bank-account.ts'
import { refuseBankAccount } from './refuse-bank-account.ts'
import { restoreVendor } from './restore-vendor.ts'
import { retireVendor } from './retire-vendor.ts'
import { stageVendorImport } from './stage-vendor-import.ts'
import { undoVendorImport } from './undo-vendor-import.ts'

/** Settings, vendors and their bank accounts. */
export const vendorCommands: readonly Command[] = [
  setSettings,
  addVendor,
  changeVendor,
  retireVendor,
  restoreVendor,
  enterBankAccount,
  confirmBankAccount,
  refuseBankAccount,
  stageVendorImport,
  applyVendorImport,
  undoVendorImport,
]
