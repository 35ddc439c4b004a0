import type { QueryContract, RefusalFace } from '@ennoshita/kernel'
import { Button, Dialog, faceOf, Link, Progress, says, showToast, t, useRefresh } from '@ennoshita/ui'
import { useState } from 'react'
import type { InvoiceRowShown } from '../../contract.ts'
import { inTurn } from './in-turn.ts'
import { invoiceName, invoiceQueries } from './invoice-words.tsx'

type Row = InvoiceRowShown
type Refused = { readonly row: Row; readonly face: RefusalFace }
type Running = { readonly done: number; readonly of: number; readonly isWaiting?: boolean }

/** One act on many invoices, one after the other: progress while it runs, then what was refused, each with its reason. */
export function useManyInvoices(refreshes: readonly QueryContract[] = invoiceQueries) {
  const refresh = useRefresh()
  const [running, setRunning] = useState<Running | null>(null)
  const [refused, setRefused] = useState<readonly Refused[]>([])

  async function each(rows: readonly Row[], act: (row: Row) => Promise<unknown>, doneWord: (count: number) => string) {
    const notDone: Refused[] = []
    setRefused([])
    for (const [at, row] of rows.entries()) {
      setRunning({ done: at, of: rows.length })
      try {
        await inTurn(
          () => act(row),
          () => setRunning({ done: at, of: rows.length, isWaiting: true }),
        )
      } catch (error) {
        notDone.push({ row, face: faceOf(error) })
      }
    }
    setRunning(null)
    setRefused(notDone)
    const done = rows.length - notDone.length
    if (done > 0) showToast(doneWord(done))
    await refresh(refreshes)
    return notDone.length === 0
  }
  const face = (
    <>
      {running === null || running.of < 2 ? null : (
        <Progress
          label={
            running.isWaiting === true
              ? t('{of}件のうち{done}件。少し待って続けます。', { of: running.of, done: running.done })
              : t('{of}件のうち{done}件を終えました', { of: running.of, done: running.done })
          }
          percent={Math.floor((running.done * 100) / running.of)}
        />
      )}
      <RefusedDialog refused={refused} onClose={() => setRefused([])} />
    </>
  )
  return { each, face, isRunning: running !== null }
}

function RefusedDialog({ refused, onClose }: { readonly refused: readonly Refused[]; readonly onClose: () => void }) {
  return (
    <Dialog
      title={t('{count}件はできませんでした', { count: refused.length })}
      isOpen={refused.length > 0}
      onClose={onClose}
      width="medium"
      foot={
        <Button onPress={onClose} autoFocus>
          {t('閉じる')}
        </Button>
      }
    >
      <ul className="plain-list thread">
        {refused.map(({ row, face }) => (
          <li key={row.invoiceId}>
            <p>
              <Link to={`/invoices/${row.invoiceId}`}>{invoiceName(row)}</Link>
            </p>
            <p>{says(face.what)}</p>
            <p className="lead">{says(face.todo)}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
