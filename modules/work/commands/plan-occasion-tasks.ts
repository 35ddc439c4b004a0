import { command, newId } from '@ennoshita/kernel/server'
import { type DueRule, dueAfter } from '@ennoshita/statutes'
import { work } from '../contract.ts'
import { readCalendar } from '../queries/reading/company-calendar.ts'
import { legalDeadlineOn } from '../rules/legal-deadline.ts'
import { copySteps, insertTasks, type NewTask, taskObjects } from './writing/task-record.ts'

type Kind = {
  id: string
  name: string
  rule: Extract<DueRule, { kind: 'after-occasion' | 'month-after-occasion' }>
  departmentId: string | null
  mainId: string | null
  deputyIds: string[]
  usualMinutes: number | null
  hasLaw: boolean
}

/** 出来事（入社・退職・住所変更…）から、やることを用意する: once for each kind, occasion, day and thing concerned. */
export const planOccasionTasks = command(work.planOccasionTasks, {
  may: 'work.plan',
  emits: ['work.tasks-planned', 'work.task-planned'],
  async run({ tx, actor, now }, { occasion, on, subject }) {
    const [kinds, { calendar }] = await Promise.all([
      tx.rows<Kind>`select id, name, due_rule as rule, department_id as "departmentId", main_id as "mainId", deputy_ids as "deputyIds",
          usual_minutes as "usualMinutes", law is not null as "hasLaw"
        from work.kind where company_id = ${actor.companyId} and state = 'active' and due_rule ->> 'occasion' = ${occasion}
          and due_rule ->> 'kind' in ('after-occasion', 'month-after-occasion') order by id`,
      readCalendar(tx, actor.companyId),
    ])
    const tasks = kinds.map((kind): NewTask => {
      const dueOn = dueAfter(kind.rule, on, { calendar, preview: true })
      return {
        id: newId(),
        title: kind.name,
        origin: 'occasion',
        kindId: kind.id,
        occurrence: `${occasion} ${on} ${subject.id}`,
        departmentId: kind.departmentId,
        assigneeId: kind.mainId,
        deputyIds: kind.deputyIds,
        dueOn,
        legalDueOn: legalDeadlineOn(kind, dueOn),
        usualMinutes: kind.usualMinutes,
        subjectType: subject.type,
        subjectId: subject.id,
      }
    })
    const written = tasks.length > 0 ? await insertTasks(tx, actor, now, tasks) : new Set<string>()
    const made = tasks.filter((task) => written.has(task.id))
    const taskIds = made.map((task) => task.id)
    if (taskIds.length > 0) await copySteps(tx, actor.companyId, taskIds)
    return {
      events: [
        {
          activity: 'work.tasks-planned',
          objects: [{ type: subject.type, id: subject.id, qualifier: 'subject' }],
          data: { occasion, on, made: made.length },
        },
        ...made.map((task) => ({
          activity: 'work.task-planned' as const,
          objects: taskObjects(task),
          data: { dueOn: task.dueOn, occasion },
        })),
      ],
      answer: { taskIds, alreadyThere: tasks.length - made.length },
    }
  },
})
