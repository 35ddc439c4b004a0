import { people } from '@ennoshita/people'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  dateInTable,
  Link,
  Sheet,
  Status,
  send,
  showToast,
  t,
  todayInTokyo,
  useAsk,
  useLanguage,
  useMany,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { desk } from '../../contract.ts'
import { collectionQueries } from '../collection/collection-words.tsx'
import { MessageDialog } from '../message/message-dialog.tsx'
import type { Message } from '../message/message-words.tsx'
import { callBackWord, callerOf, messageQueries } from '../message/message-words.tsx'
import { usualOutcome } from '../message/settle.ts'
import { requestQueries } from '../request/request-queries.ts'
import type { AskedRow } from './asked-rows.ts'
import { askedRows } from './asked-rows.ts'

const few = { limit: 30 }
const often = { everySeconds: 120 }
const idOf = (row: AskedRow) => row.id

function useAsked(): readonly AskedRow[] | undefined {
  const rights = useRights()
  const answers = { ...often, when: rights.may('desk.answer') }
  const mine = useAsk(desk.requestsWaiting, { whose: 'me', ...few }, answers)
  const untaken = useAsk(desk.requestsWaiting, { whose: 'nobody', ...few }, answers)
  const collections = useAsk(desk.myCollections, few, { ...often, when: rights.may('desk.return') })
  const messages = useAsk(
    desk.messages,
    { whose: 'to-me', ...few },
    { ...often, when: rights.may('desk.see-messages') },
  )
  const me = useAsk(people.myProfile, {}, { when: rights.may('people.see-register') })
  const today = todayInTokyo()
  return useMemo(
    () =>
      askedRows(
        {
          mine: mine.data?.rows ?? [],
          untaken: untaken.data?.rows ?? [],
          collections: collections.data?.rows ?? [],
          messages: messages.data?.rows ?? [],
        },
        me.data?.placements.map((placement) => placement.departmentId) ?? [],
        today,
      ),
    [mine.data, untaken.data, collections.data, messages.data, me.data, today],
  )
}

function titleOf(row: AskedRow): string {
  if (row.kind === 'message') return callerOf(row.message)
  return row.kind === 'request' ? row.request.title : row.collection.title
}

function whoOf(row: AskedRow): string {
  if (row.kind === 'message') return row.message.text
  return row.kind === 'request' ? (row.request.submitter?.name ?? '') : row.collection.explanation
}

function actWord(row: AskedRow): string {
  if (row.kind === 'message') return t('済み')
  if (row.kind === 'request') return row.request.assignee === null ? t('引き受ける') : t('答える')
  return row.collection.answerKind === 'done' ? t('出しました') : t('答える')
}

function kindFace(row: AskedRow) {
  if (row.kind === 'message') return <Status colour={row.isLate ? 'red' : 'amber'}>{t('伝言')}</Status>
  if (row.kind === 'request') return <Status colour={row.isLate ? 'red' : 'blue'}>{t('依頼')}</Status>
  return <Status colour="grey">{t('回収')}</Status>
}

function untilWord(row: AskedRow): string {
  if (row.until === null) return ''
  if (row.kind === 'message') return callBackWord(row.until)
  const date = t('{time}まで', { time: dateInTable(row.until) })
  return row.isLate && row.kind === 'request' ? `${date}・${t('過ぎています')}` : date
}

function columnsOf(act: (row: AskedRow) => void): Column<AskedRow>[] {
  return [
    { key: 'kind', head: t('種類'), width: '4.5rem', card: '1-end', cell: kindFace },
    { key: 'title', head: t('件名'), card: '1', cell: titleOf },
    {
      key: 'who',
      head: t('だれから・用件'),
      width: '9.5rem',
      card: '2',
      cell: (row) => <span title={whoOf(row)}>{whoOf(row)}</span>,
    },
    { key: 'until', head: t('いつまで'), width: '12rem', card: '3', cell: untilWord },
    {
      key: 'act',
      head: t('操作'),
      width: '6.5rem',
      card: '3-end',
      cell: (row) => (
        <span className="row-buttons">
          <Button kind="quiet" onPress={() => act(row)}>
            {actWord(row)}
          </Button>
        </span>
      ),
    },
  ]
}

/** 求められていること: requests in my hands or to my department, messages to me, and what is collected from me. */
export default function AskedOfMePanel() {
  const rows = useAsked()
  const open = useOpen()
  const many = useMany()
  const inUse = useLanguage()
  const [message, setMessage] = useState<Message | null>(null)
  async function act(row: AskedRow) {
    if (row.kind === 'message') {
      const { messageId } = row.message
      const outcome = usualOutcome(row.message)
      const done = await many.each([messageId], () => send(desk.settleMessage, { messageId, outcome }), messageQueries)
      if (done.length > 0) showToast(t('伝言を済みにしました。'))
    } else if (row.kind === 'request' && row.request.assignee === null) {
      const { requestId, number } = row.request
      const done = await many.each([requestId], () => send(desk.takeRequest, { requestId }), requestQueries)
      if (done.length > 0) showToast(t('{number} を引き受けました。', { number }))
    } else if (row.kind === 'collection' && row.collection.answerKind === 'done') {
      const { collectionId } = row.collection
      const done = await many.each(
        [collectionId],
        () => send(desk.answerCollection, { collectionId }),
        collectionQueries,
      )
      if (done.length > 0) showToast(t('お送りしました。ありがとうございます。'))
    } else openRow(row)
  }
  function openRow(row: AskedRow) {
    if (row.kind === 'message') setMessage(row.message)
    else open(row.kind === 'request' ? `/desk/requests/${row.request.requestId}` : '/desk/collections/mine')
  }
  const columns = useMemo(() => columnsOf((row) => void act(row)), [inUse])
  if (rows === undefined || rows.length === 0) return many.face
  return (
    <Sheet title={t('求められていること')} actions={<Link to="/desk/requests?whose=me">{t('受付へ')}</Link>}>
      {many.face}
      <DataTable
        label={t('求められていること')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        onOpen={openRow}
        markOf={(row) => (row.isLate && row.kind !== 'collection' ? 'late' : undefined)}
        acts={[
          {
            key: 'x',
            run: ([row]) => {
              if (row !== undefined) void act(row)
            },
          },
        ]}
      />
      {message === null ? null : <MessageDialog message={message} onClose={() => setMessage(null)} />}
    </Sheet>
  )
}
