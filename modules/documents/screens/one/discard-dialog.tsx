import { FormDialog, showToast, TextField, t, useForm } from '@ennoshita/ui'
import { documents } from '../../contract.ts'
import type { DocumentDetails } from '../document-words.ts'
import { documentViews } from '../document-words.ts'

/** 削除扱い: a flag with its reason; the file stays and can still be found. */
export function DiscardDialog(props: { readonly document: DocumentDetails; readonly onClose: () => void }) {
  const { documentId, version } = props.document
  const form = useForm(documents.discardDocument, {
    draftKey: documentId,
    initial: { documentId, version },
    refreshes: documentViews,
    onDone: () => {
      showToast(t('削除扱いにしました。ファイルは残っています。'))
      props.onClose()
    },
  })
  return (
    <FormDialog
      title={t('削除扱いにしますか')}
      form={form}
      isOpen
      onClose={props.onClose}
      saveLabel={t('削除扱いにする')}
    >
      <p>{t('一覧に出なくなりますが、ファイルは消えません。「削除扱いも」で探せ、あとから元に戻せます。')}</p>
      <TextField {...form.field('reason')} label={t('理由')} autoFocus />
    </FormDialog>
  )
}
