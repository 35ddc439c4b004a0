import { usePeopleOptions } from '@ennoshita/people/options'
import { Button, ComboBox, Dialog, ErrorNote, FieldRow, MinutesField, TextField, t, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import { deedQueries } from './deed-queries.ts'

/** これもやった from any screen: one line and Enter, then the next; Esc closes. More only for those who want it. */
export default function RecordDeedDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const [text, setText] = useState('')
  const [minutes, setMinutes] = useState<number | null>(null)
  const [forPersonId, setForPerson] = useState<string | null>(null)
  const [forWhom, setForWhom] = useState('')
  const [isMore, setMore] = useState(false)
  const [kept, setKept] = useState<readonly string[]>([])
  const recording = useSend(work.recordDeed, { refreshes: deedQueries })
  const line = text.trim()
  async function record() {
    if (line === '' || recording.isPending) return
    const recorded = await recording.send({
      text: line,
      ...(minutes === null ? {} : { minutes }),
      ...(forPersonId === null ? {} : { forPersonId }),
      ...(forWhom.trim() === '' ? {} : { forWhom: forWhom.trim() }),
    })
    if (recorded === undefined) return
    setKept((before) => [line, ...before])
    setText('')
    setMinutes(null)
    setForPerson(null)
    setForWhom('')
  }
  return (
    <Dialog
      title={t('これもやった')}
      isOpen={props.isOpen}
      onClose={props.onClose}
      foot={
        <>
          <Button keys="Esc" onPress={props.onClose}>
            {t('閉じる')}
          </Button>
          <Button
            kind="main"
            keys="Enter"
            isDisabled={line === ''}
            isPending={recording.isPending}
            onPress={() => void record()}
          >
            {t('残して次へ')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void record()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          const isSaving = event.ctrlKey || event.metaKey
          if (event.nativeEvent.isComposing || isSaving) event.preventDefault()
          if (isSaving && !event.nativeEvent.isComposing) void record()
        }}
      >
        {recording.refusal === null ? null : <ErrorNote face={recording.refusal} />}
        <TextField
          label={t('したことを一行で')}
          value={text}
          onChange={setText}
          autoFocus
          placeholder={t('例：複合機の紙詰まりを直した')}
          help={t('見せると決めるまで、あなただけが読めます。')}
        />
        {isMore ? <More {...{ minutes, setMinutes, forPersonId, setForPerson, forWhom, setForWhom }} /> : null}
        <button type="submit" className="only-read-out" tabIndex={-1}>
          {t('残して次へ')}
        </button>
      </form>
      <p>
        <Button kind="quiet" onPress={() => setMore(!isMore)}>
          {isMore ? t('くわしい欄をしまう') : t('くわしく')}
        </Button>
      </p>
      <ul className="plain-list" aria-live="polite">
        {kept.map((deed) => (
          <li key={deed}>✓ {deed}</li>
        ))}
      </ul>
    </Dialog>
  )
}

function More(props: {
  readonly minutes: number | null
  readonly setMinutes: (minutes: number | null) => void
  readonly forPersonId: string | null
  readonly setForPerson: (personId: string | null) => void
  readonly forWhom: string
  readonly setForWhom: (words: string) => void
}) {
  const everyone = usePeopleOptions()
  return (
    <>
      <MinutesField label={t('かかった時間')} value={props.minutes} onChange={props.setMinutes} />
      <FieldRow>
        <ComboBox
          label={t('だれのために')}
          options={everyone}
          value={props.forPersonId}
          onChange={props.setForPerson}
        />
        <TextField
          label={t('または言葉で')}
          value={props.forWhom}
          onChange={props.setForWhom}
          placeholder={t('例：来客、全員')}
        />
      </FieldRow>
    </>
  )
}
