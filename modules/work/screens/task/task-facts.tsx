import { formatMinutes } from '@ennoshita/formats'
import { kernel } from '@ennoshita/kernel'
import { usePeopleOptions } from '@ennoshita/people/options'
import { describeDueRule } from '@ennoshita/statutes'
import {
  dateInTable,
  EmptyState,
  Facts,
  instantInTable,
  Link,
  language,
  Sheet,
  Status,
  says,
  ThrownNote,
  t,
  useAsk,
} from '@ennoshita/ui'
import type { ReactNode } from 'react'
import type { TaskDetails } from './task-screen.tsx'
import { dueWord, waitedWord } from './task-words.ts'

/** What is known about the task. */
export function TaskFacts({ details, today }: { readonly details: TaskDetails; readonly today: string }) {
  const { task } = details
  const everyone = usePeopleOptions()
  const nameOf = (personId: string) => everyone.find((person) => person.value === personId)?.label ?? ''
  const minutes = (count: number) => formatMinutes(count, language())
  const facts: (readonly [string, ReactNode])[] = [
    [t('期日'), dueWord(task.dueOn, today)],
    [t('担当'), task.assigneeName || t('まだいません')],
  ]
  if (task.legalDueOn !== null)
    facts.push([
      t('法定期限'),
      <Status key="legal" colour="amber">
        {dateInTable(task.legalDueOn)}
      </Status>,
    ])
  if (task.deputyIds.length > 0) facts.push([t('副担当'), task.deputyIds.map(nameOf).join('、')])
  if (task.kindId !== null)
    facts.push([
      t('業務'),
      <Link key="kind" to={`/work/kinds/${task.kindId}`}>
        {task.kindName}
      </Link>,
    ])
  if (task.repeats !== null) facts.push([t('くり返し'), describeDueRule(task.repeats, language())])
  if (task.usualMinutes !== null) facts.push([t('目安の時間'), minutes(task.usualMinutes)])
  if (task.askedByName !== '')
    facts.push([t('頼んだ人'), `${task.askedByName}${task.askedNote === '' ? '' : `「${task.askedNote}」`}`])
  if (task.waitingSince !== null)
    facts.push([t('待っている相手'), `${task.waitingForName}（${waitedWord(task.waitingSince, today)}）`])
  if (task.doneAt !== null)
    facts.push([t('終えた'), `${instantInTable(task.doneAt, { withYear: true })} ${task.doneByName}`])
  if (task.ownMinutes !== null)
    facts.push([t('かかった時間'), t('{minutes}（あなただけに見えます）', { minutes: minutes(task.ownMinutes) })])
  if (task.dropReason !== '') facts.push([t('取りやめた理由'), task.dropReason])
  return (
    <Sheet title={t('このやること')}>
      <Facts facts={facts} />
    </Sheet>
  )
}

/** 経緯: who did what to it, and when. */
export function TaskHistory({ taskId, version }: { readonly taskId: string; readonly version: number }) {
  return <TaskEvents key={version} taskId={taskId} />
}

function TaskEvents({ taskId }: { readonly taskId: string }) {
  const answer = useAsk(kernel.objectHistories, { objectId: taskId, limit: 100 })
  return (
    <Sheet title={t('経緯')}>
      {answer.error === null ? null : <ThrownNote error={answer.error} />}
      {answer.data?.events.length === 0 ? <EmptyState title={t('記録はまだありません')} /> : null}
      <ul className="plain-list day-log" data-wide="">
        {(answer.data?.events ?? []).map((event) => (
          <li key={event.eventId}>
            <time>{instantInTable(event.occurredAt)}</time>
            <span>{says(event.says)}</span>
            <span>{event.personName ?? t('自動')}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
