import type { NewEvent, Tx } from '@ennoshita/kernel/server'
import { type TaskInEvent, taskInEventColumns, taskObjects } from './task-record.ts'

/** Brings tasks that nobody has touched yet in line with their kinds: title, people, department, minutes. */
export async function refreshPlanned(tx: Tx, companyId: string, kindIds: readonly string[]): Promise<TaskInEvent[]> {
  return tx.rows<TaskInEvent>`update work.task t
    set title = k.name, assignee_id = k.main_id, deputy_ids = k.deputy_ids, department_id = k.department_id, usual_minutes = k.usual_minutes
    from work.kind k
    where t.company_id = ${companyId} and k.company_id = t.company_id and k.id = t.kind_id and t.kind_id = any(${kindIds}::uuid[])
      and t.state = 'open' and not t.touched
      and (t.title, t.department_id, t.assignee_id, t.deputy_ids, t.usual_minutes)
        is distinct from (k.name, k.department_id, k.main_id, k.deputy_ids, k.usual_minutes)
    returning ${taskInEventColumns}`
}

/** Takes back tasks that nobody has touched: all of these kinds, or these alone. */
export async function withdrawPlanned(
  tx: Tx,
  companyId: string,
  which: { kindIds: readonly string[] } | { taskIds: readonly string[] },
): Promise<NewEvent<'work.task-withdrawn'>[]> {
  const kindIds = 'kindIds' in which ? which.kindIds : null
  const taskIds = 'taskIds' in which ? which.taskIds : null
  const gone = await tx.rows<TaskInEvent>`delete from work.task t
    where t.company_id = ${companyId} and t.state = 'open' and not t.touched and t.origin in ('rule', 'occasion')
      and (t.kind_id = any(${kindIds}::uuid[]) or t.id = any(${taskIds}::uuid[]))
    returning ${taskInEventColumns}`
  return gone.map((task) => {
    const [own, ...others] = taskObjects(task)
    return { activity: 'work.task-withdrawn', objects: [hidden(own), ...others] }
  })
}

/** An object whose page is gone: kept in histories under its name, found by no search. */
export function hidden<Labelled extends { label?: { may: string } }>(object: Labelled): Labelled {
  return object.label ? { ...object, label: { ...object.label, may: 'work.gone' } } : object
}
