import { type CommandContext, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { lockOpenTask, touch } from './lock-task.ts'
import { taskObjects } from './task-record.ts'

/** Sets or clears the mark of one step; refuses when it stands so already, and says who set it. */
export async function tick(context: CommandContext, taskId: string, place: number, isTicked: boolean) {
  const { tx, actor, now } = context
  const task = await lockOpenTask(context, taskId)
  const step = await tx.row<{ tickedAt: string | null; name: string | null }>`
    select s.ticked_at as "tickedAt", p.display_name as name
    from work.task_step s left join people.person_name p on p.company_id = s.company_id and p.person_id = s.ticked_by
    where s.company_id = ${actor.companyId} and s.task_id = ${taskId} and s.place = ${place}`
  if (!step) refuseNotFound({ ja: '手順', en: 'step' }, 'place')
  if ((step.tickedAt !== null) === isTicked)
    refuse({
      kind: 'conflict',
      code: isTicked ? 'work.step-ticked' : 'work.step-not-ticked',
      what: isTicked
        ? {
            ja: `この手順には${step.name ? `${step.name}さんが` : ''}すでに印を付けています。`,
            en: `${step.name ?? 'Someone'} ticked this step already.`,
          }
        : { ja: 'この手順に印は付いていません。', en: 'This step is not ticked.' },
      field: 'place',
      todo: { ja: '画面を開き直して確かめてください。', en: 'Reload and check.' },
    })
  await tx.run`update work.task_step set ticked_at = ${isTicked ? now : null}, ticked_by = ${isTicked ? (actor.personId ?? null) : null}
    where company_id = ${actor.companyId} and task_id = ${taskId} and place = ${place}`
  return { objects: taskObjects(task), version: await touch(tx, actor.companyId, taskId) }
}
