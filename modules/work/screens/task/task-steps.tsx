import { EmptyState, instantInTable, Sheet, send, t } from '@ennoshita/ui'
import { work } from '../../contract.ts'
import type { TaskDetails } from './task-screen.tsx'
import type { TaskActs } from './use-task-acts.tsx'

/** 手順: ticked one after the other; who ticked what and when stands beside it. */
export function TaskSteps(props: { readonly details: TaskDetails; readonly acts: TaskActs; readonly isOpen: boolean }) {
  const { task, steps } = props.details
  const tick = (place: number, isTicked: boolean) =>
    void props.acts.each([task], () => send(isTicked ? work.tickStep : work.untickStep, { taskId: task.taskId, place }))
  const done = steps.filter((step) => step.tickedAt !== null).length
  return (
    <Sheet title={steps.length === 0 ? t('手順') : t('手順（{all}のうち{done}）', { all: steps.length, done })}>
      {steps.length === 0 ? (
        <EmptyState title={t('手順はありません')}>{t('業務に手順を書くと、次からここに並びます。')}</EmptyState>
      ) : (
        <ol className="plain-list tick-list">
          {steps.map((step) => (
            <li key={step.place}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={step.tickedAt !== null}
                  disabled={!props.isOpen}
                  onChange={(event) => tick(step.place, event.target.checked)}
                />
                <span>
                  {step.place}. {step.text}
                </span>
              </label>
              <span className="step-who">
                {step.tickedAt === null ? step.who : `${step.tickedByName} ${instantInTable(step.tickedAt)}`}
              </span>
            </li>
          ))}
        </ol>
      )}
      {task.note === '' ? null : <p className="written">{task.note}</p>}
    </Sheet>
  )
}
