export function foldForSearch(_text: string): string {
  throw new Error('not written yet')
}

/** The distinct pairs of neighbouring characters of the folded text; a single character stands alone. */
export function bigrams(_text: string): string[] {
  throw new Error('not written yet')
}
