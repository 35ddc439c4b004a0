import { useState } from 'react'

/** The way through a long list by keys: where each page began, so that one can go back. A new `of` starts again. */
export function useCursors<Cursor>(of: string) {
  const [way, setWay] = useState<{ readonly of: string; readonly cursors: readonly Cursor[] }>({ of, cursors: [] })
  const cursors = way.of === of ? way.cursors : []
  return {
    cursor: cursors.at(-1),
    page: cursors.length + 1,
    back: cursors.length === 0 ? undefined : () => setWay({ of, cursors: cursors.slice(0, -1) }),
    on: (next: Cursor) => setWay({ of, cursors: [...cursors, next] }),
  }
}
