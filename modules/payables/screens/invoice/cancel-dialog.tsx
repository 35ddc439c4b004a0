import { Dialog, DoFoot, DoForm, ErrorNote, showToast, TextField, t, useOpen, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { payables } from '../../contract.ts'
import type { InvoiceDetails } from './entry-draft.ts'
import { invoiceQueries } from './invoice-words.tsx'

/** 取消, or 訂正: the old one is taken back by a reversal and a new draft with the same contents is opened. */
export function CancelDialog(props: {
  readonly invoice: InvoiceDetails
  readonly corrects: boolean
  readonly onClose: () => void
}) {
  const { invoice, corrects } = props
  const open = useOpen()
  const [reason, setReason] = useState('')
  const cancelling = useSend(payables.cancelInvoice, { refreshes: invoiceQueries })
  const correcting = useSend(payables.correctApprovedInvoice, { refreshes: invoiceQueries })
  const refusal = cancelling.refusal ?? correcting.refusal
  const input = { invoiceId: invoice.invoiceId, version: invoice.version, reason }
  async function run() {
    if (reason.trim() === '') return
    if (corrects) {
      const made = await correcting.send(input)
      if (made === undefined) return
      showToast(t('取り消して、訂正用の下書きを作りました。'))
      props.onClose()
      open(`/invoices/${made.invoiceId}`)
      return
    }
    if ((await cancelling.send(input)) === undefined) return
    showToast(t('取り消しました。'))
    props.onClose()
  }
  const title = corrects ? t('請求書を訂正する') : t('請求書を取り消す')
  return (
    <Dialog
      title={title}
      isOpen
      onClose={props.onClose}
      foot={
        <DoFoot
          label={corrects ? t('取り消して訂正する') : t('取り消す')}
          isReady={reason.trim() !== ''}
          onDo={run}
          onClose={props.onClose}
        />
      }
    >
      <DoForm label={title} onDo={run}>
        {refusal === null ? null : <ErrorNote face={refusal} />}
        <p>
          {corrects
            ? t('計上した仕訳を反対の仕訳で取り消し、同じ内容の新しい下書きを作ります。元の請求書も記録に残ります。')
            : invoice.state === 'approved'
              ? t('計上した仕訳を、反対の仕訳で取り消します。元の請求書と仕訳は記録に残ります。')
              : t('この請求書を使わないものとして残します。')}
        </p>
        <TextField label={t('理由')} isRequired autoFocus value={reason} onChange={setReason} />
      </DoForm>
    </Dialog>
  )
}
