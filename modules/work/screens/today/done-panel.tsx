import { Button, EmptyState, instantInTable, Link, Sheet, Status, send, t, todayInTokyo, useAsk } from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { useTaskActs } from '../task/use-task-acts.tsx'

/** 今日やったこと: finished tasks and これもやった in one list by the clock. Shown to the person alone. */
export default function DonePanel() {
  const today = todayInTokyo()
  const tasks = useAsk(work.tasksToday, {})
  const deeds = useAsk(work.myDeeds, { from: today, limit: 100 })
  const acts = useTaskActs()
  if (tasks.data === undefined) return null
  const lines = [
    ...tasks.data.doneToday.map((task) => ({ id: task.taskId, at: task.doneAt ?? '', text: task.title, task })),
    ...(deeds.data?.rows ?? []).map((deed) => ({ id: deed.deedId, at: deed.occurredAt, text: deed.text, task: null })),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <Sheet title={t('今日やったこと')} actions={<Link to="/work/deeds">{t('これもやった')}</Link>}>
      {acts.face}
      {lines.length === 0 ? (
        <EmptyState title={t('これからです')}>
          {t('終えたやることと、「.」キーで残した「これもやった」がここに並びます。あなただけに見えます。')}
        </EmptyState>
      ) : (
        <ul className="plain-list day-log">
          {lines.map((line) => (
            <li key={line.id}>
              <time>{instantInTable(line.at).slice(-5)}</time>
              <span>{line.task === null ? line.text : <Link to={`/work/tasks/${line.id}`}>{line.text}</Link>}</span>
              {line.task === null ? (
                <Status colour="blue">{t('これもやった')}</Status>
              ) : (
                <Button
                  kind="quiet"
                  onPress={() => void acts.each([line.task], (task) => send(work.reopenTask, { taskId: task.taskId }))}
                >
                  {t('もう一度開く')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
