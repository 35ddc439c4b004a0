import type { ReactNode } from 'react'

export type OutlineEntry = {
  readonly key: string
  /** How deep it stands; 0 at the top. Entries come in the order in which they are read. */
  readonly depth: number
  readonly head: ReactNode
  readonly children?: ReactNode
}

type Branch = { readonly entry: OutlineEntry; readonly below: readonly Branch[] }

/** What stands under what: an organisation chart, drawn as a tree with lines; it prints and reads aloud in its order. */
export function Outline({ label, entries }: { readonly label: string; readonly entries: readonly OutlineEntry[] }) {
  return (
    <section className="outline" aria-label={label}>
      <Branches branches={branchesOf(entries)} />
    </section>
  )
}

function Branches({ branches }: { readonly branches: readonly Branch[] }) {
  return (
    <ul className="outline-list">
      {branches.map(({ entry, below }) => (
        <li key={entry.key}>
          <div className="outline-entry">
            <div className="outline-head">{entry.head}</div>
            {entry.children === undefined ? null : <div className="outline-words">{entry.children}</div>}
          </div>
          {below.length === 0 ? null : <Branches branches={below} />}
        </li>
      ))}
    </ul>
  )
}

function branchesOf(entries: readonly OutlineEntry[]): readonly Branch[] {
  const branches: Branch[] = []
  for (let at = 0; at < entries.length; ) {
    const entry = entries[at]
    if (entry === undefined) break
    const next = entries.findIndex((other, place) => place > at && other.depth <= entry.depth)
    const end = next === -1 ? entries.length : next
    branches.push({ entry, below: branchesOf(entries.slice(at + 1, end)) })
    at = end
  }
  return branches
}
