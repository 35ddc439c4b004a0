import { dateInWords } from '@ennoshita/kernel'
import { type CommandContext, command, newId, refuse, refuseNotFound, within } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { kindReach } from './writing/lock-kind.ts'
import { refuseStrangers } from './writing/refusals.ts'
import { copySteps, insertTaskSteps, insertTasks, taskObjects } from './writing/task-record.ts'

/** やることを足す, for oneself unless another person is named. */
export const addTask = command(work.addTask, {
  may: 'work.do',
  emits: ['work.task-added'],
  async run(context, input) {
    const { tx, actor, now, today } = context
    const me = actor.personId ?? null
    const assigneeId = input.assigneeId === undefined ? me : input.assigneeId
    const deputyIds = [...new Set(input.deputyIds)].filter((deputy) => deputy !== assigneeId)
    refuseDueAfterLegal(input.dueOn, input.legalDueOn)
    await refuseStrangers(context, [assigneeId === me ? null : assigneeId, ...deputyIds], 'assigneeId')
    const kind = input.kindId ? await kindOf(context, input.kindId) : undefined
    const task = {
      id: newId(),
      title: input.title,
      origin: 'hand' as const,
      kindId: input.kindId,
      occurrence: null,
      departmentId: kind ? kind.departmentId : await departmentOf(context, assigneeId ?? me, today),
      assigneeId,
      deputyIds,
      dueOn: input.dueOn,
      legalDueOn: input.legalDueOn,
      usualMinutes: input.usualMinutes ?? kind?.usualMinutes ?? null,
      note: input.note,
      repeats: input.repeats,
      subjectType: input.subject?.type ?? null,
      subjectId: input.subject?.id ?? null,
      askedBy: assigneeId !== null && assigneeId !== me ? me : null,
    }
    await insertTasks(tx, actor, now, [task])
    if (input.steps.length > 0) await insertTaskSteps(tx, actor.companyId, task.id, input.steps)
    else if (kind) await copySteps(tx, actor.companyId, [task.id])
    return {
      events: [
        {
          activity: 'work.task-added',
          objects: taskObjects(task),
          data: { ...(task.dueOn ? { dueOn: task.dueOn } : {}), ...(task.askedBy ? { asked: true } : {}) },
        },
      ],
      answer: { taskId: task.id, version: 1 },
    }
  },
})

/** The department of the person's main post on that day, if there is one. */
async function departmentOf({ tx, actor }: CommandContext, personId: string | null, today: string) {
  if (!personId) return null
  const placement = await tx.row<{ id: string }>`select department_id as id from people.placement
    where company_id = ${actor.companyId} and person_id = ${personId} and from_on <= ${today} and (until_on is null or until_on >= ${today})
    order by main desc, from_on desc limit 1`
  return placement?.id ?? actor.departmentIds[0] ?? null
}

async function kindOf({ tx, actor }: CommandContext, kindId: string) {
  const kind = await tx.row<{ departmentId: string | null; usualMinutes: number | null }>`
    select k.department_id as "departmentId", k.usual_minutes as "usualMinutes" from work.kind k
    where k.company_id = ${actor.companyId} and k.id = ${kindId} and k.state = 'active'
      and ${within(actor, 'work.see-kinds', kindReach(actor.personId))}`
  return kind ?? refuseNotFound({ ja: '業務', en: 'kind of work' }, 'kindId')
}

function refuseDueAfterLegal(dueOn: string | null, legalDueOn: string | null): void {
  if (!dueOn || !legalDueOn || dueOn <= legalDueOn) return
  refuse({
    kind: 'bad-input',
    code: 'work.due-after-legal',
    what: {
      ja: `期日（${dateInWords(dueOn)}）が法定期限（${dateInWords(legalDueOn)}）より後になっています。`,
      en: `The due date (${dueOn}) is after the legal deadline (${legalDueOn}).`,
    },
    field: 'dueOn',
    todo: { ja: '期日を法定期限までの日にしてください。', en: 'Choose a due date up to the legal deadline.' },
  })
}
