import { ConfirmDialog, ErrorNote, FormDialog, showToast, TextField, t, useForm, useSend } from '@ennoshita/ui'
import { payables } from '../../contract.ts'
import type { VendorDetails } from './vendor-words.tsx'
import { vendorQueries } from './vendor-words.tsx'

type Props = { readonly vendor: VendorDetails; readonly onClose: () => void }

/** No further invoices from this vendor; what stands is still approved and paid. */
export function RetireVendorDialog({ vendor, onClose }: Props) {
  const { vendorId, version } = vendor
  const form = useForm(payables.retireVendor, {
    draftKey: vendorId,
    initial: { vendorId, version },
    refreshes: vendorQueries,
    onDone: () => {
      showToast(t('「{name}」の使用をやめました。', { name: vendor.name }))
      onClose()
    },
  })
  return (
    <FormDialog title={t('取引先の使用をやめる')} form={form} isOpen onClose={onClose} saveLabel={t('使用をやめる')}>
      <p>{t('新しい請求書を登録できなくなります。登録済みの請求書は、承認して支払えます。')}</p>
      <TextField label={t('理由')} autoFocus {...form.field('reason')} help={t('例：取引の終了')} />
    </FormDialog>
  )
}

export function RestoreVendorDialog({ vendor, onClose }: Props) {
  const restoring = useSend(payables.restoreVendor, {
    refreshes: vendorQueries,
    onDone: () => {
      showToast(t('「{name}」の使用を再開しました。', { name: vendor.name }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('使用を再開しますか')}
      isOpen
      onClose={onClose}
      confirmLabel={t('使用を再開する')}
      isPending={restoring.isPending}
      onConfirm={() => void restoring.send({ vendorId: vendor.vendorId, version: vendor.version })}
    >
      {restoring.refusal === null ? null : <ErrorNote face={restoring.refusal} />}
      <p>{t('この取引先の請求書を、また登録できるようになります。')}</p>
    </ConfirmDialog>
  )
}
