import type { ReactNode } from 'react'

/**
 * What a screen is mainly about, with something narrower beside it: a tree, a table beside a picture, facts beside steps.
 * Below 900 px they stand one above the other; `onPhone` puts the narrow part below, above, or leaves it out. `half` (a little
 * less) is for a paper beside its form: on a screen of `layout="page"` it stays in sight while the form scrolls.
 */
export function Split(props: {
  readonly aside: ReactNode
  readonly children: ReactNode
  readonly side?: 'start' | 'end'
  readonly width?: 'narrow' | 'wide' | 'half'
  readonly onPhone?: 'below' | 'above' | 'none'
}) {
  const { side = 'end', width = 'narrow', onPhone = 'below' } = props
  return (
    <div className="split" data-side={side} data-width={width} data-phone={onPhone}>
      <div className="split-main">{props.children}</div>
      <div className="split-aside">{props.aside}</div>
    </div>
  )
}
