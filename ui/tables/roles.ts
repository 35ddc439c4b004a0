/**
 * The roles of a table whose rows are moved through by keyboard. They are written out because an element that is laid out as
 * a card on a phone loses its own role.
 */
export const roles = {
  grid: { role: 'grid' },
  gridOfMany: { role: 'grid', 'aria-multiselectable': true },
  rowGroup: { role: 'rowgroup' },
  row: { role: 'row' },
  hidden: { 'aria-hidden': true },
  cell: { role: 'gridcell' },
  columnHead: { role: 'columnheader', scope: 'col' },
  rowHead: { role: 'rowheader', scope: 'row' },
} as const
