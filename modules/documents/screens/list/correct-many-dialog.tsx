import type { RefusalFace } from '@ennoshita/kernel'
import {
  Button,
  DateField,
  Dialog,
  ErrorNote,
  faceOf,
  Select,
  send,
  showToast,
  TextField,
  t,
  useRefresh,
} from '@ennoshita/ui'
import { useState } from 'react'
import type { DocumentKind } from '../../contract.ts'
import { documents } from '../../contract.ts'
import type { DocumentRow } from '../document-words.ts'
import { documentViews, kindChoices } from '../document-words.ts'

/** Corrects many documents at once: only what is filled in is changed, and each keeps its own history. */
export function CorrectManyDialog(props: {
  readonly rows: readonly DocumentRow[]
  readonly clear: () => void
  readonly onClose: () => void
}) {
  const { rows } = props
  const refresh = useRefresh()
  const [kind, setKind] = useState<DocumentKind | null>(null)
  const [on, setOn] = useState<string | null>(null)
  const [partner, setPartner] = useState('')
  const [reason, setReason] = useState('')
  const [isPending, setPending] = useState(false)
  const [faces, setFaces] = useState<readonly RefusalFace[]>([])
  const isReady = kind !== null || on !== null || partner.trim() !== ''

  async function correct() {
    if (!isReady || isPending) return
    setPending(true)
    const refused: RefusalFace[] = []
    for (const { documentId, version } of rows)
      try {
        await send(documents.correctDocument, {
          ...{ documentId, version, reason },
          ...(kind === null ? {} : { kind }),
          ...(on === null ? {} : { transactionOn: on }),
          ...(partner.trim() === '' ? {} : { partner }),
        })
      } catch (error) {
        refused.push(faceOf(error))
      }
    setPending(false)
    setFaces(refused)
    await refresh(documentViews)
    showToast(t('{count}件を直しました。', { count: rows.length - refused.length }))
    if (refused.length > 0) return
    props.clear()
    props.onClose()
  }
  return (
    <Dialog
      title={t('{count}件をまとめて直す', { count: rows.length })}
      isOpen
      onClose={props.onClose}
      foot={
        <>
          <Button keys="Esc" onPress={props.onClose}>
            {t('キャンセル')}
          </Button>
          <Button
            kind="main"
            keys="Ctrl Enter"
            isDisabled={!isReady}
            isPending={isPending}
            onPress={() => void correct()}
          >
            {t('まとめて直す')}
          </Button>
        </>
      }
    >
      {faces.slice(0, 3).map((face) => (
        <ErrorNote key={face.what.ja} face={face} />
      ))}
      <form
        className="form"
        aria-label={t('まとめて直す')}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void correct()
        }}
      >
        <div className="form-fields">
          <p>{t('入れた欄だけが変わります。前の内容は、書類ごとの訂正の履歴に残ります。')}</p>
          <Select label={t('種別')} choices={kindChoices()} value={kind} onChange={setKind} />
          <DateField label={t('取引年月日')} value={on} onChange={setOn} />
          <TextField label={t('取引先')} value={partner} onChange={setPartner} />
          <TextField label={t('直す理由')} value={reason} onChange={setReason} />
        </div>
      </form>
    </Dialog>
  )
}
