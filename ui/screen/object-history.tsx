import type { AnswerOf, EventLine } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel'
import { useMemo, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { Status } from '../controls/status.tsx'
import { FilterField } from '../fields/text.tsx'
import type { Column } from '../tables/column.ts'
import { DataTable } from '../tables/data-table.tsx'
import { useAsk } from '../talk/hooks.ts'
import { language, says, t, useLanguage } from '../words/words.ts'
import { instantInTable } from './days.ts'
import { EmptyState } from './empty-state.tsx'
import { factsOfEvent } from './event-facts.ts'
import { Total } from './screen.tsx'
import { useFiltered } from './use-filtered.ts'

export type ObjectHistoryAnswer = AnswerOf<typeof kernel.objectHistories>

const atOnce = 200
const idOf = (event: EventLine) => event.eventId
const textOf = (event: EventLine) =>
  [says(event.says), whoOf(event), event.exception ?? '', factsWord(event), event.occurredAt.slice(0, 10)].join(' ')

/** Who did it; in whose place; the program itself is called so. */
function whoOf(event: EventLine): string {
  const name = event.personName ?? (event.actorKind === 'human' ? t('名前を消した人') : t('自動'))
  if (event.onBehalfOf === null) return name
  return t('{name}（代理：{other}さん）', { name, other: event.onBehalfOfName ?? t('名前を消した人') })
}

function factsWord(event: EventLine): string {
  return factsOfEvent(event.data, language())
    .map(([name, value]) => `${name}：${value}`)
    .join('　')
}

function columnsOf(): Column<EventLine>[] {
  return [
    {
      key: 'at',
      head: t('日時'),
      width: '9.5rem',
      card: '2',
      cell: (event) => <time dateTime={event.occurredAt}>{instantInTable(event.occurredAt, { withYear: true })}</time>,
      sortBy: (event) => event.occurredAt,
    },
    { key: 'what', head: t('できごと'), width: '13rem', card: '1', cell: (event) => says(event.says) },
    { key: 'who', head: t('した人'), width: '10rem', card: '2-end', cell: whoOf, sortBy: whoOf },
    {
      key: 'facts',
      head: t('内容'),
      card: '3',
      cell: (event) => (
        <>
          {event.exception === null ? null : (
            <>
              <Status colour="amber">{t('職務分掌の例外')}</Status> {event.exception}　
            </>
          )}
          {factsWord(event)}
        </>
      ),
    },
  ]
}

/**
 * 経緯: everything that happened to one object, newest first, in words: when, what, who, in whose place, and by which named
 * exception. Anyone who may see the object may read it. `hidesFilter` for a sheet beside other things; `modules` keeps what
 * these modules recorded, such as only what happened to a person's registration and not what the person did.
 */
export function ObjectHistory(props: {
  readonly objectId: string
  readonly hidesFilter?: boolean
  readonly modules?: readonly string[]
}) {
  const [from, setFrom] = useState(0)
  const [filter, setFilter] = useState('')
  const answer = useAsk(kernel.objectHistories, { objectId: props.objectId, offset: from, limit: atOnce })
  const events = answer.data?.events
  const kept = props.modules?.join(' ')
  const concerned = useMemo(
    () =>
      events?.filter(({ activity }) => kept === undefined || kept.split(' ').includes(activity.split('.')[0] ?? '')),
    [events, kept],
  )
  const rows = useFiltered(concerned, filter, textOf)
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const isFull = events !== undefined && events.length === atOnce
  return (
    <>
      {props.hidesFilter === true ? null : (
        <div className="filter-bar">
          <search className="filters">
            <FilterField label={t('できごと・人・日付で絞り込む')} value={filter} onChange={setFilter} />
          </search>
          <div className="totals">
            <Total label={t('記録')} value={rows?.length ?? 0} />
          </div>
        </div>
      )}
      <DataTable
        label={t('経緯')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        empty={<EmptyState title={filter === '' ? t('記録はまだありません') : t('この条件に当たる記録はありません')} />}
      />
      {from === 0 && !isFull ? null : (
        <div className="pager">
          <Button isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - atOnce))}>
            {t('新しい記録へ')}
          </Button>
          <Button isDisabled={!isFull} onPress={() => setFrom(from + atOnce)}>
            {t('古い記録へ')}
          </Button>
        </div>
      )}
    </>
  )
}
