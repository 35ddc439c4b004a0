import { describeDueRule } from '@ennoshita/statutes'
import {
  Button,
  dateInTable,
  ErrorNote,
  language,
  showToast,
  TextField,
  t,
  todayInTokyo,
  useKeys,
  useSend,
} from '@ennoshita/ui'
import { useRef, useState } from 'react'
import { work } from '../../contract.ts'
import type { TaskLine } from '../../rules/task-line.ts'
import { readTaskLine } from '../../rules/task-line.ts'
import { taskQueries } from './use-task-acts.tsx'

/** やることを一行で足す: what was understood stands below before Enter is pressed. `N` comes here. */
export function AddLine() {
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const line = readTaskLine(text, todayInTokyo())
  const adding = useSend(work.addTask, { refreshes: taskQueries })
  useKeys([
    { key: 'n', says: t('やることを足す'), run: () => form.current?.querySelector<HTMLInputElement>('input')?.focus() },
  ])
  async function add() {
    if (line.title === '' || line.problem !== null) return
    const { title, dueOn, repeats } = line
    const added = await adding.send({ title, dueOn, repeats })
    if (added === undefined) return
    setText('')
    showToast(t('「{title}」を足しました。', { title }))
  }
  return (
    <form
      ref={form}
      className="line-form"
      aria-label={t('やることを足す')}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault()
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
      }}
    >
      <TextField
        label={t('やることを一行で足す')}
        value={text}
        onChange={setText}
        placeholder={t('例：請求書の発送 11/25　　毎月25日 家賃の振込')}
        help={<Understood line={line} />}
      />
      <Button
        type="submit"
        keys="Enter"
        isPending={adding.isPending}
        isDisabled={line.title === '' || line.problem !== null}
      >
        {t('足す')}
      </Button>
      {adding.refusal === null ? null : <ErrorNote face={adding.refusal} />}
    </form>
  )
}

function Understood({ line }: { readonly line: TaskLine }) {
  if (line.title === '')
    return <span>{t('日付は「11/25」「明日まで」「来週金曜」「毎月25日」のように書けます。')}</span>
  const remark = line.problem ?? line.assumed
  return (
    <output className="marks">
      <b>{line.title}</b>
      <span>{line.dueOn === null ? t('期日なし') : t('期日 {date}', { date: dateInTable(line.dueOn) })}</span>
      {line.repeats === null ? null : (
        <span>{t('くり返し：{rule}', { rule: describeDueRule(line.repeats, language()) })}</span>
      )}
      {remark === null ? null : <span>{language() === 'en' ? remark.messageEn : remark.message}</span>}
    </output>
  )
}
