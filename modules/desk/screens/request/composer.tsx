import { Button, ErrorNote, Sheet, showToast, TextArea, t, useDraft, useSend } from '@ennoshita/ui'
import type { KeyboardEvent } from 'react'
import { desk } from '../../contract.ts'
import type { OpenAct } from './open-acts.ts'
import { requestQueries } from './request-queries.ts'
import type { RequestDetails } from './request-words.tsx'

/** The place to write: an answer or a question back at the desk, a reply or another question of who asked. */
export function Composer({ request, acts }: { readonly request: RequestDetails; readonly acts: readonly OpenAct[] }) {
  const { requestId } = request
  const draft = useDraft(`desk.post.${requestId}`, '')
  const text = draft.draft
  const done = (words: string) => () => {
    draft.clear()
    showToast(words)
  }
  const answering = useSend(desk.answerRequest, options(done(t('回答しました。'))))
  const asking = useSend(desk.askBack, options(done(t('依頼した人に確認しました。'))))
  const replying = useSend(desk.replyRequest, options(done(t('返事をしました。'))))
  const reopening = useSend(desk.reopenRequest, options(done(t('もう一度たずねました。'))))
  const ways = [
    { act: 'reply', label: t('返事をする'), sender: replying },
    { act: 'answer', label: request.answeredAt === null ? t('回答する') : t('回答を足す'), sender: answering },
    { act: 'ask-back', label: t('確認する'), sender: asking },
    { act: 'reopen', label: t('もう一度たずねる'), sender: reopening },
  ] as const
  const open = ways.filter((way) => acts.includes(way.act))
  const [main, ...others] = open
  if (main === undefined) return null
  const isReady = text.trim() !== ''
  const isPending = open.some((way) => way.sender.isPending)
  const refusal = open.find((way) => way.sender.refusal !== null)?.sender.refusal ?? null
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey) || !isReady) return
    event.preventDefault()
    if (!isPending) void main?.sender.send({ requestId, text })
  }
  return (
    <Sheet>
      <form
        className="form composer"
        aria-label={t('書く')}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
      >
        {refusal === null ? null : <ErrorNote face={refusal} />}
        <TextArea label={labelOf(main.act)} rows={4} value={text} onChange={draft.change} />
        <div className="form-foot">
          {others.map((way) => (
            <Button
              key={way.act}
              isDisabled={!isReady}
              isPending={way.sender.isPending}
              onPress={() => void way.sender.send({ requestId, text })}
            >
              {way.label}
            </Button>
          ))}
          <Button
            kind="main"
            keys="Ctrl Enter"
            isDisabled={!isReady}
            isPending={main.sender.isPending}
            onPress={() => void main.sender.send({ requestId, text })}
          >
            {main.label}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

const options = (onDone: () => void) => ({ refreshes: requestQueries, onDone })

function labelOf(act: 'reply' | 'answer' | 'ask-back' | 'reopen'): string {
  const words = {
    reply: t('確認への返事'),
    answer: t('回答・確認したいこと'),
    'ask-back': t('確認したいこと'),
    reopen: t('まだわからないこと'),
  }
  return words[act]
}
