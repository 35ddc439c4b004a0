import type { InputOf } from '@ennoshita/kernel'
import { todayInTokyo, useAsk, useRights } from '@ennoshita/ui'
import { freshVendor } from '../../contract/vendors.ts'
import { payables } from '../../contract.ts'
import type { OwnFacts, VendorProtection } from '../../rules/vendor/protection.ts'
import { protectionOf } from '../../rules/vendor/protection.ts'
import type { Remark } from '../../rules/vendor/vendor-check.ts'
import { checkVendor } from '../../rules/vendor/vendor-check.ts'

type Changing = InputOf<typeof payables.changeVendor>
type Field = Exclude<keyof Changing, 'vendorId' | 'version' | 'isAnother'>

/** What is being entered of a vendor, new or known. */
export type VendorDraft = { readonly [Name in Field]?: Changing[Name] | null | undefined }

const digitsOfNumber = 13
const unknownFacts: OwnFacts = { capital: null, employees: null, officers: null }

export type DraftCheck = {
  readonly protection: VendorProtection
  /** What to say beside a field while it is being filled in. */
  readonly remarks: readonly Remark[]
}

/** Checks a vendor while it is being entered by the very rules of the server, with the facts of the own company. */
export function useVendorCheck(draft: VendorDraft): DraftCheck {
  const rights = useRights()
  const settings = useAsk(payables.settings, {}, { when: rights.may('payables.see-settings') })
  const own = settings.data?.settings ?? unknownFacts
  const today = todayInTokyo()
  const vendor = vendorOf(draft)
  const checked = checkVendor(vendor, own, today)
  return {
    protection: protectionOf(vendor, own, today),
    remarks: (checked.ok ? checked.warnings : [checked.fault]).filter(({ field }) => isSaid(field, draft)),
  }
}

/** A number is not spoken of before it is fully written. */
function isSaid(field: string, draft: VendorDraft): boolean {
  if (field !== 'corporateNumber' && field !== 'registrationNumber') return true
  return (draft[field] ?? '').normalize('NFKC').replace(/[\s-]/g, '').length >= digitsOfNumber
}

function vendorOf(draft: VendorDraft) {
  return {
    corporateNumber: draft.corporateNumber ?? null,
    registrationNumber: draft.registrationNumber ?? null,
    registeredFrom: draft.registeredFrom ?? null,
    registeredUntil: draft.registeredUntil ?? null,
    postalCode: draft.postalCode ?? null,
    terms: draft.terms ?? null,
    feeBearer: draft.feeBearer ?? freshVendor.feeBearer,
    withholdingKind: draft.withholdingKind ?? null,
    withholdingGroup: draft.withholdingGroup ?? null,
    lawClass: draft.lawClass ?? freshVendor.lawClass,
    commissionKind: draft.commissionKind ?? null,
    isIndividual: draft.isIndividual ?? freshVendor.isIndividual,
    capital: draft.capital ?? null,
    employees: draft.employees ?? null,
    officers: draft.officers ?? null,
  }
}
