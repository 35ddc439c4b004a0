import type { KeyboardEvent, ReactNode } from 'react'
import { Fragment, useEffect, useRef, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { Waiting } from '../controls/progress.tsx'
import { ThrownNote } from '../screen/error-note.tsx'
import { useKeys } from '../screen/keys.ts'
import { t } from '../words/words.ts'
import type { Column } from './column.ts'
import { cardPlacesOf } from './column.ts'
import { DataRow, GapRow } from './data-row.tsx'
import { roles } from './roles.ts'
import { TableHead } from './table-head.tsx'
import { useRows } from './use-rows.ts'
import { useWindow } from './use-window.ts'

export type DataTableProps<Row extends object> = {
  /** What the table lists, for screen readers. */
  readonly label: string
  /** Undefined while the answer is on the way. Keep the same list between renders (a query does, or `useMemo`). */
  readonly rows: readonly Row[] | undefined
  readonly rowId: (row: Row) => string
  /** Keep the same list between renders where it is long (`useMemo`), else it is sorted anew each time. */
  readonly columns: readonly Column<Row>[]
  /** Enter or a click on the row. */
  readonly onOpen?: (row: Row) => void
  /** What can be done to the selected rows; its presence adds the boxes to tick. Call `clear` when done. */
  readonly bulk?: (selected: readonly Row[], clear: () => void) => ReactNode
  /** Shown in place of rows: an `EmptyState`. */
  readonly empty?: ReactNode
  readonly error?: unknown
  /** A heading row stands before the first row of each group; give the rows in the order of their groups. */
  readonly groupOf?: (row: Row) => string
  /** Marks a row as being looked at or urgent: `current` with a bar at its left, `late` with a red one. */
  readonly markOf?: (row: Row) => 'current' | 'late' | undefined
}

/**
 * The table of every list. ↑↓ Home End PageUp PageDown move, Enter opens, Space selects, Ctrl+A selects all, Esc none.
 * On a phone each row is a card of three lines. Long lists draw only what is in sight, but print whole.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  if (props.error !== undefined && props.error !== null) return <ThrownNote error={props.error} />
  if (props.rows === undefined) return <Waiting />
  return <FilledTable {...props} rows={props.rows} />
}

function FilledTable<Row extends object>(props: DataTableProps<Row> & { readonly rows: readonly Row[] }) {
  const { columns, onOpen } = props
  const scroll = useRef<HTMLDivElement>(null)
  const takesFocus = useRef(false)
  const table = useRows(props.rows, columns, props.rowId)
  const [atId, setAtId] = useState<string | null>(null)
  const found = table.inOrder.findIndex((row) => row.id === atId)
  const at = Math.max(0, found)
  const view = useWindow(table.inOrder.length, at, scroll)
  const places = cardPlacesOf(columns)
  const hasBulk = props.bulk !== undefined

  function moveTo(next: number) {
    const bounded = Math.min(Math.max(0, next), table.inOrder.length - 1)
    const row = table.inOrder[bounded]
    if (row === undefined) return
    takesFocus.current = true
    view.bringIntoSight(bounded)
    setAtId(row.id)
    if (bounded === at) focusRow(scroll.current, bounded)
  }
  useEffect(() => {
    if (takesFocus.current) focusRow(scroll.current, at)
    takesFocus.current = false
  }, [at])
  useKeys([{ key: 'ArrowDown', says: t('一覧の行へ移る'), run: () => moveTo(at) }])

  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    const isOnRow = event.target instanceof HTMLTableRowElement
    const row = table.inOrder[at]
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -1e9, End: 1e9 }
    const by = moves[event.key]
    if (event.nativeEvent.isComposing || !isOnRow || row === undefined) return
    if (by !== undefined) moveTo(at + by)
    else if (event.key === 'Enter' && onOpen !== undefined) onOpen(row.original)
    else if (event.key === ' ' && hasBulk) table.toggle(row.id)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && hasBulk) table.selectAll()
    else if (event.key === 'Escape' && table.selected.length > 0) table.selectNone()
    else return
    event.preventDefault()
  }
  return (
    <div className="table-frame">
      <div className="table-scroll" ref={scroll}>
        <table
          className="table"
          {...(hasBulk ? roles.gridOfMany : roles.grid)}
          aria-label={props.label}
          aria-rowcount={table.inOrder.length + 1}
        >
          <TableHead columns={columns} table={table} hasBulk={hasBulk} />
          <tbody {...roles.rowGroup} onKeyDown={onKeyDown}>
            {view.drawn.map(({ at: rowAt, gapPixels }) => {
              const row = table.inOrder[rowAt]
              if (row === undefined) return null
              const group = props.groupOf?.(row.original)
              const before = table.inOrder[rowAt - 1]
              const beginsGroup =
                group !== undefined &&
                table.sorting === null &&
                (before === undefined || props.groupOf?.(before.original) !== group)
              return (
                <Fragment key={row.id}>
                  <GapRow pixels={gapPixels} />
                  {beginsGroup ? (
                    <tr className="group-row" {...roles.row}>
                      <th {...roles.rowHead} colSpan={columns.length + (hasBulk ? 1 : 0)}>
                        {group}
                      </th>
                    </tr>
                  ) : null}
                  <DataRow
                    row={row.original}
                    at={rowAt}
                    columns={columns}
                    places={places}
                    isAt={rowAt === at}
                    isSelected={table.isSelected(row.id)}
                    mark={props.markOf?.(row.original)}
                    measure={view.measure}
                    onAt={() => setAtId(row.id)}
                    {...(hasBulk ? { onToggle: () => table.toggle(row.id) } : {})}
                    {...(onOpen === undefined ? {} : { onOpen: () => onOpen(row.original) })}
                  />
                </Fragment>
              )
            })}
            <GapRow pixels={view.tailPixels} />
          </tbody>
          <TableFoot columns={columns} hasBulk={hasBulk} isShown={table.inOrder.length > 0} />
        </table>
        {table.inOrder.length === 0 ? props.empty : null}
      </div>
      {table.selected.length === 0 || props.bulk === undefined ? null : (
        <div className="bulk-bar" role="toolbar" aria-label={t('選んだ行にまとめて行うこと')}>
          <span role="status">{t('{count}件を選択中', { count: table.selected.length })}</span>
          {props.bulk(table.selected, table.selectNone)}
          <Button kind="quiet" onPress={table.selectNone}>
            {t('選択をやめる')}
          </Button>
        </div>
      )}
    </div>
  )
}

function TableFoot<Row>(props: {
  readonly columns: readonly Column<Row>[]
  readonly hasBulk: boolean
  readonly isShown: boolean
}) {
  if (!props.isShown || props.columns.every((column) => column.foot === undefined)) return null
  return (
    <tfoot>
      <tr {...roles.row}>
        {props.hasBulk ? <td {...roles.cell} /> : null}
        {props.columns.map((column) => (
          <td key={column.key} {...roles.cell} data-align={column.align}>
            {column.foot}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function focusRow(scroll: HTMLElement | null, at: number) {
  requestAnimationFrame(() => scroll?.querySelector<HTMLElement>(`tr[data-at="${at}"]`)?.focus())
}
