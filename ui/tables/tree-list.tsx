import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'

export type TreeEntry = {
  readonly key: string
  readonly label: string
  readonly count?: number
  readonly children?: readonly TreeEntry[]
}

/** Two levels to choose from, with counts. ↑↓ move, → opens, ← closes, Enter or Space chooses. */
export function TreeList(props: {
  readonly label: string
  readonly entries: readonly TreeEntry[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}) {
  const { entries, chosen } = props
  const frame = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const holdsChosen = (entry: TreeEntry) =>
    entry.key === chosen || entry.children?.some((child) => child.key === chosen) === true
  const isOpen = (entry: TreeEntry) => opened.has(entry.key) || holdsChosen(entry)
  const shown = entries.flatMap((entry) => [
    { entry, level: 1, parent: null },
    ...(isOpen(entry) ? (entry.children ?? []).map((child) => ({ entry: child, level: 2, parent: entry })) : []),
  ])
  const [atKey, setAtKey] = useState(chosen)
  const at = Math.max(
    0,
    shown.findIndex(({ entry }) => entry.key === atKey),
  )

  function goTo(place: number) {
    const next = shown[Math.min(Math.max(0, place), shown.length - 1)]
    if (next === undefined) return
    setAtKey(next.entry.key)
    const items = frame.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')
    items?.[shown.indexOf(next)]?.focus()
  }
  function open(entry: TreeEntry, isOpened: boolean) {
    const next = new Set(opened)
    if (isOpened) next.add(entry.key)
    else next.delete(entry.key)
    setOpened(next)
  }
  function onKeyDown(event: KeyboardEvent) {
    const here = shown[at]
    if (here === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }
    const to = moves[event.key]
    if (to !== undefined) goTo(to)
    else if (event.key === 'ArrowRight' && here.entry.children !== undefined) open(here.entry, true)
    else if (event.key === 'ArrowLeft' && here.parent !== null)
      goTo(shown.findIndex(({ entry }) => entry === here.parent))
    else if (event.key === 'ArrowLeft') open(here.entry, false)
    else if (event.key === 'Enter' || event.key === ' ') props.onChoose(here.entry.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={frame} className="tree" role="tree" aria-label={props.label} onKeyDown={onKeyDown}>
      {shown.map(({ entry, level }, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to the keys of all its rows
        <div
          key={entry.key}
          role="treeitem"
          className="tree-row"
          aria-level={level}
          aria-selected={entry.key === chosen}
          aria-expanded={entry.children === undefined || entry.children.length === 0 ? undefined : isOpen(entry)}
          tabIndex={place === at ? 0 : -1}
          onClick={() => {
            setAtKey(entry.key)
            props.onChoose(entry.key)
          }}
        >
          <span className="tree-label">{entry.label}</span>
          {entry.count === undefined ? null : <span className="tree-count figure">{entry.count}</span>}
        </div>
      ))}
    </div>
  )
}
