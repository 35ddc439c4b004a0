import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { refuseConflict, refuseOlder } from '../payment/refuse-payment.ts'
import { lockVendor, vendorObject } from './vendor-rows.ts'

export const restoreVendor = command(payables.restoreVendor, {
  may: 'payables.keep-vendors',
  emits: ['payables.vendor-restored'],
  async run(context, { vendorId, version }) {
    const { tx, actor } = context
    const vendor = await lockVendor(context, vendorId)
    if (version !== undefined && vendor.version !== version) refuseOlder()
    if (vendor.retiredOn === null)
      refuseConflict(
        'vendorId',
        'vendor-in-use',
        { ja: `「${vendor.name}」は使われています。`, en: `${vendor.name} is in use.` },
        { ja: '画面を開き直してください。', en: 'Reload.' },
      )
    await tx.run`update payables.vendor set retired_on = null, version = version + 1
      where company_id = ${actor.companyId} and id = ${vendorId}`
    return {
      events: [{ activity: 'payables.vendor-restored', objects: [vendorObject(vendorId, vendor.name)] }],
      answer: { version: vendor.version + 1 },
    }
  },
})
