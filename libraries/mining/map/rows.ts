import { entry } from '../log/column.ts'

/** A downward link between two numbered nodes; `weight` is how much its length costs. */
export interface Link {
  upper: number
  lower: number
  weight: number
}

/**
 * The row of each node, links pointing down: longest paths first, then nodes move up or down within the room their links
 * leave until no move shortens Σ weight × length (layer assignment of Sugiyama, Tagawa & Toda, IEEE SMC 11(2), 1981, with
 * the objective of Gansner et al., "A Technique for Drawing Directed Graphs", IEEE TSE 19(3), 1993, §2). Nodes must be
 * numbered in an order in which every link leads from a smaller to a larger number.
 */
export function rowsOf(nodeCount: number, links: readonly Link[]): number[] {
  const rows: number[] = []
  const above: Link[][] = Array.from({ length: nodeCount }, () => [])
  const below: Link[][] = Array.from({ length: nodeCount }, () => [])
  for (const link of links) {
    entry(above, link.lower).push(link)
    entry(below, link.upper).push(link)
  }
  for (let node = 0; node < nodeCount; node++)
    rows.push(Math.max(0, ...entry(above, node).map(({ upper }) => entry(rows, upper) + 1)))
  const bottom = Math.max(...rows)
  for (let pass = 0, moved = true; moved && pass < nodeCount * 2; pass++) {
    moved = false
    for (let node = nodeCount - 1; node >= 0; node--) {
      const top = Math.max(0, ...entry(above, node).map(({ upper }) => entry(rows, upper) + 1))
      const floor = Math.min(bottom, ...entry(below, node).map(({ lower }) => entry(rows, lower) - 1))
      const pull = weightOf(entry(below, node)) - weightOf(entry(above, node))
      const best = pull > 0 ? floor : pull < 0 ? top : entry(rows, node)
      if (best !== entry(rows, node)) moved = true
      rows[node] = best
    }
  }
  const used = [...new Set(rows)].sort((a, b) => a - b)
  return rows.map((row) => used.indexOf(row))
}

function weightOf(links: readonly Link[]): number {
  return links.reduce((sum, { weight }) => sum + weight, 0)
}
