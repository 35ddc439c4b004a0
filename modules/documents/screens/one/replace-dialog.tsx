import type { RefusalFace } from '@ennoshita/kernel'
import {
  Button,
  Dialog,
  ErrorNote,
  FileDrop,
  faceOf,
  send,
  showToast,
  TextField,
  t,
  uploadFile,
  useRefresh,
} from '@ennoshita/ui'
import { useState } from 'react'
import { documents } from '../../contract.ts'
import type { DocumentDetails } from '../document-words.ts'
import { documentViews } from '../document-words.ts'

/** Puts another file in place as the next version; the file before stays readable. */
export function ReplaceDialog(props: { readonly document: DocumentDetails; readonly onClose: () => void }) {
  const { documentId, version } = props.document
  const refresh = useRefresh()
  const [file, setFile] = useState<File | null>(null)
  const [reason, setReason] = useState('')
  const [isPending, setPending] = useState(false)
  const [face, setFace] = useState<RefusalFace | null>(null)
  async function replace() {
    if (file === null) return
    setPending(true)
    setFace(null)
    try {
      const { fileId } = await uploadFile(file)
      const done = await send(documents.replaceFile, { documentId, version, fileId, reason })
      await refresh(documentViews)
      showToast(t('第{version}版にしました。前の版も残っています。', { version: done.fileVersion }))
      props.onClose()
    } catch (error) {
      setFace(faceOf(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog
      title={t('ファイルを差し替える')}
      isOpen
      onClose={props.onClose}
      width="medium"
      foot={
        <>
          <Button keys="Esc" onPress={props.onClose}>
            {t('キャンセル')}
          </Button>
          <Button
            kind="main"
            isPending={isPending}
            isDisabled={file === null || reason.trim() === ''}
            onPress={() => void replace()}
          >
            {t('差し替える')}
          </Button>
        </>
      }
    >
      {face === null ? null : <ErrorNote face={face} />}
      {file === null ? (
        <FileDrop
          label={t('新しいファイルをここに')}
          chooseLabel={t('ファイルを選ぶ')}
          accept=".pdf,.png,.jpg,.jpeg,.xml,.csv,.xlsx,.docx,.zip"
          onFile={setFile}
        >
          {t('PDF・PNG・JPEG・JP PINTのXMLなど。20MBまで。')}
        </FileDrop>
      ) : (
        <p>
          {t('差し替えるファイル：{name}', { name: file.name })}
          <Button kind="quiet" onPress={() => setFile(null)}>
            {t('選び直す')}
          </Button>
        </p>
      )}
      <TextField
        label={t('差し替える理由')}
        isRequired
        value={reason}
        onChange={setReason}
        help={t('訂正の履歴に残ります。')}
      />
    </Dialog>
  )
}
