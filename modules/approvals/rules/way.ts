import type { Approver, RouteStep } from '../contract.ts'
import type { Passing } from './matter.ts'
import { type Organisation, peopleOf } from './step-people.ts'

/** Where a matter goes from a step on. */
export type Way = {
  readonly passed: readonly { readonly number: number; readonly passing: Passing }[]
  readonly ends:
    | { readonly as: 'open'; readonly number: number; readonly people: readonly string[] }
    /** Nobody was left on the route: a step is added at its end. `selfApproval` says why the applicant decides it. */
    | {
        readonly as: 'added'
        readonly number: number
        readonly people: readonly string[]
        readonly selfApproval: string | null
      }
    | { readonly as: 'approved' }
    /** Nobody at all: at that step, for want of those approvers; or, at the end, of anyone but the applicant. */
    | { readonly as: 'nobody'; readonly number: number; readonly vacant: readonly Approver[] }
}

export type Makers = { readonly applicantId: string | null; readonly askedBy: string | null }

/**
 * The way from step `from` on (counted from 1). Nobody decides what they asked for themselves: a step of which nobody else is
 * left is passed over. So is one that fell to the president because no department has a head, when the president decides in a
 * later step. If the route ends and nobody has approved, the president decides, else another who approves by role, and only if
 * there is none the applicant, where the company allows it.
 */
export function wayFrom(
  steps: readonly RouteStep[],
  from: number,
  organisation: Organisation,
  makers: Makers,
  isApprovedBefore: boolean,
): Way {
  const isMaker = (person: string) => person === makers.applicantId || person === makers.askedBy
  const passed: { number: number; passing: Passing }[] = []
  for (const [at, step] of steps.entries()) {
    const number = at + 1
    if (number < from) continue
    const { people, vacant, isPresidentInstead } = peopleOf(step, organisation)
    if (people.length === 0 || (step.need === 'all' && vacant.length > 0))
      return { passed, ends: { as: 'nobody', number, vacant } }
    const others = people.filter((person) => !isMaker(person))
    if (others.length === 0) passed.push({ number, passing: 'own-matter' })
    else if (isPresidentInstead && steps.slice(number).some(asksPresident))
      passed.push({ number, passing: 'president-later' })
    else return { passed, ends: { as: 'open', number, people: others } }
  }
  if (isApprovedBefore) return { passed, ends: { as: 'approved' } }
  return { passed, ends: lastResort(Math.max(steps.length + 1, from), organisation, makers, isMaker) }
}

function lastResort(
  number: number,
  organisation: Organisation,
  { applicantId }: Makers,
  isMaker: (person: string) => boolean,
): Way['ends'] {
  const { presidents, administrators, heads, aloneBecause } = organisation
  const others = [presidents, administrators, heads]
    .map((people) => people.filter((person) => !isMaker(person)))
    .find((people) => people.length > 0)
  if (others) return { as: 'added', number, people: others, selfApproval: null }
  if (aloneBecause !== null && applicantId !== null)
    return { as: 'added', number, people: [applicantId], selfApproval: aloneBecause }
  return { as: 'nobody', number, vacant: [] }
}

const asksPresident = (step: RouteStep): boolean =>
  step.approvers.some((approver) => approver.by === 'role' && approver.role === 'president')

/** The first step of a route that nobody could decide today, whoever asked. */
export function vacantStep(
  steps: readonly RouteStep[],
  organisation: Organisation,
): { readonly number: number; readonly vacant: readonly Approver[] } | undefined {
  for (const [at, step] of steps.entries()) {
    const { people, vacant } = peopleOf(step, organisation)
    if (people.length === 0 || (step.need === 'all' && vacant.length > 0)) return { number: at + 1, vacant }
  }
  return undefined
}

export type Foreseen = {
  readonly number: number
  readonly passing: Passing | null
  readonly people: readonly string[]
  readonly selfApproval: string | null
}

/** The whole way as it would go today if each step were approved; ends early where nobody could decide. */
export function foresee(
  steps: readonly RouteStep[],
  organisation: Organisation,
  makers: Makers,
): { readonly steps: readonly Foreseen[]; readonly nobody: Extract<Way['ends'], { as: 'nobody' }> | null } {
  const seen: Foreseen[] = []
  let from = 1
  let isApproved = false
  for (;;) {
    const { passed, ends } = wayFrom(steps, from, organisation, makers, isApproved)
    for (const { number, passing } of passed) seen.push({ number, passing, people: [], selfApproval: null })
    if (ends.as === 'approved') return { steps: seen, nobody: null }
    if (ends.as === 'nobody') return { steps: seen, nobody: ends }
    const selfApproval = ends.as === 'added' ? ends.selfApproval : null
    seen.push({ number: ends.number, passing: null, people: ends.people, selfApproval })
    if (ends.as === 'added') return { steps: seen, nobody: null }
    from = ends.number + 1
    isApproved = true
  }
}
