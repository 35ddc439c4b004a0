import { newId, type Tx } from '@ennoshita/kernel/server'
import type { Deed, Passing } from '../rules/matter.ts'
import type { Acting, MatterRow } from './matter-row.ts'

export type NewDecision = {
  readonly deed: Deed
  readonly step?: { readonly number: number; readonly name: string } | undefined
  readonly comment?: string | undefined
  readonly returnedTo?: number | undefined
  readonly passedOver?: Passing | undefined
  readonly selfApproval?: string | undefined
  /** What the route did, nobody's act. */
  readonly isOfRoute?: boolean | undefined
}

/** Adds to the record of a matter, in that order. */
export function writeDecisions(
  tx: Tx,
  { actor, now }: Acting,
  matter: Pick<MatterRow, 'matterId' | 'round'>,
  decisions: readonly NewDecision[],
): Promise<number> {
  const rows = decisions.map((decision) => ({
    id: newId(),
    deed: decision.deed,
    step: decision.step?.number ?? null,
    step_name: decision.step?.name ?? null,
    person_id: decision.isOfRoute ? null : (actor.personId ?? null),
    on_behalf_of: decision.isOfRoute ? null : (actor.onBehalfOf ?? null),
    post_id: decision.isOfRoute ? null : (actor.post ?? null),
    comment: decision.comment ?? '',
    returned_to: decision.returnedTo ?? null,
    passed_over: decision.passedOver ?? null,
    self_approval: decision.selfApproval ?? null,
  }))
  return tx.run`
    insert into approvals.decision (company_id, id, matter_id, deed, round, step, step_name, person_id, on_behalf_of, post_id, comment,
      returned_to, passed_over, self_approval, decided_at)
    select ${actor.companyId}, d.id, ${matter.matterId}, d.deed, ${matter.round}, d.step, d.step_name, d.person_id, d.on_behalf_of, d.post_id,
      d.comment, d.returned_to, d.passed_over, d.self_approval, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, deed text, step int, step_name text, person_id uuid,
      on_behalf_of uuid, post_id uuid, comment text, returned_to int, passed_over text, self_approval text)`
}
