import { Button, Checkbox, FormDialog, showToast, t, useForm, useOpen } from '@ennoshita/ui'
import { payables } from '../../contract.ts'
import { AccountFields, emptyAccount } from './account-fields.tsx'
import { VendorFields } from './vendor-fields.tsx'
import { vendorQueries } from './vendor-words.tsx'

/** A further vendor, with its first bank account if one is known. */
export function AddVendorDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useOpen()
  const form = useForm(payables.addVendor, {
    initial: {
      isIndividual: false,
      terms: { closing: { day: 'month-end' }, payment: { monthsLater: 1, day: 'month-end', shift: 'previous' } },
    },
    refreshes: vendorQueries,
    onDone: ({ vendorId, warnings }) => {
      showToast(
        warnings.length === 0
          ? t('取引先を登録しました。')
          : t('取引先を登録しました。確かめることが{count}件あります。', { count: warnings.length }),
      )
      onClose()
      open(`/vendors/${vendorId}`)
    },
  })
  const { bankAccount } = form.draft
  const isTwin = form.refusal?.kind === 'conflict'
  return (
    <FormDialog
      title={t('取引先を登録する')}
      form={form}
      isOpen
      onClose={onClose}
      width="medium"
      saveLabel={t('登録する')}
    >
      {isTwin || form.draft.isAnother === true ? (
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
      {bankAccount == null ? (
        <div>
          <Button onPress={() => form.change({ bankAccount: emptyAccount })}>{t('振込先口座も登録する')}</Button>
        </div>
      ) : (
        <AccountFields
          account={bankAccount}
          vendorKana={form.draft.nameKana ?? ''}
          errors={form.errors}
          path="bankAccount."
          onChange={(next) => form.change({ bankAccount: next })}
        />
      )}
    </FormDialog>
  )
}
