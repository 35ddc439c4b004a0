import { Refusal, type Tx } from '@ennoshita/kernel/server'
import { approverNames } from '../queries/names.ts'
import { readOrganisation } from '../queries/organisation.ts'
import { addedStepName, approverWords, passingWords } from '../rules/approver-words.ts'
import { vacantStep, type Way, wayFrom } from '../rules/way.ts'
import type { Acting, MatterRow, StepRow } from './matter-row.ts'
import { nobodyFace } from './refusals.ts'
import { seatPeople } from './seat-people.ts'
import { type NewDecision, writeDecisions } from './write-decisions.ts'

export type Taken = {
  readonly state: 'waiting' | 'approved'
  /** The step that is open now. */
  readonly open: { readonly number: number; readonly name: string } | undefined
  readonly waitingFor: readonly string[]
  /** Steps that were passed over on the way, in words. */
  readonly passedOver: readonly string[]
}

type WaySteps = { readonly steps: readonly StepRow[]; readonly from: number; readonly post: string | null }

/**
 * Opens the next step that somebody can decide, from step `from` on, and asks its people as they stand today; or finds the matter
 * approved. Refuses, and nothing of the command is kept, when nobody can decide; `isWhole` looks at every step to come first.
 */
export async function takeWay(
  tx: Tx,
  context: Acting,
  matter: MatterRow,
  { steps, from, post }: WaySteps,
  record: readonly NewDecision[],
  isWhole = false,
): Promise<Taken> {
  const { companyId } = context.actor
  const route = steps.filter((step) => !step.added)
  const { applicantId, askedBy, departmentId, approveCommand } = matter
  const asked = { applicantId, post, departmentId, steps: route, command: approveCommand }
  const organisation = await readOrganisation(tx, { companyId, today: context.today }, asked)
  const isApproved = steps.some((step) => step.number < from && step.state === 'approved')
  const way = wayFrom(route, from, organisation, { applicantId, askedBy }, isApproved)
  const missing = isWhole ? vacantStep(route, organisation) : undefined
  if (missing) await refuseNobody(tx, context, route, missing)
  if (way.ends.as === 'nobody') return refuseNobody(tx, context, route, way.ends)
  await writeWay(tx, context, matter, { steps, way, record })
  const passedOver = way.passed.map(({ number, passing }) => `${nameOf(route, number)}：${passingWords[passing].ja}`)
  if (way.ends.as === 'approved') return { state: 'approved', open: undefined, waitingFor: [], passedOver }
  const { number, people } = way.ends
  const name = way.ends.as === 'added' ? addedStepName : nameOf(route, number)
  return { state: 'waiting', open: { number, name }, waitingFor: people, passedOver }
}

const nameOf = (steps: readonly { name: string }[], number: number): string => steps[number - 1]?.name ?? ''

/** Says which step has nobody, and for want of whom. */
export async function refuseNobody(
  tx: Tx,
  { actor, today }: Acting,
  route: readonly { name: string }[],
  { number, vacant }: Pick<Extract<Way['ends'], { as: 'nobody' }>, 'number' | 'vacant'>,
): Promise<never> {
  const names = await approverNames(tx, actor.companyId, today, vacant)
  throw new Refusal(
    nobodyFace(
      route[number - 1]?.name,
      vacant.map((approver) => approverWords(approver, names)),
    ),
  )
}

type WayToWrite = { readonly steps: readonly StepRow[]; readonly way: Way; readonly record: readonly NewDecision[] }

async function writeWay(tx: Tx, context: Acting, matter: MatterRow, { steps, way, record }: WayToWrite) {
  const { actor, now } = context
  const { matterId } = matter
  const company = actor.companyId
  const { ends } = way
  const writing: Promise<unknown>[] = []
  const passed = way.passed.map(({ number, passing }): NewDecision => {
    const step = { number, name: steps.find((each) => each.number === number)?.name ?? '' }
    return { deed: 'passed-over', step, passedOver: passing, isOfRoute: true }
  })
  for (const { number, passing } of way.passed)
    writing.push(tx.run`update approvals.step set state = 'passed-over', passed_over = ${passing}, opened_at = null
      where company_id = ${company} and matter_id = ${matterId} and number = ${number}`)
  if (ends.as === 'added') {
    const approvers = JSON.stringify([{ by: 'role', role: 'president' }])
    writing.push(tx.run`insert into approvals.step (company_id, matter_id, number, name, need, approvers, added)
      values (${company}, ${matterId}, ${ends.number}, ${addedStepName}, 'any', ${approvers}, true)
      on conflict (company_id, matter_id, number) do nothing`)
  }
  if (ends.as === 'open' || ends.as === 'added') {
    const { number, people } = ends
    const selfApproval = ends.as === 'added' ? ends.selfApproval : null
    writing.push(
      tx.run`update approvals.step set state = 'open', passed_over = null, opened_at = ${now}
        where company_id = ${company} and matter_id = ${matterId} and number = ${number}`,
      seatPeople(tx, context, matter, { step: number, people, selfApproval }),
    )
  }
  const step = ends.as === 'open' || ends.as === 'added' ? ends.number : null
  writing.push(
    tx.run`update approvals.matter set state = ${step === null ? 'approved' : 'waiting'}, step = ${step},
        waiting_since = ${step === null ? null : now}, decided_at = ${step === null ? now : null}
      where company_id = ${company} and id = ${matterId}`,
  )
  writing.push(writeDecisions(tx, context, matter, [...record, ...passed]))
  await Promise.all(writing)
}
