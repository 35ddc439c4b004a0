import {
  Button,
  EmptyState,
  LinkButton,
  Screen,
  Sheet,
  ThrownNote,
  t,
  useAsk,
  usePathPart,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import { MessageDialog, MessageFacts } from './message-dialog.tsx'
import { callerOf, MessageState } from './message-words.tsx'

/** One message, as a search finds it. */
export default function MessageScreen() {
  const messageId = usePathPart('messageId')
  const [isSettling, setSettling] = useState(false)
  const open = useAsk(desk.messages, { whose: 'all', limit: 500 })
  const settled = useAsk(desk.messages, { whose: 'all', settled: true, limit: 500 })
  const message = [...(open.data?.rows ?? []), ...(settled.data?.rows ?? [])].find(
    (each) => each.messageId === messageId,
  )
  const error = open.error ?? settled.error
  const list = <LinkButton to="/desk/messages?whose=all">{t('伝言の一覧へ')}</LinkButton>
  if (message === undefined)
    return (
      <Screen title={t('伝言メモ')} layout="page">
        {error !== null ? (
          <ThrownNote error={error} />
        ) : settled.data === undefined ? (
          <Waiting />
        ) : (
          <EmptyState title={t('この伝言は見つかりません')} action={list} />
        )}
      </Screen>
    )
  return (
    <Screen
      title={callerOf(message)}
      layout="page"
      period={<MessageState message={message} />}
      actions={
        <>
          {list}
          {message.settledAt === null ? (
            <Button kind="main" onPress={() => setSettling(true)}>
              {t('済みにする')}
            </Button>
          ) : null}
        </>
      }
    >
      <Sheet>
        <MessageFacts message={message} />
      </Sheet>
      {isSettling ? <MessageDialog message={message} onClose={() => setSettling(false)} /> : null}
    </Screen>
  )
}
