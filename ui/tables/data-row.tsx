import type { MouseEvent } from 'react'
import { t } from '../words/words.ts'
import type { CardPlace, Column } from './column.ts'
import { roles } from './roles.ts'

/** One row of a DataTable. */
export function DataRow<Row>(props: {
  readonly row: Row
  readonly at: number
  readonly columns: readonly Column<Row>[]
  readonly places: readonly CardPlace[]
  readonly isAt: boolean
  readonly isSelected: boolean
  readonly mark: 'current' | 'late' | undefined
  readonly measure: ((element: HTMLTableRowElement | null) => void) | undefined
  readonly onAt: () => void
  readonly onOpen?: () => void
  readonly onToggle?: () => void
}) {
  const { onOpen, onToggle } = props
  function onClick(event: MouseEvent) {
    if (isOnControl(event) || window.getSelection()?.isCollapsed === false) return
    props.onAt()
    onOpen?.()
  }
  return (
    <tr
      ref={props.measure}
      {...roles.row}
      className="data-row"
      data-at={props.at}
      data-index={props.at}
      data-mark={props.mark}
      data-opens={onOpen === undefined ? undefined : ''}
      aria-rowindex={props.at + 2}
      aria-selected={onToggle === undefined ? undefined : props.isSelected}
      tabIndex={props.isAt ? 0 : -1}
      onFocus={props.onAt}
      onClick={onClick}
    >
      {onToggle === undefined ? null : (
        <td {...roles.cell} className="tick" data-card="tick">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('この行を選ぶ')}
            checked={props.isSelected}
            onChange={onToggle}
          />
        </td>
      )}
      {props.columns.map((column, index) => (
        <td
          key={column.key}
          {...roles.cell}
          data-align={column.align}
          data-card={props.places[index]}
          data-fixed={column.width === undefined ? undefined : ''}
        >
          {column.cell(props.row)}
        </td>
      ))}
    </tr>
  )
}

/** The height of rows that are not drawn. */
export function GapRow({ pixels }: { readonly pixels: number }) {
  if (pixels <= 0) return null
  return (
    <tr {...roles.hidden} className="gap-row">
      <td style={{ height: pixels }} />
    </tr>
  )
}

function isOnControl(event: MouseEvent): boolean {
  const row = event.currentTarget
  const control =
    event.target instanceof Element ? event.target.closest('a, button, input, select, textarea, label') : null
  return control !== null && row.contains(control)
}
