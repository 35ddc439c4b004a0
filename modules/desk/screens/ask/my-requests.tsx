import type { Column } from '@ennoshita/ui'
import { Button, DataTable, EmptyState, KeyLine, t, useAsk, useLanguage, useOpen } from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { desk } from '../../contract.ts'
import type { RequestRow } from '../request/request-words.tsx'
import { PromiseFace, requestIdOf, StateFace, waitedWord } from '../request/request-words.tsx'
import { WithdrawDialog } from '../request/withdraw-dialog.tsx'

function columnsOf(): Column<RequestRow>[] {
  return [
    {
      key: 'number',
      head: t('番号'),
      width: '5rem',
      card: '3-end',
      cell: (row) => row.number,
      sortBy: (row) => row.number,
    },
    { key: 'title', head: t('件名'), card: '1', cell: (row) => row.title, sortBy: (row) => row.title },
    {
      key: 'state',
      head: t('状態'),
      width: '5.5rem',
      card: '1-end',
      cell: (row) => <StateFace state={row.state} />,
      sortBy: (row) => row.state,
    },
    {
      key: 'promised',
      head: t('回答予定日'),
      width: '16rem',
      card: '2',
      cell: (row) =>
        row.state === 'received' || row.state === 'in-progress' || row.state === 'asked-back' ? (
          <PromiseFace row={row} />
        ) : (
          ''
        ),
      sortBy: (row) => row.promisedOn,
    },
    {
      key: 'assignee',
      head: t('担当'),
      width: '9rem',
      card: '3',
      cell: (row) => row.assignee?.name ?? row.departmentName ?? t('受付'),
      sortBy: (row) => row.assignee?.name,
    },
    {
      key: 'waited',
      head: t('かかった日数'),
      width: '7rem',
      align: 'end',
      card: '2-end',
      cell: waitedWord,
      sortBy: (row) => row.waitedDays,
    },
  ]
}

/** 自分の依頼: what I asked, what became of it and by when; Enter opens the talk. */
export function MyRequests({ onAsk }: { readonly onAsk: () => void }) {
  const open = useOpen()
  const inUse = useLanguage()
  const columns = useMemo(columnsOf, [inUse])
  const answer = useAsk(desk.myRequests, { limit: 500 }, { everySeconds: 120 })
  const [withdrawing, setWithdrawing] = useState<RequestRow | null>(null)
  return (
    <>
      <DataTable
        label={t('自分の依頼')}
        rows={answer.data?.rows}
        rowId={requestIdOf}
        columns={columns}
        error={answer.error}
        onOpen={(row) => open(`/desk/requests/${row.requestId}`)}
        markOf={(row) => (row.state === 'asked-back' ? 'current' : undefined)}
        acts={[{ key: 'd', run: ([row]) => setWithdrawing(row !== undefined && isOpen(row) ? row : null) }]}
        empty={
          <EmptyState
            title={t('まだ依頼はありません')}
            action={
              <Button kind="main" onPress={onAsk}>
                {t('たのむ・きく')}
              </Button>
            }
          >
            {t('頼んだこと・聞いたことが、回答予定日と一緒にここに並びます。')}
          </EmptyState>
        }
      />
      <KeyLine
        keys={[
          ['Enter', t('開いて返事をする・もう一度たずねる')],
          ['D', t('取り下げる')],
        ]}
      />
      {withdrawing === null ? null : <WithdrawDialog request={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

function isOpen(row: RequestRow): boolean {
  return row.state === 'received' || row.state === 'in-progress' || row.state === 'asked-back'
}
