import { dateInWords } from '@ennoshita/kernel'
import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { refuseConflict, refuseOlder } from '../payment/refuse-payment.ts'
import { lockVendor, vendorObject } from './vendor-rows.ts'

export const retireVendor = command(payables.retireVendor, {
  may: 'payables.keep-vendors',
  emits: ['payables.vendor-retired'],
  async run(context, { vendorId, version, reason }) {
    const { tx, actor, today } = context
    const vendor = await lockVendor(context, vendorId)
    if (version !== undefined && vendor.version !== version) refuseOlder()
    if (vendor.retiredOn !== null)
      refuseConflict(
        'vendorId',
        'vendor-retired',
        {
          ja: `「${vendor.name}」の使用は、${dateInWords(vendor.retiredOn)}にやめています。`,
          en: `${vendor.name} was retired on ${vendor.retiredOn}.`,
        },
        { ja: '画面を開き直してください。', en: 'Reload.' },
      )
    await tx.run`update payables.vendor set retired_on = ${today}, version = version + 1
      where company_id = ${actor.companyId} and id = ${vendorId}`
    return {
      events: [
        {
          activity: 'payables.vendor-retired',
          objects: [vendorObject(vendorId, vendor.name)],
          data: { reason },
        },
      ],
      answer: { version: vendor.version + 1 },
    }
  },
})
