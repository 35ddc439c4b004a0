import type { Column } from '@ennoshita/ui'
import { instantInTable, Status, t } from '@ennoshita/ui'
import type { WaitingRow } from '../words-of-matters.tsx'
import { amountWord, DeputyMark, factsLine, kindWord, waitedWord } from '../words-of-matters.tsx'

/** What waits, as the list and the panel of the day show it. */
export function waitingColumns(): Column<WaitingRow>[] {
  return [
    {
      key: 'waited',
      head: t('待ち'),
      width: '6.5rem',
      card: '2-end',
      cell: (row) => <span title={instantInTable(row.waitingSince)}>{waitedWord(row.waitedDays)}</span>,
      sortBy: (row) => row.waitingSince,
    },
    {
      key: 'kind',
      head: t('種類'),
      width: '6rem',
      card: 'none',
      cell: (row) => kindWord(row.kind),
      sortBy: (row) => row.kind,
    },
    { key: 'title', head: t('件名'), card: '1', cell: (row) => row.title, sortBy: (row) => row.title },
    {
      key: 'facts',
      head: t('内容'),
      card: '2',
      cell: (row) => <span title={factsLine(row.facts)}>{factsLine(row.facts)}</span>,
    },
    {
      key: 'amount',
      head: t('金額（円）'),
      width: '8.5rem',
      align: 'end',
      card: '1-end',
      cell: (row) => amountWord(row.amount),
      sortBy: (row) => row.amount,
    },
    {
      key: 'applicant',
      head: t('申請した人'),
      width: '11rem',
      card: '3',
      cell: (row) => [row.applicant.name, row.departmentName].filter(Boolean).join('・'),
      sortBy: (row) => row.applicant.name,
    },
    {
      key: 'step',
      head: t('段'),
      width: '11rem',
      card: '3-end',
      cell: (row) => <StepOf row={row} />,
    },
  ]
}

function StepOf({ row }: { readonly row: WaitingRow }) {
  if (row.onBehalfOf) return <DeputyMark name={row.onBehalfOf.name} />
  if (row.isSelfApproval) return <Status colour="amber">{t('自己承認')}</Status>
  return `${row.step.name}（${row.step.number}／${row.step.count}）`
}
