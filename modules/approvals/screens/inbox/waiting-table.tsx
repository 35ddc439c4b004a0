import {
  Button,
  DataTable,
  EmptyState,
  KeyLine,
  LinkButton,
  Pager,
  t,
  type useCursors,
  useLanguage,
  useOpen,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { ReturnDialog } from '../return-dialog.tsx'
import type { WaitingRow } from '../words-of-matters.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { waitingColumns } from './waiting-columns.tsx'

type Cursor = { readonly afterSince: string; readonly afterSeatId: string }
type Asking = { readonly what: 'approve' | 'return'; readonly rows: readonly WaitingRow[]; readonly clear: () => void }
const idOf = (row: WaitingRow) => row.seatId

/** What waits, approved and returned by keys. */
export function WaitingTable(props: {
  readonly rows: readonly WaitingRow[] | undefined
  readonly error: unknown
  readonly next: Cursor | null
  readonly way: ReturnType<typeof useCursors<Cursor>>
}) {
  const open = useOpen()
  const inUse = useLanguage()
  const [asking, setAsking] = useState<Asking | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(waitingColumns, [inUse])
  const close = () => setAsking(null)
  const done = () => {
    asking?.clear()
    close()
  }
  const [first] = asking?.rows ?? []
  const { next, way } = props
  return (
    <>
      <DataTable
        label={t('承認待ち')}
        rows={props.rows}
        rowId={idOf}
        columns={columns}
        error={props.error}
        onOpen={(row) => open(`/approvals/${row.matterId}`)}
        acts={[
          { key: 'a', run: (rows, clear) => setAsking({ what: 'approve', rows, clear }) },
          { key: 'r', run: (rows, clear) => setAsking({ what: 'return', rows: rows.slice(0, 1), clear }) },
        ]}
        bulk={(rows, clear) => (
          <Button keys="A" onPress={() => setAsking({ what: 'approve', rows, clear })}>
            {t('まとめて承認')}
          </Button>
        )}
        empty={
          <EmptyState
            title={t('あなたの承認を待つものはありません')}
            action={<LinkButton to="/approvals?tab=mine">{t('申請したものを見る')}</LinkButton>}
          >
            {t('承認を求められると、ここと「今日」に、待っている日数とともに並びます。')}
          </EmptyState>
        }
      />
      <Pager page={way.page} onBack={way.back} onNext={next === null ? undefined : () => way.on(next)} />
      <KeyLine
        keys={[
          ['↑↓', t('選ぶ')],
          ['Enter', t('開く')],
          ['A', t('承認')],
          ['R', t('差戻し')],
          ['Space', t('まとめて')],
        ]}
      />
      {asking?.what === 'approve' ? <BulkDialog rows={asking.rows} onClose={close} onDone={done} /> : null}
      {asking?.what === 'return' && first ? <ReturnDialog matter={first} onClose={close} onDone={done} /> : null}
    </>
  )
}
