import { t } from '../words/words.ts'
import type { Column } from './column.ts'
import { roles } from './roles.ts'
import type { Sorting } from './use-rows.ts'

/** The head of a DataTable: widths, a button to sort by where there is an order, and the box that ticks all rows. */
export function TableHead<Row>(props: {
  readonly columns: readonly Column<Row>[]
  readonly hasBulk: boolean
  readonly table: {
    readonly sorting: Sorting
    readonly inOrder: readonly unknown[]
    readonly selected: readonly unknown[]
    readonly sortBy: (key: string) => void
    readonly selectAll: () => void
    readonly selectNone: () => void
  }
}) {
  const { table } = props
  const hasAll = table.inOrder.length > 0 && table.selected.length === table.inOrder.length
  return (
    <>
      <colgroup>
        {props.hasBulk ? <col style={{ width: '2.25rem' }} /> : null}
        {props.columns.map((column) => (
          <col key={column.key} style={column.width === undefined ? {} : { width: column.width }} />
        ))}
      </colgroup>
      <thead {...roles.rowGroup}>
        <tr {...roles.row} aria-rowindex={1}>
          {props.hasBulk ? (
            <th {...roles.columnHead} className="tick">
              <input
                type="checkbox"
                aria-label={t('すべての行を選ぶ')}
                checked={hasAll}
                onChange={hasAll ? table.selectNone : table.selectAll}
              />
            </th>
          ) : null}
          {props.columns.map((column) => (
            <HeadCell
              key={column.key}
              column={column}
              sorting={table.sorting}
              onSort={() => table.sortBy(column.key)}
            />
          ))}
        </tr>
      </thead>
    </>
  )
}

function HeadCell<Row>(props: {
  readonly column: Column<Row>
  readonly sorting: Sorting
  readonly onSort: () => void
}) {
  const { column } = props
  if (column.sortBy === undefined)
    return (
      <th {...roles.columnHead} data-align={column.align}>
        {column.head}
      </th>
    )
  const isSorted = props.sorting?.key === column.key
  const order = !isSorted ? 'none' : props.sorting?.isDescending === true ? 'descending' : 'ascending'
  return (
    <th {...roles.columnHead} data-align={column.align} aria-sort={order}>
      <button type="button" className="sort" onClick={props.onSort}>
        {column.head}
        <span aria-hidden="true" className="sort-sign">
          {order === 'ascending' ? '▲' : order === 'descending' ? '▼' : ''}
        </span>
      </button>
    </th>
  )
}
