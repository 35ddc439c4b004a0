import { type EventObject, refuseNotFound, type Tx, type Words } from '@ennoshita/kernel/server'
import type { DepartmentPeriod, PostPeriod } from '../rules/organisation.ts'
import { refuseOlderVersion } from './refuse-older-version.ts'

export type DepartmentRow = DepartmentPeriod & { readonly place: number }
export type PostRow = PostPeriod & { readonly name: string; readonly rank: number }

/** The periods of a department at the version that was read; refuses what is not there or was changed meanwhile. */
export async function departmentRows(
  tx: Tx,
  companyId: string,
  departmentId: string,
  version: number,
): Promise<DepartmentRow[]> {
  const [head, rows] = await Promise.all([
    tx.row<{
      version: number
    }>`select version from people.department where company_id = ${companyId} and id = ${departmentId} for update`,
    tx.rows<DepartmentRow>`select department_id as "departmentId", from_on as "fromOn", until_on as "untilOn", name, parent_id as "parentId", place
      from people.department_period where company_id = ${companyId} and department_id = ${departmentId} order by from_on`,
  ])
  const thing: Words = { ja: '部署', en: 'department' }
  if (!head) refuseNotFound(thing, 'departmentId')
  if (head.version !== version) await refuseOlderVersion(tx, companyId, departmentId, thing)
  return rows
}

/** Writes the periods of a department in place of those it had, and counts its version up. */
export async function writeDepartmentRows(
  tx: Tx,
  companyId: string,
  departmentId: string,
  rows: readonly DepartmentRow[],
): Promise<void> {
  await Promise.all([
    tx.run`delete from people.department_period where company_id = ${companyId} and department_id = ${departmentId}`,
    tx.run`insert into people.department_period (company_id, department_id, from_on, until_on, name, parent_id, place)
      select ${companyId}, ${departmentId}, r."fromOn", r."untilOn", r.name, r."parentId", r.place
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("fromOn" date, "untilOn" date, name text, "parentId" uuid, place int)`,
    tx.run`update people.department set version = version + 1 where company_id = ${companyId} and id = ${departmentId}`,
  ])
}

/** Refuses a parent that is not a department of the company. */
export async function refuseUnknownParent(
  tx: Tx,
  companyId: string,
  parentId: string | null | undefined,
): Promise<void> {
  if (!parentId) return
  const found = await tx.row`select id from people.department where company_id = ${companyId} and id = ${parentId}`
  if (!found) refuseNotFound({ ja: '上位の部署', en: 'parent department' }, 'parentId')
}

/** The department as an object of an event, found in search by its newest name. */
export function departmentObject(departmentId: string, name: string): EventObject {
  return {
    type: 'department',
    id: departmentId,
    label: { text: name, opens: `/organisation/${departmentId}`, may: 'people.see-directory', departmentId },
  }
}
