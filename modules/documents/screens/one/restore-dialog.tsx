import { ConfirmDialog, ErrorNote, showToast, t, useSend } from '@ennoshita/ui'
import { documents } from '../../contract.ts'
import type { DocumentDetails } from '../document-words.ts'
import { documentViews } from '../document-words.ts'

/** Takes the flag away again. */
export function RestoreDialog(props: { readonly document: DocumentDetails; readonly onClose: () => void }) {
  const { documentId, version, discardReason } = props.document
  const restoring = useSend(documents.restoreDocument, {
    refreshes: documentViews,
    onDone: () => {
      showToast(t('書類を元に戻しました。'))
      props.onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('書類を元に戻しますか')}
      isOpen
      onClose={props.onClose}
      onConfirm={() => void restoring.send({ documentId, version })}
      confirmLabel={t('削除扱いをやめる')}
      isPending={restoring.isPending}
    >
      {restoring.refusal === null ? null : <ErrorNote face={restoring.refusal} />}
      <p>{t('削除扱いにした理由：{reason}', { reason: discardReason ?? '' })}</p>
    </ConfirmDialog>
  )
}
