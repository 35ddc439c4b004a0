import { useRef, useState } from 'react'
import type { GridColumn, UnreadCells } from './cells.ts'
import { cellName, writeCell } from './cells.ts'
import type { GridRows, Place } from './paste.ts'
import { edgesOf, textsBetween, writeTexts } from './paste.ts'

export type GridSource<Row extends object> = {
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
  readonly rowId: (row: Row) => string
  /** Told every change with the number of cells that cannot be read yet: save only when it is 0. */
  readonly onChange: (rows: readonly Row[], unreadCells: number) => void
  /** Makes an empty row with an id of its own; its presence keeps one empty line at the end. */
  readonly newRow?: (() => Row) | undefined
}

const keptSteps = 100

/** The state of an EditableGrid: where one is, what is being typed, what could not be read, and the way back. */
export function useGrid<Row extends object>(source: GridSource<Row>) {
  const { rows, columns, rowId, newRow } = source
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<Place | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [unread, setUnread] = useState<UnreadCells>({})
  const past = useRef<GridRows<Row>[]>([])
  const grid: GridRows<Row> = { rows, unread }
  const lineCount = rows.length + (newRow === undefined ? 0 : 1)
  const corners: readonly [Place, Place] = [anchor ?? at, at]

  function change(next: GridRows<Row>) {
    past.current = [...past.current.slice(1 - keptSteps), grid]
    setUnread(next.unread)
    source.onChange(next.rows, Object.keys(next.unread).length)
  }
  function write(from: Place, texts: readonly (readonly string[])[]) {
    change(writeTexts(grid, columns, rowId, from, texts, newRow))
  }
  function commit() {
    if (typed === null) return
    setTyped(null)
    if (typed !== textAt(at)) write(at, [[typed]])
  }
  function textAt(place: Place): string {
    const row = rows[place.row]
    const column = columns[place.column]
    if (row === undefined || column === undefined) return ''
    return unread[cellName(rowId(row), column.key)]?.text ?? writeCell(column, row)
  }
  function goTo(place: Place, extends_: boolean) {
    commit()
    setAnchor(extends_ ? (anchor ?? at) : null)
    const row = Math.min(Math.max(0, place.row), Math.max(0, lineCount - 1))
    setAt({ row, column: Math.min(Math.max(0, place.column), columns.length - 1) })
  }
  function fillRange(textOf: (down: number, right: number) => string) {
    const { top, bottom, left, right } = edgesOf(corners)
    const lastRow = Math.min(bottom, rows.length - 1)
    if (lastRow < top) return
    const lines = Array.from({ length: lastRow - top + 1 }, (_, down) =>
      Array.from({ length: right - left + 1 }, (_, across) => textOf(down, across)),
    )
    write({ row: top, column: left }, lines)
  }
  return {
    at,
    typed,
    unread,
    corners,
    lineCount,
    textAt,
    goTo,
    commit,
    type: setTyped,
    cancel: () => setTyped(null),
    clearRange: () => fillRange(() => ''),
    fillDown: () => {
      const first = textsBetween(grid, columns, rowId, corners)[0]
      fillRange((_, right) => first?.[right] ?? '')
    },
    copied: () => textsBetween(grid, columns, rowId, corners),
    paste: (texts: readonly (readonly string[])[]) => {
      const { top, left } = edgesOf(corners)
      write({ row: top, column: left }, texts)
      setAnchor({ row: top, column: left })
      setAt({ row: top + texts.length - 1, column: Math.min(left + (texts[0]?.length ?? 1), columns.length) - 1 })
    },
    removeRows: () => {
      const { top, bottom } = edgesOf(corners)
      const gone = new Set(rows.slice(top, bottom + 1).map(rowId))
      const left = Object.entries(unread).filter(([name]) => !gone.has(name.split(' ')[0] ?? ''))
      change({ rows: rows.filter((row) => !gone.has(rowId(row))), unread: Object.fromEntries(left) })
      setAnchor(null)
    },
    undo: () => {
      const before = past.current.pop()
      if (before === undefined) return
      setUnread(before.unread)
      source.onChange(before.rows, Object.keys(before.unread).length)
    },
  }
}

export type Grid = ReturnType<typeof useGrid<object>>
