import { command, newId } from '@ennoshita/kernel/server'
import { freshVendor } from '../../contract/vendors.ts'
import { payables } from '../../contract.ts'
import { katakanaOf } from '../../rules/vendor/kana.ts'
import { enterAccount } from './enter-account.ts'
import {
  checkedVendor,
  insertVendor,
  lockVendors,
  nextCode,
  readOwnFacts,
  refuseNoDepartment,
  refuseTwin,
  vendorObject,
} from './vendor-rows.ts'

export const addVendor = command(payables.addVendor, {
  may: 'payables.keep-vendors',
  emits: ['payables.vendor-added', 'payables.bank-account-entered'],
  async run(context, { bankAccount, isAnother, code, ...given }) {
    const { tx, actor, now, today } = context
    const company = actor.companyId
    await lockVendors(tx, company)
    const [own, free] = await Promise.all([readOwnFacts(tx, company), code ?? nextCode(tx, company)])
    const entered = { ...freshVendor, ...given, code: free, nameKana: katakanaOf(given.nameKana ?? '') }
    const { vendor, warnings } = checkedVendor(entered, own, today)
    const vendorId = newId()
    await Promise.all([
      refuseTwin(tx, company, vendorId, vendor, isAnother),
      refuseNoDepartment(context, vendor.departmentId),
    ])
    await insertVendor(tx, company, vendorId, vendor, now)
    const added = vendorObject(vendorId, vendor.name, vendor.nameKana)
    const account = bankAccount && (await enterAccount(context, vendorId, vendor, bankAccount, 'bankAccount.'))
    return {
      events: [
        { activity: 'payables.vendor-added', objects: [added], data: { code: free } },
        ...(account ? [{ activity: 'payables.bank-account-entered', objects: [added, account.object] } as const] : []),
      ],
      answer: {
        vendorId,
        code: free,
        bankAccountId: account?.bankAccountId ?? null,
        version: 1,
        warnings: [...warnings, ...(account?.warnings ?? [])],
      },
    }
  },
})
