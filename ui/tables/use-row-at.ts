import type { KeyboardEvent, RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '../screen/keys.ts'
import { t } from '../words/words.ts'
import type { RowAct } from './data-table.tsx'
import type { RowsOnScreen } from './use-rows.ts'

const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: -1_000_000,
  End: 1_000_000,
}

/** Which row is at hand, and the keys that move from it, open it and select it. */
export function useRowAt<Row extends object>(
  table: RowsOnScreen<Row>,
  scroll: RefObject<HTMLElement | null>,
  about: {
    readonly hasBulk: boolean
    readonly onOpen?: ((row: Row) => void) | undefined
    readonly acts?: readonly RowAct<Row>[] | undefined
    /** The rows that stand in one group with this one. */
    readonly groupIds?: ((row: Row) => readonly string[]) | undefined
  },
) {
  const [atId, setAtId] = useState<string | null>(null)
  const bringIntoSight = useRef((_row: number) => {})
  const takesFocus = useRef(false)
  const lastAt = useRef(0)
  const hadFocus = useRef(false)
  const found = table.inOrder.findIndex((row) => row.id === atId)
  const isGone = found < 0 && atId !== null
  const at = found >= 0 ? found : Math.max(0, Math.min(isGone ? lastAt.current : 0, table.inOrder.length - 1))
  lastAt.current = at

  function moveTo(next: number) {
    const bounded = Math.min(Math.max(0, next), table.inOrder.length - 1)
    const row = table.inOrder[bounded]
    if (row === undefined) return
    takesFocus.current = true
    bringIntoSight.current(bounded)
    setAtId(row.id)
    if (bounded === at) focusRow(scroll.current, bounded)
  }
  useEffect(() => {
    if (takesFocus.current) focusRow(scroll.current, at)
    takesFocus.current = false
  }, [at, scroll])
  useEffect(() => {
    if (isGone && hadFocus.current && document.activeElement === document.body) focusRow(scroll.current, at)
    hadFocus.current = scroll.current?.contains(document.activeElement) === true
  })
  useKeys([{ key: 'ArrowDown', says: t('一覧の行へ移る'), run: focusFirstTable }])

  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    const row = table.inOrder[at]
    const by = moves[event.key]
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLTableRowElement) || row === undefined) return
    if (by !== undefined) moveTo(at + by)
    else if (event.key === 'Enter' && about.onOpen !== undefined) about.onOpen(row.original)
    else if (event.key === ' ' && about.hasBulk && event.shiftKey && about.groupIds !== undefined)
      table.toggleAll(about.groupIds(row.original))
    else if (event.key === ' ' && about.hasBulk) table.toggle(row.id)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && about.hasBulk) table.selectAll()
    else if (event.key === 'Escape' && table.selected.length > 0) table.selectNone()
    else if (!runAct(event, row.original)) return
    event.preventDefault()
  }
  function runAct(event: KeyboardEvent, row: Row): boolean {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const act = about.acts?.find((candidate) => candidate.key === event.key.toLowerCase())
    if (!isPlain || act === undefined) return false
    act.run(table.selected.length > 0 ? table.selected : [row], table.selectNone)
    return true
  }
  return { at, setAtId, onKeyDown, bringIntoSight }
}

/** Where several tables stand on a screen, the first one is entered; Tab goes on to the next. */
function focusFirstTable() {
  document.querySelector<HTMLElement>('main tr.data-row[tabindex="0"]')?.focus()
}

function focusRow(scroll: HTMLElement | null, at: number) {
  requestAnimationFrame(() => scroll?.querySelector<HTMLElement>(`tr[data-at="${at}"]`)?.focus())
}
