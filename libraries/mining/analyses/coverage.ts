import { byText } from '../log/column.ts'

/** What coverage needs to know of one activity. */
interface CoveredActivity {
  activity: string
  department?: string
  doers: readonly string[]
  /** One doer stands out, but many others do it too: it is covered whoever is away. */
  isThinlySpread: boolean
  hours: number
  n: number
  legalDeadline?: string
}

/** Absence test: what has no other doer when a person is away; shares of all activities, hours and deadlines with a doer. */
export interface Absence {
  person: string
  activities: string[]
  activityShare: number
  /** Absent where the log records no hours. */
  hourShare?: number
  /** Absent where no deadline is declared. */
  deadlineShare?: number
}

/** How many people must leave before more than half of a department's work has no doer. */
export interface BusFactor {
  department: string
  count: number
  people: string[]
  /** Hours where every figure is recorded, else events. */
  measuredIn: 'hours' | 'events'
}

/** The absence test for each doer, by name. */
export function absencesOf(all: readonly CoveredActivity[]): Absence[] {
  const done = all.filter(({ doers }) => doers.length > 0)
  const people = [...new Set(done.flatMap(({ doers }) => doers))].sort(byText)
  const hours = sum(done, ({ hours }) => hours)
  const deadlines = sum(done, deadline)
  return people.map((person) => {
    const alone = done.filter(
      ({ doers, isThinlySpread }) => !isThinlySpread && doers.length === 1 && doers[0] === person,
    )
    return {
      person,
      activities: alone.map(({ activity }) => activity).sort(byText),
      activityShare: alone.length / done.length,
      ...(hours > 0 ? { hourShare: sum(alone, ({ hours }) => hours) / hours } : {}),
      ...(deadlines > 0 ? { deadlineShare: sum(alone, deadline) / deadlines } : {}),
    }
  })
}

/**
 * The bus factor of each department: the person whose absence uncovers the most work is taken away, again and again, until
 * more than 50 % of it is uncovered (greedy, as in Avelino et al., "A novel approach for estimating Truck Factors",
 * ICPC 2016, with work in the place of files). Equal cases: whoever has a hand in more work, then by name.
 */
export function busFactorsOf(all: readonly CoveredActivity[]): BusFactor[] {
  const departments = [...new Set(all.flatMap(({ department }) => department ?? []))].sort(byText)
  return departments.flatMap((department) => {
    const own = all.filter((activity) => activity.department === department && activity.doers.length > 0)
    if (own.length === 0) return []
    const measuredIn = own.every(({ hours }) => hours > 0) ? 'hours' : 'events'
    const weight = ({ hours, n }: CoveredActivity) => (measuredIn === 'hours' ? hours : n)
    return [{ department, ...removedUntilHalf(own, weight), measuredIn } as const]
  })
}

function removedUntilHalf(own: readonly CoveredActivity[], weight: (activity: CoveredActivity) => number) {
  const total = sum(own, weight)
  const left = new Set(own.flatMap(({ doers }) => doers))
  const removed: string[] = []
  const uncovered = (without: string) =>
    sum(
      own.filter((one) => !one.isThinlySpread && one.doers.every((doer) => doer === without || !left.has(doer))),
      weight,
    )
  const share = (person: string) =>
    sum(
      own.filter(({ doers }) => doers.includes(person)),
      weight,
    )
  for (let gone = 0; gone <= total / 2 && left.size > 0; ) {
    const next = [...left].sort((a, b) => uncovered(b) - uncovered(a) || share(b) - share(a) || byText(a, b))[0]
    if (next === undefined) break
    gone = uncovered(next)
    left.delete(next)
    removed.push(next)
  }
  return { count: removed.length, people: removed.sort(byText) }
}

function deadline({ legalDeadline }: CoveredActivity): number {
  return legalDeadline === undefined ? 0 : 1
}

function sum<T>(list: readonly T[], measure: (entry: T) => number): number {
  return list.reduce((total, each) => total + measure(each), 0)
}
