import { formatMinutes } from '@ennoshita/formats'
import { dateInTable, language, Status, t } from '@ennoshita/ui'
import type { TaskRow } from '../../contract.ts'

/** What a task must be known by besides its date: a legal deadline, whom it waits for, who asked, that it comes again. */
export function TaskMarks({ task, today }: { readonly task: TaskRow; readonly today: string }) {
  const isOpen = task.state === 'open' || task.state === 'started'
  return (
    <span className="marks">
      {task.legalDueOn === null ? null : (
        <Status colour={isOpen && task.legalDueOn <= today ? 'red' : 'amber'}>
          {t('法定期限 {date}', { date: dateInTable(task.legalDueOn) })}
        </Status>
      )}
      {task.waitingSince === null ? null : (
        <Status colour="grey">{t('相手待ち：{name}', { name: task.waitingForName })}</Status>
      )}
      {task.state === 'started' ? <Status colour="blue">{t('進行中')}</Status> : null}
      {task.askedByName === '' ? null : <span>{t('{name}さんから', { name: task.askedByName })}</span>}
      {task.tickedCount === 0 ? null : (
        <span className="figure">{t('手順 {done}/{all}', { done: task.tickedCount, all: task.stepCount })}</span>
      )}
      {task.isRepeated ? <span>{t('くり返し')}</span> : null}
    </span>
  )
}

export function usualMinutesWord(task: TaskRow): string {
  return task.usualMinutes === null ? '' : formatMinutes(task.usualMinutes, language())
}
