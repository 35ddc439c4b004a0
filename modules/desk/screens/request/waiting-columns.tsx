import type { Column } from '@ennoshita/ui'
import { t } from '@ennoshita/ui'
import type { RequestRow } from './request-words.tsx'
import { PromiseFace, StateFace, waitedWord } from './request-words.tsx'

/** The columns of the requests that wait. Build them while rendering: the heads go through `t`. */
export function waitingColumns(): Column<RequestRow>[] {
  return [
    {
      key: 'number',
      head: t('番号'),
      width: '4.5rem',
      card: 'none',
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
      key: 'submitter',
      head: t('依頼した人'),
      width: '7rem',
      card: '2',
      cell: (row) => row.submitter?.name ?? '',
      sortBy: (row) => row.submitter?.name,
    },
    {
      key: 'template',
      head: t('種類'),
      width: '8.5rem',
      card: 'none',
      cell: (row) => <span title={row.templateName}>{row.templateName}</span>,
      sortBy: (row) => row.templateName,
    },
    {
      key: 'waited',
      head: t('待ち'),
      width: '5rem',
      align: 'end',
      card: '2-end',
      cell: waitedWord,
      sortBy: (row) => row.waitedDays,
    },
    {
      key: 'promised',
      head: t('回答予定日'),
      width: '11.5rem',
      card: '3',
      cell: (row) => <PromiseFace row={row} />,
      sortBy: (row) => row.promisedOn,
    },
    {
      key: 'assignee',
      head: t('担当'),
      width: '9rem',
      card: '3-end',
      cell: (row) => row.assignee?.name ?? t('（まだ）{department}', { department: row.departmentName ?? '' }),
      sortBy: (row) => row.assignee?.name ?? '',
    },
  ]
}
