import { Dialog, DoFoot, DoForm, ErrorNote, showToast, TextField, t, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { payables } from '../../contract.ts'
import type { InvoiceDetails } from './entry-draft.ts'
import { invoiceQueries } from './invoice-words.tsx'

/** 引戻し: the applicant takes the invoice back while it is not decided. */
export function WithdrawDialog({
  invoice,
  onClose,
}: {
  readonly invoice: InvoiceDetails
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const withdrawing = useSend(payables.withdrawInvoice, { refreshes: invoiceQueries })
  async function run() {
    if (reason.trim() === '') return
    const { invoiceId, version } = invoice
    if ((await withdrawing.send({ invoiceId, version, reason })) === undefined) return
    showToast(t('引き戻しました。直して、もう一度申請できます。'))
    onClose()
  }
  return (
    <Dialog
      title={t('申請を引き戻す')}
      isOpen
      onClose={onClose}
      foot={<DoFoot label={t('引き戻す')} isReady={reason.trim() !== ''} onDo={run} onClose={onClose} />}
    >
      <DoForm label={t('申請を引き戻す')} onDo={run}>
        {withdrawing.refusal === null ? null : <ErrorNote face={withdrawing.refusal} />}
        <TextField label={t('理由')} isRequired autoFocus value={reason} onChange={setReason} />
      </DoForm>
    </Dialog>
  )
}
