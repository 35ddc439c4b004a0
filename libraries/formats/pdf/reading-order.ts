/** A text on a page with its box; the origin is the upper left corner, units are PDF points. */
export type PlacedText = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type TextPiece = PlacedText

/**
 * Pieces as a PDF draws them, put together to the runs that a reader sees: lines from top to bottom, in a line from left to right;
 * pieces that stand at most a character and a third apart are one text.
 */
export function textsInReadingOrder(pieces: readonly TextPiece[]): PlacedText[] {
  const lines: TextPiece[][] = []
  for (const piece of [...pieces].sort((one, other) => middle(one) - middle(other))) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line && first && Math.abs(middle(piece) - middle(first)) < Math.min(piece.height, first.height) / 2)
      line.push(piece)
    else lines.push([piece])
  }
  return lines.flatMap((line) => runsOf(line.sort((one, other) => one.x - other.x)))
}

const middle = ({ y, height }: TextPiece): number => y + height / 2

function runsOf(line: readonly TextPiece[]): PlacedText[] {
  const runs: PlacedText[] = []
  for (const piece of line) {
    const last = runs.at(-1)
    const gap = last ? piece.x - (last.x + last.width) : Number.POSITIVE_INFINITY
    if (last && gap < (Math.min(last.height, piece.height) * 4) / 3) {
      const between = gap > last.height / 4 && !last.text.endsWith(' ') ? ' ' : ''
      runs[runs.length - 1] = joined(last, piece, between)
    } else runs.push(piece)
  }
  return runs.map((run) => ({ ...run, text: run.text.trim() }))
}

function joined(one: PlacedText, other: PlacedText, between: string): PlacedText {
  const [y, x] = [Math.min(one.y, other.y), one.x]
  return {
    text: `${one.text}${between}${other.text}`,
    ...{ x, y },
    width: other.x + other.width - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}
