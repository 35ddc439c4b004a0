import { Checkbox, FormDialog, showToast, t, useForm } from '@ennoshita/ui'
import { payables } from '../../contract.ts'
import { VendorFields } from './vendor-fields.tsx'
import type { VendorDetails } from './vendor-words.tsx'
import { vendorQueries } from './vendor-words.tsx'

/** What this form may change, as it stands now. */
function whatIsKept(vendor: VendorDetails) {
  const { vendorId, version, code, name, nameKana, isIndividual, corporateNumber, registrationNumber } = vendor
  const { registeredFrom, registeredUntil, phone, postalCode, address, contact, terms, method } = vendor
  const { feeBearer, payable, lawClass, commissionKind, capital, employees, officers } = vendor
  const { withholdingKind, withholdingGroup, departmentId, note, email } = vendor
  return {
    ...{ vendorId, version, code, name, nameKana, isIndividual, corporateNumber, registrationNumber },
    ...{ registeredFrom, registeredUntil, phone, postalCode, address, contact, terms, method },
    ...{ feeBearer, payable, lawClass, commissionKind, capital, employees, officers },
    ...{ withholdingKind, withholdingGroup, departmentId, note, email },
  }
}

/** Changes what is registered of a vendor; its bank accounts are entered apart. */
export function ChangeVendorDialog({
  vendor,
  onClose,
}: {
  readonly vendor: VendorDetails
  readonly onClose: () => void
}) {
  const form = useForm(payables.changeVendor, {
    draftKey: `${vendor.vendorId}.${vendor.version}`,
    initial: whatIsKept(vendor),
    refreshes: vendorQueries,
    onDone: () => {
      showToast(t('取引先の登録内容を変えました。'))
      onClose()
    },
  })
  return (
    <FormDialog title={t('登録内容を変える')} form={form} isOpen onClose={onClose} width="medium">
      {form.refusal?.kind === 'conflict' || form.draft.isAnother === true ? (
        <Checkbox
          label={t('登録済みの取引先とは別の取引先です')}
          value={form.draft.isAnother}
          onChange={(isAnother) => form.change({ isAnother })}
        />
      ) : null}
      <VendorFields
        draft={form.draft}
        errors={form.errors}
        onChange={form.change}
        onProblem={(name, sentence) => form.field(name).onProblem(sentence)}
      />
    </FormDialog>
  )
}
