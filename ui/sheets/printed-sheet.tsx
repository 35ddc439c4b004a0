import { formatYen } from '@ennoshita/formats'
import type { SheetAnswer } from '@ennoshita/kernel'
import { useContext, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { CompanyOnPaper } from '../screen/printing.tsx'
import { t } from '../words/words.ts'

/**
 * A column on paper: one column of the list, or several one after the other. `yen` sets figures with commas at the right; `once` says
 * it in the first row only where rows belong to one thing.
 */
export type PaperColumn = {
  readonly head: string
  readonly from: readonly string[]
  readonly yen?: boolean
  readonly once?: boolean
  /** Such as `16%`; columns without it share what is left. */
  readonly width?: string
}

/**
 * How a list stands on A4: its columns, upright or across. Each new text in `groupBy` begins a page of its own; rows alike in `oneThing`
 * belong together; rows without a text in `sumsLack` are sums.
 */
export type PaperLayout = {
  readonly title: string
  readonly period: string
  readonly columns: readonly PaperColumn[]
  readonly isAcross?: boolean
  readonly groupBy?: readonly string[]
  readonly oneThing?: readonly string[]
  readonly sumsLack?: string
}

type Cell = SheetAnswer['rows'][number][number] | undefined

/** Draws the whole list for paper, not for the screen, and opens the dialog of the printer; the heads stand on each page. */
export function PrintedSheet(props: {
  readonly sheet: SheetAnswer
  readonly layout: PaperLayout
  readonly onDone: () => void
}) {
  const { sheet, layout, onDone } = props
  const company = useContext(CompanyOnPaper)
  useEffect(() => {
    window.addEventListener('afterprint', onDone, { once: true })
    window.print()
    return () => window.removeEventListener('afterprint', onDone)
  }, [onDone])
  const placesOf = (names: readonly string[]) => names.map((name) => sheet.header.indexOf(name))
  const groupPlaces = placesOf(layout.groupBy ?? [])
  const thingPlaces = placesOf(layout.oneThing ?? [])
  const sumPlace = sheet.header.indexOf(layout.sumsLack ?? '')
  const groups = Map.groupBy(sheet.rows, (row) => wordsAt(row, groupPlaces))
  const columns = layout.columns.map((column) => ({ ...column, places: placesOf(column.from) }))
  return createPortal(
    <div className="printed-sheet" data-across={layout.isAcross === true ? '' : undefined}>
      {[...groups].map(([group, rows]) => (
        <table key={group}>
          <thead>
            <tr>
              <td colSpan={columns.length}>
                <div className="printed-head">
                  <b>{[layout.title, group].filter((part) => part !== '').join('　')}</b>
                  <span>{layout.period}</span>
                  <span>{company}</span>
                </div>
              </td>
            </tr>
            <tr>
              {columns.map(({ head, yen, width }) => (
                <th key={head} data-align={yen === true ? 'end' : undefined} style={{ width }}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const goesOn =
                thingPlaces.length > 0 && wordsAt(row, thingPlaces) === wordsAt(rows[at - 1] ?? [], thingPlaces)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never changed
                <tr key={at} data-goes-on={goesOn ? '' : undefined} data-sum={row[sumPlace] === '' ? '' : undefined}>
                  {columns.map(({ head, yen, once, places }) => (
                    <td key={head} data-align={yen === true ? 'end' : undefined}>
                      {goesOn && once === true ? '' : wordsAt(row, places, yen)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      ))}
      {sheet.rows.length === 0 ? <p>{t('この期間に書くものはありません。')}</p> : null}
    </div>,
    document.body,
  )
}

function wordsAt(row: readonly Cell[], places: readonly number[], isYen = false): string {
  return places
    .map((place) => textOf(row[place], isYen))
    .filter((text) => text !== '')
    .join('　')
}

function textOf(cell: Cell, isYen: boolean): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.date.replaceAll('-', '/')
  if (typeof cell === 'string') return cell
  return isYen ? formatYen(cell, { unit: '' }) : String(cell)
}
