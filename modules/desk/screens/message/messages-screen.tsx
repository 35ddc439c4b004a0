import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  EmptyState,
  FilterField,
  instantInTable,
  KeyLine,
  monthOfScreen,
  PrintButton,
  Screen,
  Select,
  send,
  showToast,
  Tabs,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useMany,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { desk } from '../../contract.ts'
import { MessageDialog } from './message-dialog.tsx'
import type { Message } from './message-words.tsx'
import {
  callBackWord,
  callerOf,
  MessageState,
  messageIdOf,
  messageQueries,
  messageTextOf,
  wantsWord,
} from './message-words.tsx'
import { usualOutcome } from './settle.ts'
import TakeMessageDialog from './take-message-dialog.tsx'

const whoses = ['to-me', 'by-me', 'all'] as const

/** 伝言メモ: to me, taken by me, or all that I may see. */
export default function MessagesScreen() {
  const [whoseWord, setWhose] = useAddressState('whose', 'to-me')
  const [settled, setSettled] = useAddressState('settled', '')
  const [filter, setFilter] = useState('')
  const [isTaking, setTaking] = useState(false)
  const whose = whoses.find((each) => each === whoseWord) ?? 'to-me'
  const answer = useAsk(desk.messages, { whose, settled: settled !== '', limit: 500 }, { everySeconds: 60 })
  const rows = useFiltered(answer.data?.rows, filter, messageTextOf)
  const due = rows?.filter((message) => message.isCallBackDue).length ?? 0
  const list = <MessageTable rows={rows} error={answer.error} onTake={() => setTaking(true)} />
  const labels = { 'to-me': t('自分あて'), 'by-me': t('自分が預かった'), all: t('すべて') }
  return (
    <Screen
      title={t('伝言メモ')}
      period={monthOfScreen(todayInTokyo())}
      onNew={() => setTaking(true)}
      actions={
        <>
          <PrintButton />
          <Button kind="main" keys="M" onPress={() => setTaking(true)}>
            {t('伝言を預かる')}
          </Button>
        </>
      }
      filters={
        <>
          <FilterField label={t('会社・名前・番号・用件で絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('状態')}
            hidesLabel
            emptyLabel={t('まだのもの')}
            choices={[{ value: 'yes', label: t('済み') }]}
            value={settled === '' ? null : 'yes'}
            onChange={(next) => setSettled(next ?? '')}
          />
        </>
      }
      totals={
        <>
          {due === 0 ? null : <Total label={t('時刻を過ぎたもの')} value={due} unit={t('件')} />}
          <Total label={t('合計')} value={rows?.length ?? 0} unit={t('件')} />
        </>
      }
    >
      <Tabs
        label={t('だれの伝言か')}
        chosen={whose}
        onChoose={setWhose}
        pages={whoses.map((key) => ({ key, label: labels[key], content: list }))}
      />
      {isTaking ? <TakeMessageDialog isOpen onClose={() => setTaking(false)} /> : null}
    </Screen>
  )
}

function columnsOf(settle: (message: Message) => void): Column<Message>[] {
  return [
    {
      key: 'called',
      head: t('受けた時刻'),
      width: '6.5rem',
      card: 'none',
      cell: (message) => instantInTable(message.calledAt),
      sortBy: (message) => message.calledAt,
    },
    {
      key: 'state',
      head: t('状態'),
      width: '9rem',
      card: '1-end',
      cell: (message) => <MessageState message={message} />,
    },
    { key: 'caller', head: t('かけてきた方'), card: '1', cell: callerOf, sortBy: callerOf },
    { key: 'number', head: t('電話番号'), width: '9rem', card: '3', cell: (message) => <Tel message={message} /> },
    {
      key: 'wants',
      head: t('ご希望'),
      width: '11rem',
      card: '2',
      cell: (message) => (message.callBackBy === null ? wantsWord(message.wants) : callBackWord(message.callBackBy)),
      sortBy: (message) => message.callBackBy,
    },
    { key: 'text', head: t('用件'), card: 'none', cell: (message) => <span title={message.text}>{message.text}</span> },
    { key: 'to', head: t('あて先'), width: '7rem', card: '2-end', cell: (message) => message.to.name },
    {
      key: 'act',
      head: t('操作'),
      width: '6rem',
      card: '3-end',
      cell: (message) =>
        message.settledAt === null ? (
          <span className="row-buttons">
            <Button kind="quiet" onPress={() => settle(message)}>
              {t('済み')}
            </Button>
          </span>
        ) : (
          ''
        ),
    },
  ]
}

function Tel({ message }: { readonly message: Message }) {
  if (message.callerNumber === '') return null
  return (
    <span className="row-buttons">
      <a
        className="button button-quiet"
        href={`tel:${message.callerNumber.normalize('NFKC').replaceAll(/[^\d+]/g, '')}`}
      >
        {message.callerNumber}
      </a>
    </span>
  )
}

function MessageTable(props: {
  readonly rows: readonly Message[] | undefined
  readonly error: unknown
  readonly onTake: () => void
}) {
  const many = useMany()
  const inUse = useLanguage()
  const [opened, setOpened] = useState<Message | null>(null)
  async function settle(messages: readonly Message[], clear: () => void = () => {}) {
    const done = await many.each(
      messages.filter((message) => message.settledAt === null),
      (message) => send(desk.settleMessage, { messageId: message.messageId, outcome: usualOutcome(message) }),
      messageQueries,
    )
    clear()
    if (done.length > 0) showToast(t('{count}件を済みにしました。', { count: done.length }))
  }
  const columns = useMemo(() => columnsOf((message) => void settle([message])), [inUse])
  return (
    <>
      {many.face}
      <DataTable
        label={t('伝言メモ')}
        rows={props.rows}
        rowId={messageIdOf}
        columns={columns}
        error={props.error}
        onOpen={setOpened}
        markOf={(message) => (message.isCallBackDue ? 'late' : undefined)}
        acts={[{ key: 'x', run: (messages, clear) => void settle(messages, clear) }]}
        bulk={(messages, clear) => (
          <Button keys="X" onPress={() => void settle(messages, clear)}>
            {t('済みにする')}
          </Button>
        )}
        empty={
          <EmptyState
            title={t('伝言はありません')}
            action={
              <Button kind="main" onPress={props.onTake}>
                {t('伝言を預かる')}
              </Button>
            }
          >
            {t('電話を受けたら、どの画面からでも M を押すと書けます。')}
          </EmptyState>
        }
      />
      <KeyLine
        keys={[
          ['M', t('伝言を預かる')],
          ['Enter', t('開く')],
          ['X', t('済みにする')],
          ['Space', t('まとめて')],
        ]}
      />
      {opened === null ? null : <MessageDialog message={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
