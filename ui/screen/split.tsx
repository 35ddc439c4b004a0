import type { ReactNode } from 'react'

/**
 * What a screen is mainly about, with something narrower beside it: a tree, a table beside a picture, facts beside steps.
 * Below 900 px they stand one above the other; `onPhone="none"` leaves the narrow part out there.
 */
export function Split(props: {
  readonly aside: ReactNode
  readonly children: ReactNode
  readonly side?: 'start' | 'end'
  readonly width?: 'narrow' | 'wide'
  readonly onPhone?: 'below' | 'none'
}) {
  const { side = 'end', width = 'narrow', onPhone = 'below' } = props
  return (
    <div className="split" data-side={side} data-width={width} data-phone={onPhone}>
      <div className="split-main">{props.children}</div>
      <div className="split-aside">{props.aside}</div>
    </div>
  )
}
