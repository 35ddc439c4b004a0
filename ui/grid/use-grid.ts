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
  const { grid, change, undo } = useChanges(source)
  const lineCount = rows.length + (newRow === undefined ? 0 : 1)
  const corners: readonly [Place, Place] = [anchor ?? at, at]
  const edges = edgesOf(corners)

  function write(from: Place, texts: readonly (readonly string[])[]) {
    change(writeTexts(grid, columns, rowId, from, texts, newRow))
  }
  function textAt(place: Place): string {
    const row = rows[place.row]
    const column = columns[place.column]
    if (row === undefined || column === undefined) return ''
    return grid.unread[cellName(rowId(row), column.key)]?.text ?? writeCell(column, row)
  }
  /** Keeps what was typed, or the `text` that it stands for. */
  function commit(text: string | null = typed) {
    if (text === null) return
    setTyped(null)
    if (text !== textAt(at)) write(at, [[text]])
  }
  function goTo(place: Place, marks: boolean, text: string | null = typed) {
    commit(text)
    setAnchor(marks ? (anchor ?? at) : null)
    const row = Math.min(Math.max(0, place.row), Math.max(0, lineCount - 1))
    setAt({ row, column: Math.min(Math.max(0, place.column), columns.length - 1) })
  }
  const copied = () => textsBetween(grid, columns, rowId, corners)
  function fillRange(lines: readonly (readonly string[])[]) {
    if (lines.length > 0) write({ row: edges.top, column: edges.left }, lines)
  }
  return {
    at,
    typed,
    unread: grid.unread,
    corners,
    lineCount,
    textAt,
    goTo,
    commit,
    undo,
    copied,
    type: setTyped,
    cancel: () => setTyped(null),
    clearRange: () => fillRange(copied().map((line) => line.map(() => ''))),
    fillDown: () => fillRange(copied().map((line, _, lines) => lines[0] ?? line)),
    paste: (texts: readonly (readonly string[])[]) => {
      fillRange(texts)
      setAnchor({ row: edges.top, column: edges.left })
      const right = Math.min(edges.left + (texts[0]?.length ?? 1), columns.length) - 1
      const last = edges.top + texts.length - 1
      setAt({ row: newRow === undefined ? Math.min(last, rows.length - 1) : last, column: right })
    },
    removeRows: () => {
      change(withoutRows(grid, rowId, edges.top, edges.bottom))
      setAnchor(null)
    },
  }
}

export type Grid = ReturnType<typeof useGrid<object>>

/** What stands in the grid, and the hundred states before it. */
function useChanges<Row extends object>(source: GridSource<Row>) {
  const [unread, setUnread] = useState<UnreadCells>({})
  const past = useRef<GridRows<Row>[]>([])
  const grid: GridRows<Row> = { rows: source.rows, unread }
  function show(next: GridRows<Row>) {
    setUnread(next.unread)
    source.onChange(next.rows, Object.keys(next.unread).length)
  }
  return {
    grid,
    change: (next: GridRows<Row>) => {
      past.current = [...past.current.slice(1 - keptSteps), grid]
      show(next)
    },
    undo: () => {
      const before = past.current.pop()
      if (before !== undefined) show(before)
    },
  }
}

function withoutRows<Row>(
  grid: GridRows<Row>,
  rowId: (row: Row) => string,
  top: number,
  bottom: number,
): GridRows<Row> {
  const gone = new Set(grid.rows.slice(top, bottom + 1).map(rowId))
  const unread = Object.entries(grid.unread).filter(([name]) => !gone.has(name.split(' ')[0] ?? ''))
  return { rows: grid.rows.filter((row) => !gone.has(rowId(row))), unread: Object.fromEntries(unread) }
}
