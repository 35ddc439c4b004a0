import type { AnswerOf, InputOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import { Button, DataTable, Dialog, t, useAsk, useLanguage, useOpen } from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { invoiceName, waitWord } from '../invoice/invoice-words.tsx'
import type { Arrow } from './arrows-table.tsx'

type Case = AnswerOf<typeof payables.invoiceMapCases>['cases'][number]
const atOnce = 100

function columnsOf(): Column<Case>[] {
  return [
    { key: 'name', head: t('請求書'), card: '1', cell: invoiceName },
    {
      key: 'total',
      head: t('請求金額'),
      width: '8rem',
      align: 'end',
      card: '1-end',
      cell: ({ total }) => (total === null ? '' : yenInTable(total)),
      sortBy: ({ total }) => total,
    },
    {
      key: 'wait',
      head: t('待ち'),
      width: '6rem',
      align: 'end',
      card: '2-end',
      cell: ({ waitedMinutes }) => waitWord(waitedMinutes),
      sortBy: ({ waitedMinutes }) => waitedMinutes,
    },
    {
      key: 'times',
      head: t('回数'),
      width: '4.5rem',
      align: 'end',
      card: '3-end',
      cell: ({ times }) => times,
      sortBy: ({ times }) => times,
    },
  ]
}

/** The invoices behind an arrow, the longest wait first; one opens its history. */
export function ArrowCasesDialog(props: {
  readonly arrow: Arrow
  readonly of: Omit<InputOf<typeof payables.invoiceMapCases>, 'from' | 'to'>
  readonly onClose: () => void
}) {
  const { arrow } = props
  const open = useOpen()
  const inUse = useLanguage()
  const [offset, setOffset] = useState(0)
  const answer = useAsk(payables.invoiceMapCases, {
    ...props.of,
    from: arrow.from,
    to: arrow.to,
    offset,
    limit: atOnce,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  const count = answer.data?.count ?? 0
  return (
    <Dialog
      title={t('{from} → {to}', { from: arrow.fromWord, to: arrow.toWord })}
      isOpen
      width="medium"
      onClose={props.onClose}
    >
      <p className="lead">{t('{count}件。長く待ったものから並びます。ひらくと経過が見られます。', { count })}</p>
      <DataTable
        label={t('この矢印の請求書')}
        rows={answer.data?.cases}
        rowId={({ invoiceId }) => invoiceId}
        columns={columns}
        error={answer.error}
        onOpen={({ invoiceId }) => open(`/invoices/${invoiceId}/history`)}
      />
      {count <= atOnce ? null : (
        <div className="pager">
          <Button isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - atOnce))}>
            {t('前のページ')}
          </Button>
          <Button isDisabled={offset + atOnce >= count} onPress={() => setOffset(offset + atOnce)}>
            {t('次のページ')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
