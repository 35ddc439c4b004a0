import {
  Button,
  Dialog,
  DoFoot,
  DoForm,
  ErrorNote,
  Facts,
  instantInTable,
  RadioGroup,
  showToast,
  TextField,
  t,
  useSend,
} from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import type { Message } from './message-words.tsx'
import { callBackWord, callerOf, messageQueries, wantsWord } from './message-words.tsx'
import { usualOutcome } from './settle.ts'

/** One message in full, and what became of it. */
export function MessageDialog({ message, onClose }: { readonly message: Message; readonly onClose: () => void }) {
  const [outcome, setOutcome] = useState(usualOutcome(message))
  const [note, setNote] = useState('')
  const settling = useSend(desk.settleMessage, {
    refreshes: messageQueries,
    onDone: () => {
      showToast(t('伝言を済みにしました。'))
      onClose()
    },
  })
  async function settle() {
    await settling.send({ messageId: message.messageId, outcome, note })
  }
  const isOpen = message.settledAt === null
  return (
    <Dialog
      title={callerOf(message)}
      isOpen
      onClose={onClose}
      foot={
        isOpen ? (
          <DoFoot label={t('済みにする')} isReady onDo={settle} onClose={onClose} />
        ) : (
          <Button onPress={onClose}>{t('閉じる')}</Button>
        )
      }
    >
      <DoForm label={t('伝言メモ')} onDo={settle}>
        {settling.refusal === null ? null : <ErrorNote face={settling.refusal} />}
        <MessageFacts message={message} />
        {isOpen ? (
          <>
            <RadioGroup
              label={t('どうなりましたか')}
              choices={[
                { value: 'called-back', label: t('折り返した') },
                { value: 'done', label: t('済んだ') },
              ]}
              value={outcome}
              onChange={setOutcome}
            />
            <TextField label={t('一言')} value={note} onChange={setNote} autoFocus />
          </>
        ) : null}
      </DoForm>
    </Dialog>
  )
}

/** Who called, for whom, about what, and what became of it. */
export function MessageFacts({ message }: { readonly message: Message }) {
  return (
    <Facts
      facts={[
        [t('あて先'), message.to.name],
        [t('電話番号'), message.callerNumber],
        [t('受けた時刻'), instantInTable(message.calledAt, { withYear: true })],
        [t('ご希望'), [wantsWord(message.wants), callBackWord(message.callBackBy)].join(' ')],
        [t('用件'), message.text],
        [t('預かった人'), message.takenBy?.name ?? ''],
        ...(message.settledAt === null
          ? []
          : [[t('済んだ時刻'), `${instantInTable(message.settledAt)} ${message.outcomeNote}`] as const]),
      ]}
    />
  )
}
