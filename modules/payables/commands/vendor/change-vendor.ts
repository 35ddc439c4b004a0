import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { katakanaOf } from '../../rules/vendor/kana.ts'
import { refuseOlder } from '../payment/refuse-payment.ts'
import {
  checkedVendor,
  lockVendor,
  lockVendors,
  readOwnFacts,
  refuseNoDepartment,
  refuseTwin,
  updateVendor,
  vendorObject,
} from './vendor-rows.ts'

export const changeVendor = command(payables.changeVendor, {
  may: 'payables.keep-vendors',
  emits: ['payables.vendor-changed'],
  async run(context, { vendorId, version, isAnother, ...given }) {
    const { tx, actor, today } = context
    const company = actor.companyId
    await lockVendors(tx, company)
    const [before, own] = await Promise.all([lockVendor(context, vendorId), readOwnFacts(tx, company)])
    if (before.version !== version) refuseOlder()
    const { version: _, retiredOn, ...standing } = before
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const merged = { ...standing, ...change }
    const numbersStay = given.corporateNumber === undefined && given.registrationNumber === undefined
    const { vendor, warnings } = checkedVendor({ ...merged, nameKana: katakanaOf(merged.nameKana) }, own, today)
    await Promise.all([
      refuseTwin(tx, company, vendorId, vendor, isAnother || (numbersStay && vendor.name === before.name)),
      given.departmentId === undefined ? undefined : refuseNoDepartment(context, vendor.departmentId),
    ])
    await updateVendor(context, vendorId, before, vendor)
    return {
      events: [
        {
          activity: 'payables.vendor-changed',
          objects: [vendorObject(vendorId, vendor.name, vendor.nameKana)],
          data: { fields: Object.keys(change) },
        },
      ],
      answer: { version: version + 1, warnings: [...warnings] },
    }
  },
})
