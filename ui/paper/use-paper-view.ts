import type { RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PageSize, PaperMark, Turn } from './place-on-page.ts'
import { turned } from './place-on-page.ts'

const steps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]
const edgePixels = 24

/** How the pages stand in their frame: zoom (none: as wide as the frame), turn, and the page at hand (from 1). */
export function usePaperView(
  frame: RefObject<HTMLElement | null>,
  pages: readonly PageSize[],
  pixelsOfUnit: number,
  { marks, activeMark }: { readonly marks: readonly PaperMark[]; readonly activeMark: string | null },
) {
  const [room, setRoom] = useState(0)
  const [zoom, setZoom] = useState<number | null>(null)
  const [turn, setTurn] = useState<Turn>(0)
  const [at, setAt] = useState(1)
  const share = useRef<number | null>(null)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const watch = new ResizeObserver(() => setRoom(Math.max(0, element.clientWidth - edgePixels)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [frame])

  const scaleOf = (page: PageSize) => (zoom === null ? room / turned(page, turn).width : zoom * pixelsOfUnit)
  const widths = room === 0 ? [] : pages.map((page) => Math.round(turned(page, turn).width * scaleOf(page)))
  const here = pages[at - 1]
  const now = here === undefined ? 1 : scaleOf(here) / pixelsOfUnit

  // biome-ignore lint/correctness/useExhaustiveDependencies: what stood in the middle stays there when the pages change their size
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null || share.current === null) return
    element.scrollTop = share.current * element.scrollHeight - element.clientHeight / 2
    element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2
  }, [zoom, turn, room])
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into sight again when the pages have their size
  useEffect(() => {
    const mark = frame.current?.querySelector<HTMLElement>('.viewer-mark[data-active]')
    if (frame.current !== null && mark !== null && mark !== undefined) bringIntoSight(frame.current, mark)
  }, [activeMark, marks, zoom, turn, room])

  return {
    widths,
    turn,
    at,
    percent: Math.round(now * 100),
    larger: () => setZoom(steps.find((step) => step > now + 0.01) ?? now),
    smaller: () => setZoom(steps.findLast((step) => step < now - 0.01) ?? now),
    fit: () => setZoom(null),
    turnOn: () => setTurn(([1, 2, 3, 0] as const)[turn]),
    goTo: (page: number) => {
      const element = frame.current?.querySelector<HTMLElement>(`[data-page="${page}"]`)
      if (element) frame.current?.scrollTo({ top: element.offsetTop - edgePixels / 2 })
    },
    onScroll: () => {
      const element = frame.current
      if (element === null) return
      share.current = (element.scrollTop + element.clientHeight / 2) / Math.max(1, element.scrollHeight)
      setAt(pageInSight(element))
    },
  }
}

export type PaperView = ReturnType<typeof usePaperView>

/** The last page that begins above a third of the frame. */
function pageInSight(frame: HTMLElement): number {
  const line = frame.scrollTop + frame.clientHeight / 3
  const pages = [...frame.querySelectorAll<HTMLElement>('[data-page]')]
  const found = pages.findLastIndex((page) => page.offsetTop <= line)
  return Math.max(0, found) + 1
}

/** Scrolls only the frame, so that the screen around it stays where it is. */
function bringIntoSight(frame: HTMLElement, mark: HTMLElement): void {
  const [outer, inner] = [frame.getBoundingClientRect(), mark.getBoundingClientRect()]
  const isInSight =
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
  if (isInSight) return
  frame.scrollBy({
    top: inner.top + inner.height / 2 - (outer.top + outer.height / 2),
    left: inner.left + inner.width / 2 - (outer.left + outer.width / 2),
  })
}
