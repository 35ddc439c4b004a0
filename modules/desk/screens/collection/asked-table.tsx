import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  EmptyState,
  instantInTable,
  KeyLine,
  send,
  showToast,
  t,
  useLanguage,
  useMany,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { desk } from '../../contract.ts'
import type { AskedPerson, CollectionDetails } from './collection-words.tsx'
import { AnswerState, answerWord, collectionQueries } from './collection-words.tsx'

const idOf = (row: AskedPerson) => row.personId
const mostPeople = 1000

function columnsOf(mostReminders: number): Column<AskedPerson>[] {
  return [
    { key: 'name', head: t('氏名'), width: '10rem', card: '1', cell: (row) => row.name },
    {
      key: 'state',
      head: t('状態'),
      width: '7.5rem',
      card: '1-end',
      cell: (row) => <AnswerState state={row.state} />,
      sortBy: (row) => ['open', 'answered', 'received'].indexOf(row.state),
    },
    {
      key: 'answer',
      head: t('答え'),
      card: '2',
      cell: (row) => <span title={answerWord(row)}>{answerWord(row)}</span>,
    },
    {
      key: 'at',
      head: t('受けた時刻'),
      width: '7.5rem',
      card: '3',
      cell: (row) => (row.answeredAt === null ? '' : instantInTable(row.answeredAt)),
      sortBy: (row) => row.answeredAt,
    },
    {
      key: 'reminders',
      head: t('お知らせの回数'),
      width: '7.5rem',
      align: 'end',
      card: '3-end',
      cell: (row) => t('{count}／{most}回', { count: row.remindersCount, most: mostReminders }),
    },
  ]
}

/** Everybody who was asked; many can be ticked at once as the papers come in. */
export function AskedTable(props: {
  readonly collection: CollectionDetails
  readonly rows: readonly AskedPerson[] | undefined
}) {
  const { collection } = props
  const { collectionId } = collection
  const many = useMany()
  const inUse = useLanguage()
  const most = collection.reminderDays.length
  const columns = useMemo(() => columnsOf(most), [inUse, most])
  async function untick(people: readonly string[]) {
    await many.each(people, (personId) => send(desk.untickCollection, { collectionId, personId }), collectionQueries)
  }
  async function tick(people: readonly AskedPerson[], clear: () => void) {
    const personIds = people.filter((each) => each.state === 'open').map((each) => each.personId)
    clear()
    if (personIds.length === 0) return
    const groups = Array.from({ length: Math.ceil(personIds.length / mostPeople) }, (_, at) =>
      personIds.slice(at * mostPeople, (at + 1) * mostPeople),
    )
    const done = (
      await many.each(
        groups,
        (group) => send(desk.tickCollection, { collectionId, personIds: group }),
        collectionQueries,
      )
    ).flat()
    if (done.length > 0)
      showToast(t('{count}人の分を受け取りました。', { count: done.length }), { undo: () => void untick(done) })
  }
  const tickedOf = (people: readonly AskedPerson[]) =>
    people.filter((each) => each.state === 'received').map((each) => each.personId)
  return (
    <>
      {many.face}
      <DataTable
        label={t('お願いした人')}
        rows={props.rows}
        rowId={idOf}
        columns={columns}
        acts={[
          { key: 'x', run: (people, clear) => void tick(people, clear) },
          { key: 'u', run: (people) => void untick(tickedOf(people)) },
        ]}
        bulk={(people, clear) => (
          <>
            <Button keys="X" onPress={() => void tick(people, clear)}>
              {t('受け取った')}
            </Button>
            <Button
              keys="U"
              onPress={() => {
                clear()
                void untick(tickedOf(people))
              }}
            >
              {t('受け取りを取り消す')}
            </Button>
          </>
        )}
        empty={
          <EmptyState title={t('この条件に当たる人はいません')}>
            {t('全員の分がそろっているか、絞り込みの言葉が合っていません。')}
          </EmptyState>
        }
      />
      <KeyLine
        keys={[
          ['↑↓', t('選ぶ')],
          ['Space', t('まとめて')],
          ['X', t('受け取った')],
          ['U', t('受け取りを取り消す')],
        ]}
      />
    </>
  )
}
