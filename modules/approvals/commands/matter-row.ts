import { type CommandContext, type EventObject, refuseNotFound, type Sql, sql, type Tx } from '@ennoshita/kernel/server'
import type { ApprovalTold } from '../contract/asking.ts'
import type { RouteStep } from '../contract.ts'
import type { MatterState, StepState } from '../rules/matter.ts'

/** What an act on a matter knows of who acts and when. */
export type Acting = Pick<CommandContext, 'actor' | 'now' | 'today'>

/** What a command of another module gets back. It puts `object` among its event's objects and spreads `told` into its data. */
export type Decided = {
  readonly matterId: string
  readonly state: MatterState
  /** The name of the step that was decided; of an ask: the step that is open now. */
  readonly step: string
  /** The people who are asked now. */
  readonly waitingFor: readonly string[]
  readonly object: EventObject
  readonly told: ApprovalTold
}

export type MatterRow = {
  matterId: string
  kind: string
  title: string
  departmentId: string | null
  documentId: string | null
  applicantId: string
  askedBy: string | null
  approveCommand: string
  round: number
  state: MatterState
  step: number | null
}

export type StepRow = RouteStep & { number: number; state: StepState; added: boolean }

export const matterColumns: Sql = sql`m.id as "matterId", m.kind, m.title, m.department_id as "departmentId", m.document_id as "documentId",
  m.applicant_id as "applicantId", m.asked_by as "askedBy", m.commands -> 'approve' ->> 'name' as "approveCommand", m.round, m.state, m.step`

/** Locks a matter for the rest of the command; whoever comes at the same time waits here and then sees what was decided. */
export async function lockMatter(tx: Tx, { actor }: Pick<Acting, 'actor'>, matterId: string): Promise<MatterRow> {
  const found = await tx.row<MatterRow>`select ${matterColumns} from approvals.matter m
    where m.company_id = ${actor.companyId} and m.id = ${matterId} for no key update`
  if (!found) refuseNotFound({ ja: '承認の案件', en: 'approval matter' }, 'matterId')
  return found
}

export function stepsOf(tx: Tx, { actor }: Pick<Acting, 'actor'>, matterId: string): Promise<StepRow[]> {
  return tx.rows<StepRow>`select number, name, need, approvers, state, added from approvals.step
    where company_id = ${actor.companyId} and matter_id = ${matterId} order by number`
}

/** The matter as an event concerns it; seen by whoever asked, was asked or decided. Asked after the rows are written. */
export async function matterObject(
  tx: Tx,
  { actor }: Pick<Acting, 'actor'>,
  matter: Pick<MatterRow, 'matterId' | 'title' | 'departmentId'>,
): Promise<EventObject> {
  const { matterId, title, departmentId } = matter
  const rows = await tx.rows<{ personId: string }>`
    select person_id as "personId" from approvals.seat where company_id = ${actor.companyId} and matter_id = ${matterId}
    union select person_id from approvals.decision where company_id = ${actor.companyId} and matter_id = ${matterId} and person_id is not null
    union select on_behalf_of from approvals.decision where company_id = ${actor.companyId} and matter_id = ${matterId} and on_behalf_of is not null
    union select applicant_id from approvals.matter where company_id = ${actor.companyId} and id = ${matterId}`
  const own = rows.map(({ personId }) => personId)
  const label = { text: title, opens: `/approvals/${matterId}`, may: 'approvals.see-matters', own, departmentId }
  return { type: 'matter', id: matterId, label }
}
