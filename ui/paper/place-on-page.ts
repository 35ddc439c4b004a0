/** A place on a page, with a name: what was read there. Page from 1; origin at the top left, in the page's own units. */
export type PaperMark = {
  readonly key: string
  readonly label: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The size of a page as it stands without being turned: points of a PDF, pixels of a picture. */
export type PageSize = { readonly width: number; readonly height: number }

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The size after the turn. */
export function turned({ width, height }: PageSize, turn: Turn): PageSize {
  return turn % 2 === 0 ? { width, height } : { width: height, height: width }
}

/** Where a box of the page stands after the turn, in shares of the turned page (0 to 1). */
export function placeOnPage(box: Box, page: PageSize, turn: Turn): Box {
  const { width, height } = turned(page, turn)
  const [x, y] = cornerOf(box, page, turn)
  const size = turned(box, turn)
  return { x: x / width, y: y / height, width: size.width / width, height: size.height / height }
}

function cornerOf(box: Box, page: PageSize, turn: Turn): readonly [x: number, y: number] {
  if (turn === 0) return [box.x, box.y]
  if (turn === 1) return [page.height - box.y - box.height, box.x]
  if (turn === 2) return [page.width - box.x - box.width, page.height - box.y - box.height]
  return [box.y, page.width - box.x - box.width]
}
