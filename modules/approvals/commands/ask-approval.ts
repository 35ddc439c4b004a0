import { newId, refuse, type Tx } from '@ennoshita/kernel/server'
import type { ApprovalAsked } from '../contract/asking.ts'
import { lineageOf } from '../queries/organisation.ts'
import { type RouteInUse, routesInUse } from '../queries/routes-in-use.ts'
import { routeFor } from '../rules/route-choice.ts'
import { type Acting, type Decided, type MatterRow, matterObject, type StepRow } from './matter-row.ts'
import { writeReadyRoutes } from './ready-rows.ts'
import { noRouteFace, refuseMoved } from './refusals.ts'
import { takeWay } from './take-way.ts'

/**
 * 申請: puts a subject before its approvers, inside the asking command's transaction. Asked again after a return or a withdrawal,
 * the matter stays the same, begins its next round, and takes the route that fits it now. Refuses a subject that waits or is
 * approved, a kind that no route fits, and a route of which nobody could decide some step.
 */
export async function askApproval(tx: Tx, context: Acting, asked: ApprovalAsked): Promise<Decided> {
  const { actor } = context
  const applicantId = asked.applicantId ?? actor.onBehalfOf ?? actor.personId
  if (applicantId === undefined) return refuseNobodyAsks()
  const askedBy = actor.personId === undefined || actor.personId === applicantId ? null : actor.personId
  const route = await routeOf(tx, context, asked, applicantId)
  const matter = await writeMatter(tx, context, asked, { applicantId, askedBy, route })
  const steps = route.steps.map(
    (step, at): StepRow => ({ ...step, number: at + 1, state: 'coming' as const, added: false }),
  )
  await tx.run`insert into approvals.step (company_id, matter_id, number, name, need, approvers)
    select ${actor.companyId}, ${matter.matterId}, s.number, s.name, s.need, s.approvers
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as s (number int, name text, need text, approvers jsonb)`
  const way = { steps, from: 1, post: applicantId === actor.personId ? (actor.post ?? null) : null }
  const { open, waitingFor, passedOver } = await takeWay(tx, context, matter, way, [{ deed: 'asked' }], true)
  return {
    matterId: matter.matterId,
    state: 'waiting',
    step: open?.name ?? '',
    waitingFor,
    object: await matterObject(tx, context, matter),
    told: { approvalRound: matter.round, ...(passedOver.length > 0 ? { passedOver } : {}) },
  }
}

/** The route that fits; where the company has none, the ready routes are written and stand from then on. */
async function routeOf(tx: Tx, context: Acting, asked: ApprovalAsked, applicantId: string): Promise<RouteInUse> {
  const { companyId } = context.actor
  const at = { companyId, today: context.today }
  const [lineage, routes] = await Promise.all([
    lineageOf(tx, at, { applicantId, departmentId: asked.departmentId }),
    routesInUse(tx, companyId, asked.kind),
  ])
  const subject = { kind: asked.kind, amount: asked.amount, lineage, facts: asked.facts ?? {} }
  const known = routeFor(routes, subject)
  if (known) return known
  await writeReadyRoutes(tx, context)
  const ready = routeFor(await routesInUse(tx, companyId, asked.kind), subject)
  return ready ?? refuse(noRouteFace(asked.kind))
}

type Written = { applicantId: string; askedBy: string | null; route: RouteInUse }

/** A new matter, or the next round of the one that the subject has. */
async function writeMatter(
  tx: Tx,
  { actor, now }: Acting,
  asked: ApprovalAsked,
  { applicantId, askedBy, route }: Written,
): Promise<MatterRow> {
  const company = actor.companyId
  const { kind, subject, title, amount, departmentId, opens, documentId = null, facts = {} } = asked
  const commands = { ...asked.commands, withdraw: asked.commands.withdraw ?? null }
  const found = await tx.row<{ matterId: string; state: string; round: number }>`
    insert into approvals.matter as m (company_id, id, kind, subject_type, subject_id, title, amount, department_id, applicant_id, asked_by,
      opens, document_id, facts, commands, route_id, route_version, state, step, asked_at, waiting_since)
    values (${company}, ${newId()}, ${kind}, ${subject.type}, ${subject.id}, ${title}, ${amount}, ${departmentId}, ${applicantId}, ${askedBy},
      ${opens}, ${documentId}, ${JSON.stringify(facts)}, ${JSON.stringify(commands)}, ${route.routeId}, ${route.version}, 'waiting', 1, ${now}, ${now})
    on conflict (company_id, subject_type, subject_id) do update
    set kind = excluded.kind, title = excluded.title, amount = excluded.amount, department_id = excluded.department_id,
      applicant_id = excluded.applicant_id, asked_by = excluded.asked_by, opens = excluded.opens, document_id = excluded.document_id,
      facts = excluded.facts, commands = excluded.commands, route_id = excluded.route_id, route_version = excluded.route_version,
      round = m.round + 1, state = 'waiting', step = 1, asked_at = excluded.asked_at, waiting_since = excluded.waiting_since, decided_at = null
    where m.state in ('returned', 'withdrawn')
    returning m.id as "matterId", m.state, m.round`
  if (!found) return refuseUnderWay(tx, company, subject, title)
  const { matterId, round } = found
  if (round > 1)
    await Promise.all([
      tx.run`delete from approvals.seat where company_id = ${company} and matter_id = ${matterId}`,
      tx.run`delete from approvals.step where company_id = ${company} and matter_id = ${matterId}`,
    ])
  const approveCommand = commands.approve.name
  const people = { applicantId, askedBy }
  return {
    matterId,
    kind,
    title,
    departmentId,
    documentId,
    ...people,
    approveCommand,
    round,
    state: 'waiting',
    step: 1,
  }
}

async function refuseUnderWay(
  tx: Tx,
  companyId: string,
  subject: ApprovalAsked['subject'],
  title: string,
): Promise<never> {
  const there = await tx.row<{ state: string }>`select state from approvals.matter
    where company_id = ${companyId} and subject_type = ${subject.type} and subject_id = ${subject.id}`
  return there?.state === 'approved'
    ? refuseMoved(
        { ja: `「${title}」は、すでに承認されています。`, en: `"${title}" is approved already.` },
        'approvals.approved-already',
      )
    : refuseMoved(
        { ja: `「${title}」は、すでに承認に回っています。`, en: `"${title}" waits for approval already.` },
        'approvals.asked-already',
      )
}

function refuseNobodyAsks(): never {
  return refuse({
    kind: 'bad-input',
    code: 'approvals.nobody-asks',
    what: { ja: '申請する人がわかりません。', en: 'Nobody is named who asks for approval.' },
    field: 'applicantId',
    rule: { says: { ja: '承認は、人が申請します。', en: 'A person asks for approval.' } },
    todo: { ja: '申請する人としてお入りください。', en: 'Sign in as the person who asks.' },
  })
}
