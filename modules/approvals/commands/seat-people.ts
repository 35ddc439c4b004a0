import { shareDocument } from '@ennoshita/documents/server'
import { newId, type Tx } from '@ennoshita/kernel/server'
import type { Acting, MatterRow } from './matter-row.ts'

/** Who is asked in a step; `selfApproval` is the reason why the asker decides alone. */
export type Seating = {
  readonly step: number
  readonly people: readonly string[]
  readonly selfApproval: string | null
}

/** Asks these people to decide a step, and lets them open the paper that they decide on. */
export async function seatPeople(
  tx: Tx,
  context: Acting,
  { matterId, kind, documentId }: MatterRow,
  { step, people, selfApproval }: Seating,
): Promise<void> {
  const seats = people.map((personId) => ({ id: newId(), personId }))
  await Promise.all([
    tx.run`insert into approvals.seat (company_id, id, matter_id, step, person_id, kind, opened_at, self_approval)
      select ${context.actor.companyId}, s.id, ${matterId}, ${step}, s."personId", ${kind}, ${context.now}, ${selfApproval}
      from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as s (id uuid, "personId" uuid)`,
    documentId === null ? undefined : shareDocument(tx, context, documentId, people),
  ])
}
