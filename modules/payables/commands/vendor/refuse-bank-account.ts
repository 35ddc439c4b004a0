import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { lockWaitingAccount } from './lock-account.ts'
import { vendorObject } from './vendor-rows.ts'

export const refuseBankAccount = command(payables.refuseBankAccount, {
  may: 'payables.confirm-bank-accounts',
  emits: ['payables.bank-account-refused'],
  async run(context, { bankAccountId, reason }) {
    const { tx, actor } = context
    const { vendorId, vendorName, version } = await lockWaitingAccount(context, bankAccountId)
    await tx.run`update payables.vendor_bank_account set state = 'refused', refused_by = ${actor.personId ?? null}, refused_reason = ${reason}
      where company_id = ${actor.companyId} and id = ${bankAccountId}`
    return {
      events: [
        {
          activity: 'payables.bank-account-refused',
          objects: [vendorObject(vendorId, vendorName), { type: 'bank-account', id: bankAccountId }],
          data: { reason },
        },
      ],
      answer: { vendorId, version },
    }
  },
})
