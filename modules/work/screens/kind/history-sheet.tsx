import type { EventLine } from '@ennoshita/kernel/access'
import { kernel } from '@ennoshita/kernel/access'
import type { Column } from '@ennoshita/ui'
import { DataTable, EmptyState, instantInTable, Sheet, says, t, useAsk, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'

const idOf = (event: EventLine) => event.eventId

function columnsOf(): Column<EventLine>[] {
  return [
    {
      key: 'at',
      head: t('日時'),
      width: '10rem',
      card: '2',
      cell: (event) => instantInTable(event.occurredAt, { withYear: true }),
      sortBy: (event) => event.occurredAt,
    },
    { key: 'what', head: t('できごと'), card: '1', cell: (event) => says(event.says) },
    {
      key: 'who',
      head: t('した人'),
      width: '14rem',
      card: '2-end',
      cell: (event) =>
        event.onBehalfOfName === null
          ? (event.personName ?? t('自動'))
          : t('{name}（{other}さんの代理）', { name: event.personName ?? '', other: event.onBehalfOfName }),
    },
  ]
}

/** 経緯: every event of this kind of work, from the one log. */
export function HistorySheet({ kindId }: { readonly kindId: string }) {
  const answer = useAsk(kernel.objectHistories, { objectId: kindId, limit: 200 })
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  return (
    <Sheet title={t('経緯')}>
      <DataTable
        label={t('経緯')}
        rows={answer.data?.events}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        empty={<EmptyState title={t('記録はまだありません')} />}
      />
    </Sheet>
  )
}
