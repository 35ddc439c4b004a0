import type { ColumnDef, RowSelectionState, SortingState } from '@tanstack/react-table'
import {
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { Column } from './column.ts'
import { compareForSort } from './column.ts'

const features = tableFeatures({ rowSortingFeature, rowSelectionFeature, sortedRowModel: createSortedRowModel() })

export type Sorting = { readonly key: string; readonly isDescending: boolean } | null

/** The rows in the order on the screen, and which of them are selected. */
export function useRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  rowId: (row: Row) => string,
) {
  const [sorting, setSorting] = useState<SortingState>([])
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({})
  const definitions = useMemo(
    () =>
      columns.map(
        ({ key, sortBy }): ColumnDef<typeof features, Row> => ({
          id: key,
          accessorFn: (row) => sortBy?.(row) ?? undefined,
          enableSorting: sortBy !== undefined,
          sortUndefined: 'last',
          sortFn: (a, b, id) => compareForSort(a.getValue<string | number>(id), b.getValue<string | number>(id)),
        }),
      ),
    [columns],
  )
  const data = useMemo(() => [...rows], [rows])
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    state: { sorting, rowSelection },
    onSortingChange: setSorting,
    onRowSelectionChange: setRowSelection,
  })
  const inOrder = table.getRowModel().rows
  const first = sorting[0]
  const current: Sorting = first === undefined ? null : { key: first.id, isDescending: first.desc }
  return {
    inOrder,
    sorting: current,
    sortBy: (key: string) => setSorting(nextSorting(current, key)),
    selected: inOrder.filter((row) => rowSelection[row.id] === true).map((row) => row.original),
    isSelected: (id: string) => rowSelection[id] === true,
    toggle: (id: string) => setRowSelection((before) => toggled(before, id)),
    toggleAll: (ids: readonly string[]) => setRowSelection((before) => allToggled(before, ids)),
    selectAll: () => setRowSelection(Object.fromEntries(inOrder.map((row) => [row.id, true]))),
    selectNone: () => setRowSelection({}),
  }
}

function nextSorting(current: Sorting, key: string): SortingState {
  if (current?.key !== key) return [{ id: key, desc: false }]
  return current.isDescending ? [] : [{ id: key, desc: true }]
}

function toggled(selection: RowSelectionState, id: string): RowSelectionState {
  const { [id]: wasSelected, ...others } = selection
  return wasSelected === true ? others : { ...others, [id]: true }
}

/** Selects them all; where all were selected, none of them. */
function allToggled(selection: RowSelectionState, ids: readonly string[]): RowSelectionState {
  const hasAll = ids.every((id) => selection[id] === true)
  const others = Object.entries(selection).filter(([id]) => !ids.includes(id))
  return Object.fromEntries([...others, ...(hasAll ? [] : ids.map((id) => [id, true] as const))])
}

export type RowsOnScreen<Row extends object> = ReturnType<typeof useRows<Row>>
