import { byText, cell, entry } from '../log/column.ts'

/** How the events of one activity are spread over people. */
export interface Concentration {
  n: number
  people: { person: string; count: number }[]
  /** CR1: share of the person with the most, 0 to 1. */
  topShare: number
  /** Herfindahl–Hirschman index, Σ share², 1 = one person. */
  hhi: number
  /** 1 ÷ HHI: as many people sharing evenly would give the same index. */
  effectivePeople: number
}

/**
 * Spread of events over people (Hirschman, "The Paternity of an Index", American Economic Review 54(5), 1964; 1/HHI as the
 * equivalent number of equals: Adelman, Review of Economics and Statistics 51(1), 1969). `people` by count, then by name.
 */
export function concentrationOf(actors: Iterable<number>, names: readonly string[]): Concentration {
  const counts = new Int32Array(names.length)
  let n = 0
  for (const actor of actors) {
    counts[actor] = cell(counts, actor) + 1
    n += 1
  }
  const people = Array.from(counts, (count, actor) => ({ person: entry(names, actor), count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || byText(a.person, b.person))
  const hhi = people.reduce((sum, { count }) => sum + (count / n) ** 2, 0)
  return { n, people, topShare: (people[0]?.count ?? 0) / Math.max(n, 1), hhi, effectivePeople: hhi > 0 ? 1 / hhi : 0 }
}
