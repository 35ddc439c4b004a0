import { documents } from '@ennoshita/documents'
import type { RefusalFace } from '@ennoshita/kernel'
import type { PaperMark } from '@ennoshita/ui'
import {
  addressOf,
  EmptyState,
  ErrorNote,
  FileDrop,
  faceOf,
  Paper,
  Sheet,
  send,
  t,
  uploadFile,
  Waiting,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'

/** The paper beside the form, with the places where something was read. */
export function PaperAside(props: {
  readonly documentId: string
  readonly name: string
  readonly marks?: readonly PaperMark[]
  readonly activeMark?: string | null
}) {
  const { documentId, name } = props
  const source = useMemo(
    () => ({ name, address: addressOf(documents.documentFiles, { documentId }) }),
    [documentId, name],
  )
  return <Paper source={source} marks={props.marks ?? []} activeMark={props.activeMark ?? null} />
}

/** Where no paper is yet: takes one, keeps it as a document, and tells its id. */
export function PaperDrop({ onDocument }: { readonly onDocument: (documentId: string) => void }) {
  const [face, setFace] = useState<RefusalFace | null>(null)
  const [isSending, setSending] = useState(false)
  async function take(file: File) {
    setFace(null)
    setSending(true)
    try {
      const { fileId } = await uploadFile(file)
      const kept = await send(documents.keepDocuments, { files: [{ fileId, kind: 'invoice' }] })
      const [document] = kept.documents
      if (document !== undefined) onDocument(document.documentId)
    } catch (error) {
      setFace(faceOf(error))
    } finally {
      setSending(false)
    }
  }
  if (isSending) return <Waiting label={t('書類を保存しています…')} />
  return (
    <>
      {face === null ? null : <ErrorNote face={face} />}
      <FileDrop
        label={t('請求書のファイルをここに落とします')}
        chooseLabel={t('ファイルを選ぶ')}
        accept=".pdf,.png,.jpg,.jpeg,.xml"
        onFile={(file) => void take(file)}
      >
        {t('PDF・PNG・JPEG・JP PINT（XML）。ファイルを見ながら入力できます。')}
      </FileDrop>
    </>
  )
}

/** Where an invoice has no paper and none can be added any more. */
export function NoPaper() {
  return (
    <Sheet>
      <EmptyState title={t('請求書のファイルはありません')} />
    </Sheet>
  )
}
