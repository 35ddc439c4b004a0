import { useEffect, useId, useRef, useState } from 'react'
import { GapRow } from '../tables/data-row.tsx'
import { roles } from '../tables/roles.ts'
import { useWindow } from '../tables/use-window.ts'
import { language, t } from '../words/words.ts'
import { CellInput } from './cell-input.tsx'
import { cellName } from './cells.ts'
import { edgesOf } from './paste.ts'
import type { GridSource } from './use-grid.ts'
import { useGrid } from './use-grid.ts'

/**
 * A table edited like a spreadsheet: arrows move, typing or F2 edits, Enter and Tab go on, Shift+arrows mark, Ctrl+C and
 * Ctrl+V exchange with Excel, Ctrl+D fills down, Delete empties, Ctrl+Delete removes rows, Ctrl+Z takes back.
 * What cannot be read stays as written with a sentence. Esc, then Tab, leaves the grid.
 */
export function EditableGrid<Row extends object>(
  props: GridSource<Row> & {
    readonly label: string
    /** The server's or a rule's complaints, by `cellName(rowId, key)`. */
    readonly errors?: Readonly<Record<string, string>>
    readonly canRemove?: boolean
  },
) {
  const { columns, rows, rowId } = props
  const grid = useGrid(props)
  const scroll = useRef<HTMLDivElement>(null)
  const [hasFocus, setFocus] = useState(false)
  const helpId = useId()
  const view = useWindow(grid.lineCount, grid.at.row, scroll)
  const bringIntoSight = useRef(view.bringIntoSight)
  bringIntoSight.current = view.bringIntoSight
  useEffect(() => {
    if (hasFocus) bringIntoSight.current(grid.at.row)
  }, [grid.at.row, hasFocus])
  const edges = edgesOf(grid.corners)
  const isMany = edges.top !== edges.bottom || edges.left !== edges.right

  function sentenceAt(at: number, key: string): string | undefined {
    const row = rows[at]
    if (row === undefined) return undefined
    const name = cellName(rowId(row), key)
    const unread = grid.unread[name]
    return unread === undefined ? props.errors?.[name] : unread.sentence[language()]
  }
  const here = sentenceAt(grid.at.row, columns[grid.at.column]?.key ?? '')
  return (
    <div className="table-frame" data-grid="">
      <div className="table-scroll" ref={scroll}>
        <table className="table grid" {...roles.grid} aria-label={props.label} aria-rowcount={grid.lineCount + 1}>
          <GridHead columns={columns} />
          <tbody>
            {view.drawn.map(({ at, gapPixels }) => [
              <GapRow key={`gap-${at}`} pixels={gapPixels} />,
              <tr key={at} aria-rowindex={at + 2} data-index={at} ref={view.measure}>
                <th scope="row" className="line-number">
                  {at < rows.length ? at + 1 : <span aria-hidden="true">＋</span>}
                  {at < rows.length ? null : <span className="only-read-out">{t('新しい行')}</span>}
                </th>
                {columns.map((column, across) => {
                  const isAt = grid.at.row === at && grid.at.column === across
                  const sentence = sentenceAt(at, column.key)
                  const isMarked =
                    isMany && at >= edges.top && at <= edges.bottom && across >= edges.left && across <= edges.right
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the input of the cell at hand listens to the keys
                    <td
                      key={column.key}
                      {...roles.cell}
                      data-align={isFigure(column.kind) ? 'end' : undefined}
                      data-at={isAt && hasFocus ? '' : undefined}
                      data-marked={isMarked && hasFocus ? '' : undefined}
                      data-read-only={column.isReadOnly === true ? '' : undefined}
                      aria-invalid={sentence === undefined ? undefined : true}
                      title={sentence}
                      onClick={(event) => {
                        if (isAt && hasFocus) return
                        setFocus(true)
                        grid.goTo({ row: at, column: across }, event.shiftKey)
                      }}
                    >
                      {isAt ? (
                        <CellInput
                          grid={grid}
                          column={column}
                          columnCount={columns.length}
                          label={t('{row}行目 {head}', { row: at + 1, head: column.head })}
                          describedBy={helpId}
                          isInvalid={sentence !== undefined}
                          hasFocus={hasFocus}
                          canRemove={props.canRemove === true}
                          onFocus={setFocus}
                        />
                      ) : (
                        grid.textAt({ row: at, column: across })
                      )}
                    </td>
                  )
                })}
              </tr>,
            ])}
            <GapRow pixels={view.tailPixels} />
          </tbody>
        </table>
      </div>
      <p className="grid-foot" id={helpId} data-invalid={here === undefined ? undefined : ''}>
        {here ?? t('入力またはF2で編集　Enter 下へ　Tab 右へ　Excelから貼り付けできます　Esc→Tab で表の外へ')}
      </p>
    </div>
  )
}

function GridHead(props: {
  readonly columns: readonly { key: string; head: string; kind: string; width?: string; isRequired?: boolean }[]
}) {
  return (
    <>
      <colgroup>
        <col style={{ width: '2.75rem' }} />
        {props.columns.map((column) => (
          <col key={column.key} style={column.width === undefined ? {} : { width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="line-number">
            <span className="only-read-out">{t('行')}</span>
          </th>
          {props.columns.map((column) => (
            <th key={column.key} scope="col" data-align={isFigure(column.kind) ? 'end' : undefined}>
              {column.head}
              {column.isRequired === true ? <span className="required">{t('必須')}</span> : null}
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}

function isFigure(kind: string): boolean {
  return kind === 'amount' || kind === 'minutes' || kind === 'count'
}
