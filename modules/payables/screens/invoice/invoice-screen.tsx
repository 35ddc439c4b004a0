import { Screen, ThrownNote, t, useAsk, usePathPart, Waiting } from '@ennoshita/ui'
import { payables } from '../../contract.ts'
import { EntryPage } from './entry-page.tsx'
import { ReadPage } from './read-page.tsx'

/** 請求書: entered while it is a draft or was returned, read and decided on after that. */
export default function InvoiceScreen() {
  const invoiceId = usePathPart('invoiceId')
  const answer = useAsk(payables.invoiceDetails, { invoiceId })
  const invoice = answer.data
  if (answer.error !== null || invoice === undefined || invoice.invoiceId !== invoiceId)
    return (
      <Screen title={t('請求書')} layout="page">
        {answer.error === null ? <Waiting /> : <ThrownNote error={answer.error} />}
      </Screen>
    )
  return invoice.may.correct ? (
    <EntryPage key={invoiceId} invoice={invoice} documentId={invoice.documentId} />
  ) : (
    <ReadPage key={invoiceId} invoice={invoice} />
  )
}
