import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { useIsPrinting } from '../screen/printing.tsx'

const rowPixels = 32
const drawsAllUpTo = 120

/** One drawn row, and how much empty height stands before it. */
export type DrawnRow = { readonly at: number; readonly gapPixels: number }

/** Which rows are drawn: all of a short list and of a list being printed, else those in sight and the one at hand. */
export function useWindow(count: number, at: number, scroll: RefObject<HTMLElement | null>, pinnedRows = 1) {
  const drawsAll = useIsPrinting() || count <= drawsAllUpTo
  const virtualizer = useVirtualizer({
    count,
    enabled: !drawsAll,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPixels,
    overscan: 12,
    scrollPaddingStart: rowPixels * pinnedRows,
    scrollPaddingEnd: rowPixels,
    rangeExtractor: ({ startIndex, endIndex, overscan }) => {
      const first = Math.max(0, startIndex - overscan)
      const last = Math.min(count - 1, endIndex + overscan)
      const inSight = Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
      if (at >= 0 && at < first) return [at, ...inSight]
      return at > last && at < count ? [...inSight, at] : inSight
    },
  })
  const drawn: DrawnRow[] = []
  let end = 0
  if (drawsAll) for (let row = 0; row < count; row += 1) drawn.push({ at: row, gapPixels: 0 })
  else
    for (const item of virtualizer.getVirtualItems()) {
      drawn.push({ at: item.index, gapPixels: item.start - end })
      end = item.end
    }
  return {
    drawn,
    tailPixels: drawsAll ? 0 : virtualizer.getTotalSize() - end,
    measure: drawsAll ? undefined : virtualizer.measureElement,
    bringIntoSight: (row: number) => {
      if (!drawsAll) virtualizer.scrollToIndex(row)
    },
  }
}
