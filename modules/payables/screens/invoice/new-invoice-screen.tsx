import { useAddressState } from '@ennoshita/ui'
import { EntryPage } from './entry-page.tsx'

/** A new invoice, with the paper that the address names (`?document=…`) or none. */
export default function NewInvoiceScreen() {
  const [documentId] = useAddressState('document', '')
  return (
    <EntryPage key={documentId} invoice={null} documentId={/^[0-9a-f-]{36}$/.test(documentId) ? documentId : null} />
  )
}
