import { addDays, type CommandContext, command, newId } from '@ennoshita/kernel/server'
import type { DueRule } from '@ennoshita/statutes'
import { work } from '../contract.ts'
import { readCalendar } from '../queries/reading/company-calendar.ts'
import { legalDeadlineOn } from '../rules/legal-deadline.ts'
import { type Plan, type PlannedTask, planOf } from '../rules/plan.ts'
import { withdrawPlanned } from './writing/planned-tasks.ts'
import {
  copySteps,
  insertTasks,
  type NewTask,
  type TaskInEvent,
  taskInEventColumns,
  taskObjects,
} from './writing/task-record.ts'

type Kind = {
  id: string
  name: string
  rule: DueRule
  departmentId: string | null
  mainId: string | null
  deputyIds: string[]
  usualMinutes: number | null
  hasLaw: boolean
}

/**
 * Makes the tasks of the days ahead from the due rules, nearest first, at most `limit` at a time (`left` says how many
 * remain). Each time of a kind is made once, however often and by however many this is asked at the same moment.
 */
export const planTasks = command(work.planTasks, {
  may: 'work.plan',
  emits: ['work.tasks-planned', 'work.task-planned', 'work.task-moved', 'work.task-withdrawn'],
  async run(context, { days, limit }) {
    const { tx, actor, now, today } = context
    const { kinds, plan } = await planAhead(context, addDays(today, days))
    const tasks = plan.make.slice(0, limit).map((wanted) => newTaskOf(kinds, wanted))
    const written = tasks.length > 0 ? await insertTasks(tx, actor, now, tasks) : new Set<string>()
    const made = tasks.filter((task) => written.has(task.id))
    if (made.length > 0)
      await copySteps(
        tx,
        actor.companyId,
        made.map((task) => task.id),
      )
    const moved = await moveTasks(context, plan.move)
    const withdrawn =
      plan.withdraw.length > 0
        ? await withdrawPlanned(tx, actor.companyId, { taskIds: plan.withdraw.map((task) => task.taskId) })
        : []
    const answer = {
      made: made.length,
      moved: moved.length,
      withdrawn: withdrawn.length,
      left: plan.make.length - tasks.length,
    }
    return {
      events: [
        { activity: 'work.tasks-planned', objects: [{ type: 'company', id: actor.companyId }], data: answer },
        ...made.map((task) => ({
          activity: 'work.task-planned' as const,
          objects: taskObjects(task),
          data: { dueOn: task.dueOn, occurrence: task.occurrence },
        })),
        ...moved.map(({ task, from, to }) => ({
          activity: 'work.task-moved' as const,
          objects: taskObjects(task),
          data: { from, to },
        })),
        ...withdrawn,
      ],
      answer,
    }
  },
})

async function planAhead({ tx, actor, today }: CommandContext, to: string) {
  const [rows, existing, { calendar, fiscalYearStart }] = await Promise.all([
    tx.rows<Kind>`select id, name, due_rule as rule, department_id as "departmentId", main_id as "mainId", deputy_ids as "deputyIds",
        usual_minutes as "usualMinutes", law is not null as "hasLaw"
      from work.kind where company_id = ${actor.companyId} and state = 'active' and due_rule is not null order by id`,
    tx.rows<PlannedTask>`select id as "taskId", kind_id as "kindId", occurrence, coalesce(due_on, '0001-01-01') as "dueOn",
        touched or state <> 'open' as "isTouched"
      from work.task where company_id = ${actor.companyId} and origin = 'rule' and occurrence >= ${addDays(today, -400).slice(0, 7)}`,
    readCalendar(tx, actor.companyId),
  ])
  const planned = rows.map(({ id, rule }) => ({ kindId: id, rule }))
  const plan: Plan = planOf(planned, existing, { from: today, to, calendar, fiscalYearStart })
  return { kinds: new Map(rows.map((kind) => [kind.id, kind])), plan }
}

function newTaskOf(kinds: ReadonlyMap<string, Kind>, wanted: Plan['make'][number]): NewTask {
  const kind = kinds.get(wanted.kindId)
  if (!kind) throw new Error(`The plan names the unknown kind ${wanted.kindId}.`)
  return {
    id: newId(),
    title: kind.name,
    origin: 'rule',
    kindId: kind.id,
    occurrence: wanted.occurrence,
    departmentId: kind.departmentId,
    assigneeId: kind.mainId,
    deputyIds: kind.deputyIds,
    dueOn: wanted.dueOn,
    legalDueOn: legalDeadlineOn(kind, wanted.dueOn),
    usualMinutes: kind.usualMinutes,
  }
}

async function moveTasks({ tx, actor }: CommandContext, moves: Plan['move']) {
  if (moves.length === 0) return []
  const rows =
    await tx.rows<TaskInEvent>`update work.task t set due_on = m."dueOn", legal_due_on = case when t.legal_due_on is null then null else m."dueOn" end
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m ("taskId" uuid, "dueOn" date)
    where t.company_id = ${actor.companyId} and t.id = m."taskId" and not t.touched and t.state = 'open' returning ${taskInEventColumns}`
  const byId = new Map(moves.map((move) => [move.taskId, move]))
  return rows.map((task) => ({ task, from: byId.get(task.id)?.was, to: byId.get(task.id)?.dueOn }))
}
