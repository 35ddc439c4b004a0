import { addDays, dateInWords, type LocalDate, type RefusalFace } from '@ennoshita/kernel'
import { covers, type Period } from './periods.ts'

export type DepartmentPeriod = Period & {
  readonly departmentId: string
  readonly name: string
  readonly parentId: string | null
}
export type PostPeriod = Period & { readonly postId: string; readonly heads: boolean }
export type AssignmentPeriod = Period & {
  readonly personId: string
  readonly personName: string
  readonly departmentId: string
  readonly postId: string | null
}
export type Organisation = {
  readonly departments: readonly DepartmentPeriod[]
  readonly posts: readonly PostPeriod[]
  /** At least the assignments of everyone who holds a head post; nobody else can stand in a circle. */
  readonly assignments: readonly AssignmentPeriod[]
}

/**
 * Why the organisation cannot stand from that day on: a department above itself, a department below one that does not exist
 * on that day, or two people who head each other by 兼務. Undefined when it can.
 */
export function organisationFault(organisation: Organisation, fromOn: LocalDate): RefusalFace | undefined {
  for (const on of turningDays(organisation, fromOn)) {
    const departments = new Map(
      organisation.departments.filter((each) => covers(each, on)).map((each) => [each.departmentId, each]),
    )
    const fault = treeFault(departments, organisation.departments, on) ?? headsFault(organisation, departments, on)
    if (fault) return fault
  }
  return undefined
}

/** The days from which something is different; between them nothing changes. */
function turningDays(organisation: Organisation, fromOn: LocalDate): LocalDate[] {
  const periods: Period[] = [...organisation.departments, ...organisation.posts, ...organisation.assignments]
  const days = periods.flatMap((each) => [each.fromOn, ...(each.untilOn ? [addDays(each.untilOn, 1)] : [])])
  return [...new Set([fromOn, ...days.filter((day) => day > fromOn)])].sort()
}

function treeFault(
  departments: ReadonlyMap<string, DepartmentPeriod>,
  all: readonly DepartmentPeriod[],
  on: LocalDate,
): RefusalFace | undefined {
  for (const department of departments.values()) {
    const names: string[] = []
    const passed = new Set<string>()
    for (let at: DepartmentPeriod | undefined = department; at; ) {
      names.push(at.name)
      if (passed.has(at.departmentId)) return circle('people.department-circle', names, on)
      passed.add(at.departmentId)
      if (at.parentId === null) break
      const above = departments.get(at.parentId)
      if (!above) return orphan(at, all.find((each) => each.departmentId === at?.parentId)?.name ?? '', on)
      at = above
    }
  }
  return undefined
}

function headsFault(
  organisation: Organisation,
  departments: ReadonlyMap<string, DepartmentPeriod>,
  on: LocalDate,
): RefusalFace | undefined {
  const headPosts = new Set(
    organisation.posts.filter((each) => each.heads && covers(each, on)).map((each) => each.postId),
  )
  const assignments = organisation.assignments.filter((each) => covers(each, on))
  const names = new Map(assignments.map((each) => [each.personId, each.personName]))
  const headsOf = new Map<string, string[]>()
  for (const each of assignments) {
    if (each.postId !== null && headPosts.has(each.postId))
      headsOf.set(each.departmentId, [...(headsOf.get(each.departmentId) ?? []), each.personId])
  }
  const superiors = new Map<string, Set<string>>()
  for (const each of assignments) {
    const above = superiors.get(each.personId) ?? new Set()
    for (const head of headsAbove(each, departments, headsOf)) above.add(head)
    superiors.set(each.personId, above)
  }
  const found = circleIn(superiors)
  return (
    found &&
    circle(
      'people.head-circle',
      found.map((personId) => names.get(personId) ?? ''),
      on,
    )
  )
}

/** The nearest heads above an assignment: of its department unless the person heads it, else of the one above. */
function headsAbove(
  assignment: AssignmentPeriod,
  departments: ReadonlyMap<string, DepartmentPeriod>,
  headsOf: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  for (let at = departments.get(assignment.departmentId); at; at = departments.get(at.parentId ?? '')) {
    const heads = headsOf.get(at.departmentId) ?? []
    if (heads.length > 0 && !heads.includes(assignment.personId)) return heads
  }
  return []
}

/** The first circle in a graph as the names passed, the first one again at the end. */
function circleIn(above: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const cleared = new Set<string>()
  const walk = (person: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(person)) return [...path.slice(path.indexOf(person)), person]
    if (cleared.has(person)) return undefined
    for (const superior of above.get(person) ?? []) {
      const found = walk(superior, [...path, person])
      if (found) return found
    }
    cleared.add(person)
    return undefined
  }
  for (const person of above.keys()) {
    const found = walk(person, [])
    if (found) return found
  }
  return undefined
}

function circle(code: 'people.department-circle' | 'people.head-circle', names: readonly string[], on: LocalDate) {
  const path = names.join(' → ')
  const isDepartment = code === 'people.department-circle'
  return {
    kind: 'bad-input',
    code,
    what: isDepartment
      ? {
          ja: `${dateInWords(on)}の時点で、部署の上下が輪になります：${path}`,
          en: `On ${on} the departments would stand above each other in a circle: ${path}`,
        }
      : {
          ja: `${dateInWords(on)}の時点で、兼務により上司と部下が輪になります：${path}`,
          en: `On ${on} people would head each other in a circle: ${path}`,
        },
    field: isDepartment ? 'parentId' : 'departmentId',
    rule: {
      says: isDepartment
        ? { ja: '部署は、自分より下の部署の下には置けません。', en: 'A department does not stand below itself.' }
        : {
            ja: '部署の長をたどって自分に戻る所属は登録できません。承認が決まらなくなるためです。',
            en: 'Following the heads must not lead back to oneself: approvals would never end.',
          },
    },
    todo: isDepartment
      ? { ja: '上位の部署か、適用日を見直してください。', en: 'Choose another parent or another date.' }
      : {
          ja: 'どちらかの兼務の役職・部署・期間を見直してください。',
          en: 'Review the post, department or dates of one of the assignments.',
        },
  } as const
}

function orphan(department: DepartmentPeriod, parentName: string, on: LocalDate): RefusalFace {
  return {
    kind: 'bad-input',
    code: 'people.department-without-parent',
    what: {
      ja: `「${department.name}」の上位の部署「${parentName}」は、${dateInWords(on)}の時点では存在しません。`,
      en: `On ${on} the parent "${parentName}" of "${department.name}" does not exist.`,
    },
    field: 'parentId',
    rule: {
      says: {
        ja: '上位の部署は、下の部署がある間ずっと存在している必要があります。',
        en: 'A parent exists as long as what is below it.',
      },
    },
    todo: {
      ja: `先に「${department.name}」の所属先を変えるか廃止してください。または適用日を見直してください。`,
      en: `Move or close "${department.name}" first, or choose another date.`,
    },
  }
}
