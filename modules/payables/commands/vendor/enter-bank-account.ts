import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { enterAccount } from './enter-account.ts'
import { lockVendor, vendorObject } from './vendor-rows.ts'

export const enterBankAccount = command(payables.enterBankAccount, {
  may: 'payables.keep-vendors',
  emits: ['payables.bank-account-entered'],
  async run(context, { vendorId, ...form }) {
    const vendor = await lockVendor(context, vendorId)
    const { object, bankAccountId, holderKana, warnings } = await enterAccount(context, vendorId, vendor, form)
    return {
      events: [{ activity: 'payables.bank-account-entered', objects: [vendorObject(vendorId, vendor.name), object] }],
      answer: { bankAccountId, holderKana, warnings: [...warnings] },
    }
  },
})
