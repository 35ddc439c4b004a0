/** A character that the encoding cannot write; line and column are counted from 1, in characters. */
export class UnwritableTextError extends Error {
  readonly line: number
  readonly column: number
  readonly character: string
  /** What to write instead, or undefined when nothing close exists. */
  readonly proposal: string | undefined
  readonly messageEn: string

  constructor(place: { line: number; column: number; character: string; proposal: string | undefined }) {
    super('')
    this.line = place.line
    this.column = place.column
    this.character = place.character
    this.proposal = place.proposal
    this.messageEn = ''
  }
}

export function encodeCp932(_text: string): { bytes: Uint8Array } {
  throw new Error('not written yet')
}
