import { DataTable, Link, Sheet, t, useAsk, useLanguage, useOpen, useRights } from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { approvals } from '../../contract.ts'
import { BulkDialog } from '../inbox/bulk-dialog.tsx'
import { waitingColumns } from '../inbox/waiting-columns.tsx'
import type { WaitingRow } from '../words-of-matters.tsx'

const shown = ['waited', 'title', 'amount', 'applicant', 'step']
const idOf = (row: WaitingRow) => row.seatId

/** 承認待ち on 今日: the ten that have waited longest; nothing where nothing waits. */
export default function WaitingPanel() {
  const rights = useRights()
  const open = useOpen()
  const inUse = useLanguage()
  const [asking, setAsking] = useState<readonly WaitingRow[] | null>(null)
  const answer = useAsk(
    approvals.waitingApprovals,
    { limit: 10 },
    { everySeconds: 120, when: rights.may('approvals.decide') },
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => waitingColumns().filter(({ key }) => shown.includes(key)), [inUse])
  const count = answer.data?.count ?? 0
  if (count === 0) return null
  const close = () => setAsking(null)
  return (
    <Sheet
      title={t('承認待ち')}
      actions={<Link to="/approvals">{t('{count}件をすべて見る', { count: count < 1000 ? count : '1,000+' })}</Link>}
    >
      <DataTable
        label={t('承認待ち')}
        rows={answer.data?.rows}
        rowId={idOf}
        columns={columns}
        onOpen={(row) => open(`/approvals/${row.matterId}`)}
        acts={[{ key: 'a', run: (rows) => setAsking(rows) }]}
      />
      {asking === null ? null : <BulkDialog rows={asking} onClose={close} onDone={close} />}
    </Sheet>
  )
}
