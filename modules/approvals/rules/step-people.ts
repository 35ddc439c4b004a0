import type { Approver, RouteStep } from '../contract.ts'

export type Placed = {
  readonly personId: string
  readonly postId: string | null
  /** Whether the post heads the department. */
  readonly heads: boolean
  /** Of the post; small numbers stand above. */
  readonly rank: number
}

/** Who stands where on the day a step opens; only people who are in the company that day. */
export type Organisation = {
  /** The people of the department, of the one above it, and so on to the top. */
  readonly applicantDepartment: readonly (readonly Placed[])[]
  readonly subjectDepartment: readonly (readonly Placed[])[]
  /** Everyone in a post that is asked for in the whole company. */
  readonly company: readonly Placed[]
  readonly presidents: readonly string[]
  readonly administrators: readonly string[]
  /** Others who approve by their role: 部門長. */
  readonly heads: readonly string[]
  /** The people whom routes name. */
  readonly named: readonly string[]
  /** Why the applicant may approve alone if nobody else can (職務分掌の例外, 一人事務所); null: never. */
  readonly aloneBecause: string | null
}

export type StepPeople = {
  readonly people: readonly string[]
  /** Approvers in whose place nobody was found. */
  readonly vacant: readonly Approver[]
  /** Nobody heads the department or any above it: the president stands at the top. */
  readonly isPresidentInstead: boolean
}

/** Who decides a step. A vacant post is looked for in the department above, up to the top. */
export function peopleOf(step: RouteStep, organisation: Organisation): StepPeople {
  const found = step.approvers.map((approver) => ({ approver, ...lookedFor(approver, organisation) }))
  return {
    people: [...new Set(found.flatMap(({ people }) => people))],
    vacant: found.filter(({ people }) => people.length === 0).map(({ approver }) => approver),
    isPresidentInstead: found.every(({ isInstead }) => isInstead),
  }
}

function lookedFor(approver: Approver, organisation: Organisation): { people: readonly string[]; isInstead: boolean } {
  const { presidents, administrators, named, company } = organisation
  switch (approver.by) {
    case 'person':
      return { people: named.filter((person) => person === approver.personId), isInstead: false }
    case 'role':
      return { people: approver.role === 'president' ? presidents : administrators, isInstead: false }
    case 'post': {
      const isHolder = ({ postId }: Placed) => postId === approver.postId
      const levels = approver.of === 'company' ? [company] : levelsOf(approver.of, organisation)
      return { people: nearest(levels, isHolder).map(({ personId }) => personId), isInstead: false }
    }
    case 'head': {
      if (approver.of === 'company') return { people: presidents, isInstead: false }
      const heads = nearest(levelsOf(approver.of, organisation), (placed) => placed.heads)
      const highest = Math.min(...heads.map(({ rank }) => rank))
      const people = heads.filter(({ rank }) => rank === highest).map(({ personId }) => personId)
      return people.length > 0 ? { people, isInstead: false } : { people: presidents, isInstead: true }
    }
  }
}

function levelsOf(of: 'applicant-department' | 'subject-department', organisation: Organisation) {
  return of === 'applicant-department' ? organisation.applicantDepartment : organisation.subjectDepartment
}

function nearest(levels: readonly (readonly Placed[])[], isAsked: (placed: Placed) => boolean): readonly Placed[] {
  return levels.map((placed) => placed.filter(isAsked)).find((placed) => placed.length > 0) ?? []
}
