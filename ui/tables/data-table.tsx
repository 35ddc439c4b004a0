import type { ReactNode } from 'react'
import { Fragment, useRef } from 'react'
import { Button } from '../controls/button.tsx'
import { Waiting } from '../controls/progress.tsx'
import { ThrownNote } from '../screen/error-note.tsx'
import { t } from '../words/words.ts'
import type { Column } from './column.ts'
import { cardPlacesOf } from './column.ts'
import { DataRow, GapRow } from './data-row.tsx'
import { roles } from './roles.ts'
import { TableHead } from './table-head.tsx'
import { useRowAt } from './use-row-at.ts'
import type { RowsOnScreen } from './use-rows.ts'
import { useRows } from './use-rows.ts'
import { useWindow } from './use-window.ts'

export type RowAct<Row> = {
  readonly key: string
  readonly run: (rows: readonly Row[], clear: () => void) => void
}

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
  /** What single keys do to the selected rows, or to the row at hand where none is selected. Say them beside the table. */
  readonly acts?: readonly RowAct<Row>[]
  /** Shown in place of rows: an `EmptyState`. */
  readonly empty?: ReactNode
  readonly error?: unknown
  /** A heading row stands before the first row of each group; give the rows in the order of their groups. */
  readonly groupOf?: (row: Row) => string
  /** Marks a row as being looked at or urgent: `current` with a bar at its left, `late` with a red one. */
  readonly markOf?: (row: Row) => 'current' | 'late' | undefined
}

/**
 * The table of every list. ↑↓ Home End PageUp PageDown move, Enter opens, Space selects, Shift+Space the whole group,
 * Ctrl+A selects all, Esc none.
 * On a phone each row is a card of three lines. Long lists draw only what is in sight, but print whole.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  if (props.error !== undefined && props.error !== null) return <ThrownNote error={props.error} />
  if (props.rows === undefined) return <Waiting />
  return <FilledTable {...props} rows={props.rows} />
}

function FilledTable<Row extends object>(props: DataTableProps<Row> & { readonly rows: readonly Row[] }) {
  const { columns, bulk, groupOf } = props
  const hasBulk = bulk !== undefined
  const scroll = useRef<HTMLDivElement>(null)
  const table = useRows(props.rows, columns, props.rowId)
  const groupIds = groupOf === undefined || table.sorting !== null ? undefined : groupIdsOf(table, groupOf)
  const hand = useRowAt(table, scroll, { hasBulk, onOpen: props.onOpen, acts: props.acts, groupIds })
  const view = useWindow(table.inOrder.length, hand.at, scroll)
  hand.bringIntoSight.current = view.bringIntoSight
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
          <TableBody about={props} table={table} hand={hand} view={view} />
          <TableFoot columns={columns} hasBulk={hasBulk} isShown={table.inOrder.length > 0} />
        </table>
        {table.inOrder.length === 0 ? props.empty : null}
      </div>
      {table.selected.length === 0 || bulk === undefined ? null : (
        <div className="bulk-bar" role="toolbar" aria-label={t('選んだ行にまとめて行うこと')}>
          <span role="status">{t('{count}件を選択中', { count: table.selected.length })}</span>
          {bulk(table.selected, table.selectNone)}
          <Button kind="quiet" onPress={table.selectNone}>
            {t('選択をやめる')}
          </Button>
        </div>
      )}
    </div>
  )
}

function TableBody<Row extends object>(props: {
  readonly about: DataTableProps<Row>
  readonly table: RowsOnScreen<Row>
  readonly hand: ReturnType<typeof useRowAt<Row>>
  readonly view: ReturnType<typeof useWindow>
}) {
  const { about, table, hand, view } = props
  const { columns, onOpen, groupOf } = about
  const hasBulk = about.bulk !== undefined
  const places = cardPlacesOf(columns)
  return (
    <tbody {...roles.rowGroup} onKeyDown={hand.onKeyDown}>
      {view.drawn.map(({ at, gapPixels }) => {
        const row = table.inOrder[at]
        if (row === undefined) return null
        const group = table.sorting === null ? groupOf?.(row.original) : undefined
        const before = table.inOrder[at - 1]
        const beginsGroup = group !== undefined && (before === undefined || groupOf?.(before.original) !== group)
        return (
          <Fragment key={row.id}>
            <GapRow pixels={gapPixels} />
            {beginsGroup ? (
              <GroupRow
                head={group}
                columnCount={columns.length}
                {...(hasBulk ? { table, ids: groupIdsOf(table, about.groupOf)(row.original) } : {})}
              />
            ) : null}
            <DataRow
              row={row.original}
              at={at}
              columns={columns}
              places={places}
              isAt={at === hand.at}
              isSelected={table.isSelected(row.id)}
              mark={about.markOf?.(row.original)}
              measure={view.measure}
              onAt={() => hand.setAtId(row.id)}
              {...(hasBulk ? { onToggle: () => table.toggle(row.id) } : {})}
              {...(onOpen === undefined ? {} : { onOpen: () => onOpen(row.original) })}
            />
          </Fragment>
        )
      })}
      <GapRow pixels={view.tailPixels} />
    </tbody>
  )
}

/** The ids of all rows that stand in one group with a row. */
function groupIdsOf<Row extends object>(table: RowsOnScreen<Row>, groupOf: ((row: Row) => string) | undefined) {
  return (row: Row) =>
    table.inOrder.filter((other) => groupOf?.(other.original) === groupOf?.(row)).map((other) => other.id)
}

/** The heading of a group; with the box that ticks the whole group where rows can be ticked. */
function GroupRow<Row extends object>(props: {
  readonly head: string
  readonly columnCount: number
  readonly table?: RowsOnScreen<Row>
  readonly ids?: readonly string[]
}) {
  const { head, table, ids = [] } = props
  return (
    <tr className="group-row" {...roles.row}>
      {table === undefined ? null : (
        <th {...roles.rowHead} className="tick">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('「{name}」をすべて選ぶ', { name: head })}
            checked={ids.every(table.isSelected)}
            onChange={() => table.toggleAll(ids)}
          />
        </th>
      )}
      <th {...roles.rowHead} colSpan={props.columnCount}>
        {head}
      </th>
    </tr>
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
        {props.hasBulk ? <td {...roles.cell} className="tick" /> : null}
        {props.columns.map((column) => (
          <td key={column.key} {...roles.cell} data-align={column.align}>
            {column.foot}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
