import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { PageSize, PaperMark, Turn } from './place-on-page.ts'
import { placeOnPage, turned } from './place-on-page.ts'

const nearPixels = 800
const percent = (share: number): string => `${share * 100}%`

/** One page: its face while it is in sight or near, and the marks on it. */
export function PageFrame(props: {
  readonly page: number
  readonly size: PageSize
  readonly width: number
  readonly turn: Turn
  readonly marks: readonly PaperMark[]
  readonly activeMark: string | null
  readonly children: () => ReactNode
}) {
  const { page, size, width, turn } = props
  const frame = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const watch = new IntersectionObserver((seen) => setNear(seen.some((each) => each.isIntersecting)), {
      root: element.parentElement,
      rootMargin: `${nearPixels}px`,
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const shape = turned(size, turn)
  return (
    <div
      ref={frame}
      className="viewer-page"
      data-page={page}
      style={{ width, height: Math.round((width * shape.height) / shape.width) }}
    >
      {isNear ? props.children() : null}
      {props.marks
        .filter((mark) => mark.page === page)
        .map((mark) => (
          <MarkOnPage key={mark.key} mark={mark} size={size} turn={turn} isActive={mark.key === props.activeMark} />
        ))}
    </div>
  )
}

function MarkOnPage(props: {
  readonly mark: PaperMark
  readonly size: PageSize
  readonly turn: Turn
  readonly isActive: boolean
}) {
  const { mark, isActive } = props
  const { x, y, width, height } = placeOnPage(mark, props.size, props.turn)
  return (
    <span
      className="viewer-mark"
      data-active={isActive ? '' : undefined}
      title={mark.label}
      style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
    >
      {isActive ? <span className="viewer-mark-label">{mark.label}</span> : null}
    </span>
  )
}
