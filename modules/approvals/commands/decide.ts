import type { Tx } from '@ennoshita/kernel/server'
import { type Acting, type Decided, lockMatter, matterObject, stepsOf } from './matter-row.ts'
import { seatOfActor } from './seat-of-actor.ts'
import { type Taken, takeWay } from './take-way.ts'
import { type NewDecision, writeDecisions } from './write-decisions.ts'

/**
 * 承認 of the open step by whoever acts, or in the place of the person represented (代). Where each must decide, the others still
 * wait; else the next step opens, or the matter is approved: then do in the same command what the approval is for.
 * `step` is the number that was on the screen: a matter that has moved on since is refused.
 */
export async function decide(
  tx: Tx,
  context: Acting,
  given: { matterId: string; comment?: string | undefined; step?: number | undefined },
): Promise<Decided> {
  const { actor } = context
  const company = actor.companyId
  const matter = await lockMatter(tx, context, given.matterId)
  const [{ seat, others, step: number }, steps] = await Promise.all([
    seatOfActor(tx, context, matter, given.step),
    stepsOf(tx, context, given.matterId),
  ])
  const step = steps.find((each) => each.number === number)
  if (!step) throw new Error(`The matter ${given.matterId} has no step ${number}.`)
  const comment = given.comment ?? ''
  const selfApproval = seat.selfApproval ?? undefined
  const deed: NewDecision = { deed: 'approved', step: { number, name: step.name }, comment, selfApproval }
  const deputyId = actor.onBehalfOf === undefined ? null : (actor.personId ?? null)
  const isDone = step.need === 'any' || others.every(({ state }) => state !== 'waiting')
  const writing: Promise<unknown>[] = [
    tx.run`update approvals.seat set state = 'approved', deputy_id = ${deputyId} where company_id = ${company} and id = ${seat.seatId}`,
  ]
  if (isDone)
    writing.push(
      tx.run`update approvals.seat set state = 'released'
        where company_id = ${company} and matter_id = ${matter.matterId} and step = ${number} and state = 'waiting'`,
      tx.run`update approvals.step set state = 'approved'
        where company_id = ${company} and matter_id = ${matter.matterId} and number = ${number}`,
    )
  await Promise.all(writing)
  const after = steps.map((each) => (each === step ? { ...each, state: 'approved' as const } : each))
  const taken: Taken = isDone
    ? await takeWay(tx, context, matter, { steps: after, from: number + 1, post: null }, [deed])
    : { state: 'waiting', open: step, waitingFor: stillWaiting(others), passedOver: [] }
  if (!isDone) await writeDecisions(tx, context, matter, [deed])
  return {
    matterId: matter.matterId,
    state: taken.state,
    step: step.name,
    waitingFor: taken.waitingFor,
    object: await matterObject(tx, context, matter),
    told: {
      approvalRound: matter.round,
      approvalStep: step.name,
      ...(comment ? { comment } : {}),
      ...(selfApproval === undefined ? {} : { selfApproval: `自己承認（${selfApproval}）` }),
      ...(taken.passedOver.length > 0 ? { passedOver: taken.passedOver } : {}),
    },
  }
}

const stillWaiting = (others: readonly { personId: string; state: string }[]): string[] =>
  others.filter(({ state }) => state === 'waiting').map(({ personId }) => personId)
