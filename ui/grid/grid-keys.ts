import type { KeyboardEvent } from 'react'
import type { Grid } from './use-grid.ts'

const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-15, 0],
  PageDown: [15, 0],
}

/** Does what the key means in the grid; answers false where the browser should do its own. */
export function doGridKey(
  event: KeyboardEvent<HTMLInputElement>,
  grid: Grid,
  about: {
    readonly columnCount: number
    readonly isFlag: boolean
    readonly canRemove: boolean
    readonly leaves: boolean
  },
): boolean {
  if (event.nativeEvent.isComposing || event.key === 'Process') return false
  const { row, column } = grid.at
  const isTyping = grid.typed !== null
  if (event.ctrlKey || event.metaKey) return doChord(event, grid, about)
  const arrow = arrows[event.key]
  if (arrow !== undefined) {
    if (isTyping && arrow[0] === 0) return false
    grid.goTo({ row: row + arrow[0], column: column + arrow[1] }, event.shiftKey && !isTyping)
    return true
  }
  if (event.key === 'Enter') grid.goTo({ row: row + (event.shiftKey ? -1 : 1), column }, false)
  else if (event.key === 'Tab') return doTab(event, grid, about)
  else if (event.key === 'F2') grid.type(grid.typed ?? grid.textAt(grid.at))
  else if (event.key === 'Escape' && isTyping) grid.cancel()
  else if (isTyping) return false
  else if (event.key === 'Delete' || event.key === 'Backspace') grid.clearRange()
  else if (event.key === 'Home') grid.goTo({ row, column: 0 }, event.shiftKey)
  else if (event.key === 'End') grid.goTo({ row, column: about.columnCount - 1 }, event.shiftKey)
  else if (event.key === ' ' && about.isFlag) grid.paste([[grid.textAt(grid.at) === '' ? '○' : '']])
  else return false
  return true
}

function doTab(
  event: KeyboardEvent,
  grid: Grid,
  about: { readonly columnCount: number; readonly leaves: boolean },
): boolean {
  const place = grid.at.row * about.columnCount + grid.at.column + (event.shiftKey ? -1 : 1)
  if (about.leaves || place < 0 || place >= grid.lineCount * about.columnCount) return false
  grid.goTo({ row: Math.floor(place / about.columnCount), column: place % about.columnCount }, false)
  return true
}

function doChord(
  event: KeyboardEvent,
  grid: Grid,
  about: { readonly columnCount: number; readonly canRemove: boolean },
): boolean {
  const key = event.key.toLowerCase()
  if (key === 'enter') {
    grid.commit()
    return false
  }
  if (grid.typed !== null) return false
  if (key === 'd') grid.fillDown()
  else if (key === 'z') grid.undo()
  else if (key === 'delete' && about.canRemove) grid.removeRows()
  else if (key === 'home') grid.goTo({ row: 0, column: 0 }, event.shiftKey)
  else if (key === 'end') grid.goTo({ row: grid.lineCount - 1, column: about.columnCount - 1 }, event.shiftKey)
  else return false
  return true
}
