import { FormDialog, showToast, t, useForm } from '@ennoshita/ui'
import { payables } from '../../contract.ts'
import type { AccountDraft } from './account-fields.tsx'
import { AccountFields, emptyAccount } from './account-fields.tsx'
import type { VendorDetails } from './vendor-words.tsx'
import { vendorQueries } from './vendor-words.tsx'

/** Enters the vendor's first account or another one; transfers are held until somebody else confirms it. */
export function BankAccountDialog({
  vendor,
  onClose,
}: {
  readonly vendor: VendorDetails
  readonly onClose: () => void
}) {
  const form = useForm(payables.enterBankAccount, {
    draftKey: vendor.vendorId,
    initial: { vendorId: vendor.vendorId, ...emptyAccount },
    refreshes: vendorQueries,
    onDone: () => {
      showToast(t('振込先口座を登録しました。別の人が電話で確かめるまで、振込は止まります。'))
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('振込先口座を登録する')}
      form={form}
      isOpen
      onClose={onClose}
      width="medium"
      saveLabel={t('登録する')}
    >
      <AccountFields
        account={accountOf(form.draft)}
        vendorKana={vendor.nameKana}
        errors={form.errors}
        onChange={form.change}
      />
    </FormDialog>
  )
}

/** The account as it stands in the draft: an emptied field is an empty text. */
function accountOf(
  draft: { readonly [Name in keyof AccountDraft]?: AccountDraft[Name] | null | undefined },
): AccountDraft {
  return {
    bankCode: draft.bankCode ?? '',
    bankName: draft.bankName ?? '',
    bankKana: draft.bankKana ?? '',
    branchCode: draft.branchCode ?? '',
    branchName: draft.branchName ?? '',
    branchKana: draft.branchKana ?? '',
    accountType: draft.accountType ?? 'ordinary',
    accountNumber: draft.accountNumber ?? '',
    holder: draft.holder ?? '',
  }
}
