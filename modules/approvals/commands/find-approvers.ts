import { command } from '@ennoshita/kernel/server'
import { approvals } from '../contract.ts'
import { peopleNames } from '../queries/names.ts'
import { readOrganisation } from '../queries/organisation.ts'
import { wayFrom } from '../rules/way.ts'
import { lockMatter, matterObject, stepsOf } from './matter-row.ts'
import { refuseMoved } from './refusals.ts'
import { refuseNotWaiting, type SeatRow } from './seat-of-actor.ts'
import { seatPeople } from './seat-people.ts'
import { refuseNobody, takeWay } from './take-way.ts'
import { writeDecisions } from './write-decisions.ts'

export const findApprovers = command(approvals.findApprovers, {
  may: 'approvals.find-approvers',
  emits: ['approvals.approvers-found'],
  async run(context, { matterId }) {
    const { tx, actor, today } = context
    const company = actor.companyId
    const matter = await lockMatter(tx, context, matterId)
    const number = matter.step
    if (matter.state !== 'waiting' || number === null) return refuseNotWaiting(matter)
    const [steps, seats] = await Promise.all([
      stepsOf(tx, context, matterId),
      tx.rows<Pick<SeatRow, 'personId' | 'state'>>`select person_id as "personId", state from approvals.seat
        where company_id = ${company} and matter_id = ${matterId} and step = ${number}`,
    ])
    const step = steps.find((each) => each.number === number)
    const route = steps.filter((each) => !each.added)
    const { applicantId, askedBy, departmentId, approveCommand } = matter
    const asked = { applicantId, post: null, departmentId, steps: route, command: approveCommand }
    const organisation = await readOrganisation(tx, { companyId: company, today }, asked)
    const isApproved = steps.some((each) => each.number < number && each.state === 'approved')
    const { ends } = wayFrom(route, number, organisation, { applicantId, askedBy }, isApproved)
    if (ends.as === 'nobody') return refuseNobody(tx, context, route, ends)
    const deed = { deed: 'people-found' as const, step: { number, name: step?.name ?? '' } }
    const isSameStep = (ends.as === 'open' || ends.as === 'added') && ends.number === number
    const approved = seats.filter(({ state }) => state === 'approved').map(({ personId }) => personId)
    const people = isSameStep ? ends.people.filter((person) => !approved.includes(person)) : []
    const waiting = seats.filter(({ state }) => state === 'waiting').map(({ personId }) => personId)
    if (isSameStep && people.length === waiting.length && people.every((person) => waiting.includes(person)))
      return refuseMoved(
        {
          ja: 'いまの組織でも、承認する人は変わりません。',
          en: 'The people to approve are the same by today’s organisation.',
        },
        'approvals.same-people',
      )
    await tx.run`delete from approvals.seat
      where company_id = ${company} and matter_id = ${matterId} and step = ${number} and state = 'waiting'`
    let waitingFor: readonly string[] = people
    if (people.length > 0) {
      const selfApproval = ends.as === 'added' ? ends.selfApproval : null
      await seatPeople(tx, context, matter, { step: number, people, selfApproval })
      await writeDecisions(tx, context, matter, [deed])
    } else {
      // all who are left have approved, or nobody is left: the matter goes on from here
      const isDone = approved.length > 0
      await tx.run`update approvals.step set state = ${isDone ? 'approved' : 'coming'}, opened_at = case when ${isDone} then opened_at end
        where company_id = ${company} and matter_id = ${matterId} and number = ${number}`
      const after = steps.map((each) => (each === step && isDone ? { ...each, state: 'approved' as const } : each))
      const way = { steps: after, from: isDone ? number + 1 : number, post: null }
      waitingFor = (await takeWay(tx, context, matter, way, [deed])).waitingFor
    }
    const names = await peopleNames(tx, company, waitingFor)
    return {
      events: [{ activity: 'approvals.approvers-found', objects: [await matterObject(tx, context, matter)] }],
      answer: { waitingFor: waitingFor.map((personId) => ({ personId, name: names.get(personId) ?? '' })) },
    }
  },
})
