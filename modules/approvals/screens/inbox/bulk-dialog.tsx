import { ConfirmDialog, Dialog, showToast, t, useMany } from '@ennoshita/ui'
import { useState } from 'react'
import { bulkLimits, isForBulk } from '../../rules/bulk-limits.ts'
import { approveMatter } from '../call-command.ts'
import type { WaitingRow } from '../words-of-matters.tsx'
import { amountWord, matterQueries } from '../words-of-matters.tsx'

/** 承認 from the list: says how many and how much first; what is too large to be approved unread stays. */
export function BulkDialog(props: {
  readonly rows: readonly WaitingRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const many = useMany()
  const [isPending, setPending] = useState(false)
  const rows = props.rows.filter(isForBulk).slice(0, bulkLimits.count)
  const left = props.rows.length - rows.length
  const sum = rows.reduce((total, { amount }) => total + (amount ?? 0), 0)
  const [first] = rows
  const limit = amountWord(bulkLimits.amount)
  const leftNote =
    left === 0 ? null : (
      <p>
        {t(
          '{count}件は、ここからは承認できません。{limit}円を超えるもの、金額のないもの、自己承認は、開いて読んでから承認します。',
          {
            count: left,
            limit,
          },
        )}
      </p>
    )
  if (first === undefined)
    return (
      <Dialog title={t('開いて承認してください')} isOpen onClose={props.onClose}>
        {leftNote}
      </Dialog>
    )
  async function approve() {
    setPending(true)
    const done = await many.each(rows, (row) => approveMatter(row), matterQueries)
    setPending(false)
    if (done.length > 0) showToast(t('{count}件を承認しました。', { count: done.length }))
    if (done.length === rows.length) props.onDone()
  }
  return (
    <ConfirmDialog
      title={rows.length === 1 ? t('承認する') : t('まとめて承認する')}
      isOpen
      onClose={props.onClose}
      onConfirm={() => void approve()}
      confirmLabel={t('{count}件を承認', { count: rows.length })}
      isPending={isPending}
    >
      {many.face}
      <p>
        {rows.length === 1
          ? t('{title}（{amount}円）を承認します。', { title: first.title, amount: amountWord(first.amount) })
          : t('{count}件、合計{amount}円を承認します。', { count: rows.length, amount: amountWord(sum) })}
      </p>
      {leftNote}
    </ConfirmDialog>
  )
}
