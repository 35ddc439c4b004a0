import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTokyo, type QueryContext, query, refuseNotFound, scopeOf, sql } from '@ennoshita/kernel/server'
import { businessDaysBetween } from '@ennoshita/statutes'
import { type Approver, approvals } from '../contract.ts'
import { approverWords } from '../rules/approver-words.ts'
import { readCalendar } from './company-calendar.ts'
import { matterShown } from './matter-columns.ts'
import { approverNames } from './names.ts'
import { deciders } from './waiting-approvals.ts'

type Details = AnswerOf<typeof approvals.matterDetails>
type Step = Details['steps'][number]
type Found = Omit<Details, 'waitedDays' | 'steps' | 'decisions' | 'may'> & {
  step: number | null
  askedBy: string | null
}

export const matterDetails = query(approvals.matterDetails, {
  may: 'approvals.see-matters',
  async run(context, { matterId }) {
    const { tx, actor, today } = context
    const people = await deciders(context)
    const [calendar, found, steps, decisions] = await Promise.all([
      readCalendar(tx, actor.companyId),
      matterWithin(context, matterId, people),
      stepsShown(context, matterId),
      decisionsShown(context, matterId),
    ])
    if (!found) refuseNotFound({ ja: '承認の案件', en: 'approval matter' }, 'matterId')
    const { step, askedBy, ...matter } = found
    const names = await approverNames(
      tx,
      actor.companyId,
      today,
      steps.flatMap(({ approvers }) => approvers),
    )
    const since = matter.waitingSince
    return {
      ...matter,
      waitedDays: since === null ? 0 : Math.max(0, businessDaysBetween(dateInTokyo(since), today, calendar)),
      steps: steps.map(({ approvers, ...each }) => ({
        ...each,
        approverNames: approvers.map((approver) => approverWords(approver, names)),
      })),
      decisions,
      may: mayNow(context, { steps, step, people, makers: [matter.applicant.personId, askedBy], state: matter.state }),
    }
  },
})

/** Read by whoever asked, was asked or decided, also for those one represents; by heads of the department; by the office. */
function matterWithin({ tx, actor, today, within }: QueryContext, matterId: string, people: readonly string[]) {
  const company = actor.companyId
  const own = [sql`m.applicant_id`, sql`m.asked_by`]
  return tx.row<Found>`
    select ${matterShown}, m.state, m.step, m.asked_by as "askedBy", m.asked_at as "askedAt", m.waiting_since as "waitingSince",
      m.decided_at as "decidedAt", m.commands, jsonb_build_object('type', m.subject_type, 'id', m.subject_id) as subject,
      jsonb_build_object('routeId', m.route_id, 'version', m.route_version, 'name', v.name) as route
    from approvals.matter m
      join approvals.route_version v on v.company_id = m.company_id and v.route_id = m.route_id and v.version = m.route_version
      left join people.person_name a on a.company_id = m.company_id and a.person_id = m.applicant_id
      left join people.department_on(${company}, ${today}) d on d.id = m.department_id
    where m.company_id = ${company} and m.id = ${matterId} and (${within({ own, department: sql`m.department_id` })}
      or exists (select 1 from approvals.seat s where s.company_id = m.company_id and s.matter_id = m.id and s.person_id = any(${people}::uuid[]))
      or exists (select 1 from approvals.decision e where e.company_id = m.company_id and e.matter_id = m.id
        and (e.person_id = any(${people}::uuid[]) or e.on_behalf_of = any(${people}::uuid[]))))`
}

type StepFound = Omit<Step, 'approverNames'> & { approvers: Approver[] }

function stepsShown({ tx, actor, today }: QueryContext, matterId: string): Promise<StepFound[]> {
  return tx.rows<StepFound>`
    select t.number, t.name, t.need, t.state, t.passed_over as "passedOver", t.opened_at as "openedAt", t.approvers,
      coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'name', coalesce(n.display_name, ''), 'state', s.state,
          'deputy', case when s.deputy_id is not null then jsonb_build_object('personId', s.deputy_id, 'name', coalesce(q.display_name, '')) end,
          'isSelfApproval', s.self_approval is not null,
          'hasLeft', not exists (select 1 from kernel.member m where m.company_id = s.company_id and m.person_id = s.person_id
            and m.from_on <= ${today} and (m.until_on is null or m.until_on >= ${today}))) order by s.opened_at, s.id)
        from approvals.seat s left join people.person_name n on n.company_id = s.company_id and n.person_id = s.person_id
          left join people.person_name q on q.company_id = s.company_id and q.person_id = s.deputy_id
        where s.company_id = t.company_id and s.matter_id = t.matter_id and s.step = t.number), '[]') as people
    from approvals.step t where t.company_id = ${actor.companyId} and t.matter_id = ${matterId} order by t.number`
}

function decisionsShown({ tx, actor }: QueryContext, matterId: string): Promise<Details['decisions']> {
  return tx.rows<Details['decisions'][number]>`
    select e.id as "decisionId", e.deed, e.round, e.comment, e.passed_over as "passedOver", e.self_approval as "selfApproval",
      e.decided_at as "decidedAt",
      case when e.step is not null then jsonb_build_object('number', e.step, 'name', e.step_name) end as step,
      case when e.person_id is not null then jsonb_build_object('personId', e.person_id, 'name', coalesce(n.display_name, '')) end as person,
      case when e.on_behalf_of is not null then jsonb_build_object('personId', e.on_behalf_of, 'name', coalesce(b.display_name, '')) end as "onBehalfOf",
      case when e.deed = 'returned' then coalesce(to_jsonb(e.returned_to), '"applicant"') end as "returnedTo"
    from approvals.decision e left join people.person_name n on n.company_id = e.company_id and n.person_id = e.person_id
      left join people.person_name b on b.company_id = e.company_id and b.person_id = e.on_behalf_of
    where e.company_id = ${actor.companyId} and e.matter_id = ${matterId} order by e.id`
}

type Now = {
  steps: readonly StepFound[]
  step: number | null
  people: readonly string[]
  makers: readonly (string | null)[]
  state: Details['state']
}

function mayNow({ actor }: QueryContext, { steps, step, people, makers, state }: Now): Details['may'] {
  const me = actor.personId ?? null
  const open = steps.find((each) => each.number === step)
  const isMine = (personId: string | null) => personId !== null && people.includes(personId)
  const seats = (open?.people ?? []).filter(
    (seat) =>
      seat.state === 'waiting' &&
      people.includes(seat.personId) &&
      (seat.isSelfApproval || (!makers.includes(me) && !makers.includes(seat.personId))),
  )
  const seat = seats.find(({ personId }) => personId === me) ?? seats[0]
  const isStopped = open?.people.some((each) => each.state === 'waiting' && each.hasLeft) ?? false
  return {
    decide: seat !== undefined,
    onBehalfOf: seat && seat.personId !== me ? { personId: seat.personId, name: seat.name } : null,
    returnTo: seat
      ? steps
          .filter((each) => each.number < (step ?? 0) && each.state === 'approved')
          .map(({ number, name }) => ({ number, name }))
      : [],
    withdraw: (state === 'waiting' || state === 'returned') && makers.some(isMine),
    findApprovers: isStopped && scopeOf(actor, 'approvals.find-approvers') !== undefined,
  }
}
