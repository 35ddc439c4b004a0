import { documents } from '@ennoshita/documents'
import type { RefusalFace } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  Dialog,
  faceOf,
  Link,
  Progress,
  Status,
  says,
  send,
  t,
  uploadFile,
  useLanguage,
  useOpen,
  useRefresh,
} from '@ennoshita/ui'
import { useEffect, useMemo, useState } from 'react'
import { payables } from '../../contract.ts'
import { useEntryQueue } from './entry-queue.ts'
import { inTurn } from './in-turn.ts'
import { invoiceQueries } from './invoice-words.tsx'

type Outcome =
  | { readonly state: 'waiting' | 'sending' }
  | { readonly state: 'registered'; readonly invoiceId: string }
  | { readonly state: 'refused'; readonly face: RefusalFace; readonly documentId: string | null }
type Intake = { readonly key: string; readonly name: string; readonly outcome: Outcome }

/** Hands over each file, keeps it as a document and registers a draft with it; one that fails does not stop the others. */
function useIntake(files: readonly File[]) {
  const refresh = useRefresh()
  const [intakes, setIntakes] = useState<readonly Intake[]>(() =>
    files.map((file, at) => ({ key: String(at), name: file.name, outcome: { state: 'waiting' } })),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken once, when the dialog opens: the same files may come as another list when the screen is drawn anew
  useEffect(() => {
    let isLeft = false
    const tell = (at: number, outcome: Outcome) =>
      setIntakes((before) => before.map((each, place) => (place === at ? { ...each, outcome } : each)))
    async function takeAll() {
      await null // a dialog that is drawn twice at once takes them once
      for (const [at, file] of files.entries()) {
        if (isLeft) return
        tell(at, { state: 'sending' })
        tell(at, await take(file))
      }
      await refresh(invoiceQueries)
    }
    void takeAll()
    return () => {
      isLeft = true
    }
  }, [])
  return intakes
}

async function take(file: File): Promise<Outcome> {
  let documentId: string | null = null
  try {
    const { fileId } = await inTurn(() => uploadFile(file))
    const kept = await inTurn(() => send(documents.keepDocuments, { files: [{ fileId, kind: 'invoice' }] }))
    documentId = kept.documents[0]?.documentId ?? null
    const { invoiceId } = await inTurn(() => send(payables.registerInvoice, { documentId }))
    return { state: 'registered', invoiceId }
  } catch (error) {
    return { state: 'refused', face: faceOf(error), documentId }
  }
}

function OutcomeFace({ outcome }: { readonly outcome: Outcome }) {
  if (outcome.state === 'waiting') return <Status colour="grey">{t('待ち')}</Status>
  if (outcome.state === 'sending') return <Status colour="blue">{t('登録中')}</Status>
  if (outcome.state === 'registered') return <Status colour="green">{t('下書き')}</Status>
  return <Status colour="red">{t('未登録')}</Status>
}

function OutcomeWord({ outcome }: { readonly outcome: Outcome }) {
  if (outcome.state === 'registered') return <Link to={`/invoices/${outcome.invoiceId}`}>{t('入力する')}</Link>
  if (outcome.state !== 'refused') return null
  return (
    <span className="cell-lines">
      {says(outcome.face.what)} {says(outcome.face.todo)}{' '}
      {outcome.documentId === null ? null : (
        <Link to={`/invoices/new?document=${outcome.documentId}`}>{t('入力画面で確かめる')}</Link>
      )}
    </span>
  )
}

function columnsOf(): Column<Intake>[] {
  return [
    { key: 'name', head: t('ファイル'), width: '30%', card: '1', cell: ({ name }) => <span title={name}>{name}</span> },
    {
      key: 'state',
      head: t('結果'),
      width: '6rem',
      card: '1-end',
      cell: ({ outcome }) => <OutcomeFace outcome={outcome} />,
    },
    { key: 'word', head: t('内容'), card: '2', cell: ({ outcome }) => <OutcomeWord outcome={outcome} /> },
  ]
}

/** What becomes of the files that were dropped; then they are entered one after another. */
export function IntakeDialog({ files, onClose }: { readonly files: readonly File[]; readonly onClose: () => void }) {
  const intakes = useIntake(files)
  const queue = useEntryQueue()
  const open = useOpen()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  const ended = intakes.filter(({ outcome }) => outcome.state === 'registered' || outcome.state === 'refused').length
  const registered = intakes.flatMap(({ outcome }) => (outcome.state === 'registered' ? [outcome.invoiceId] : []))
  const isDone = ended === intakes.length
  function enter() {
    const [first] = registered
    if (first === undefined) return
    queue.begin(registered)
    onClose()
    open(`/invoices/${first}`)
  }
  return (
    <Dialog
      title={t('届いた請求書の登録')}
      isOpen
      width="medium"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{isDone ? t('閉じる') : t('残りをやめる')}</Button>
          {isDone && registered.length > 0 ? (
            <Button kind="main" autoFocus onPress={enter}>
              {t('{count}件を順に入力する', { count: registered.length })}
            </Button>
          ) : null}
        </>
      }
    >
      <Progress
        label={
          isDone
            ? registered.length === ended
              ? t('{count}件を下書きにしました', { count: ended })
              : t('{count}件を下書きにしました。{refused}件は登録していません。', {
                  count: registered.length,
                  refused: ended - registered.length,
                })
            : t('{of}件のうち{done}件', { of: intakes.length, done: ended })
        }
        percent={Math.floor((ended * 100) / Math.max(1, intakes.length))}
      />
      <DataTable label={t('ファイルごとの結果')} rows={intakes} rowId={({ key }) => key} columns={columns} />
    </Dialog>
  )
}
