/** The width of a text in half-width columns: full-width characters take two. */
export function halfWidthOf(text: string): number {
  let width = 0
  for (const character of text) width += /[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 1 : 2
  return width
}
