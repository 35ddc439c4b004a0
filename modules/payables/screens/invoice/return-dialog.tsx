import { Dialog, DoFoot, DoForm, ErrorNote, RadioGroup, showToast, TextArea, t, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { payables } from '../../contract.ts'
import type { InvoiceDetails } from './entry-draft.ts'
import { invoiceQueries } from './invoice-words.tsx'
import type { Matter } from './matter.tsx'
import { openStepOf } from './matter.tsx'

/** 差戻し: to whom it goes back, and what is to be changed. */
export function ReturnDialog(props: {
  readonly invoice: InvoiceDetails
  readonly matter: Matter | undefined
  readonly onClose: () => void
}) {
  const { invoice, matter } = props
  const [comment, setComment] = useState('')
  const [to, setTo] = useState('applicant')
  const steps = matter?.may.returnTo ?? []
  const returning = useSend(payables.returnInvoice, { refreshes: invoiceQueries })
  async function run() {
    if (comment.trim() === '') return
    const onBehalfOf = matter?.may.onBehalfOf?.personId
    const done = await returning.send(
      {
        invoiceId: invoice.invoiceId,
        version: invoice.version,
        step: openStepOf(matter),
        comment,
        to: to === 'applicant' ? 'applicant' : Number(to),
      },
      onBehalfOf === undefined ? {} : { onBehalfOf },
    )
    if (done === undefined) return
    showToast(t('差し戻しました。'))
    props.onClose()
  }
  return (
    <Dialog
      title={t('差し戻す')}
      isOpen
      onClose={props.onClose}
      foot={<DoFoot label={t('差し戻す')} isReady={comment.trim() !== ''} onDo={run} onClose={props.onClose} />}
    >
      <DoForm label={t('差し戻す')} onDo={run}>
        {returning.refusal === null ? null : <ErrorNote face={returning.refusal} />}
        {steps.length === 0 ? null : (
          <RadioGroup
            label={t('戻す先')}
            value={to}
            onChange={setTo}
            choices={[
              { value: 'applicant', label: t('申請した人') },
              ...steps.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` })),
            ]}
          />
        )}
        <TextArea
          label={t('直してほしいこと')}
          isRequired
          autoFocus
          value={comment}
          onChange={setComment}
          help={t('どの欄をどう直せばよいかを書くと、一度で直せます。')}
        />
      </DoForm>
    </Dialog>
  )
}
