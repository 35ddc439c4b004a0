import type { LocalDate } from '@ennoshita/kernel'
import { AmountField, DateField, FormDialog, showToast, TextField, t, todayInTokyo, useForm } from '@ennoshita/ui'
import { payables } from '../../../contract.ts'
import { yenInTable } from '../../amounts.ts'
import type { RunDetails, TransferRow } from '../payment-words.tsx'
import { paymentQueries } from '../payment-words.tsx'

/** 組戻し: the money of one transfer came back; its invoices are unpaid again and the journal is taken back. */
export function ReturnDialog(props: {
  readonly run: RunDetails
  readonly transfer: TransferRow
  readonly onClose: () => void
}) {
  const { transfer } = props
  const returnedOn: LocalDate = todayInTokyo()
  const form = useForm(payables.recordReturnedPayment, {
    draftKey: transfer.transferId,
    initial: { transferId: transfer.transferId, returnedOn, returnFee: 0 },
    refreshes: paymentQueries,
    onDone: ({ invoiceIds }) => {
      showToast(t('組戻しを記録しました。請求書{count}件は支払を待つ一覧に戻りました。', { count: invoiceIds.length }))
      props.onClose()
    },
  })
  return (
    <FormDialog title={t('組戻しを記録する')} form={form} isOpen onClose={props.onClose} saveLabel={t('記録する')}>
      <p>
        {t('{name} への {amount}円が戻ってきたことを記録します。支払の仕訳は赤伝票で取り消します。', {
          name: transfer.vendorName,
          amount: yenInTable(transfer.sent),
        })}
      </p>
      <DateField label={t('お金が戻った日')} autoFocus {...form.field('returnedOn')} />
      <TextField label={t('理由')} {...form.field('reason')} help={t('例：口座番号相違のため組戻し')} />
      <AmountField
        label={t('組戻手数料（税込）')}
        {...form.field('returnFee')}
        help={t('銀行に払った組戻しの手数料です。なければ 0 のままにします。')}
      />
    </FormDialog>
  )
}
