import { useMemo } from 'react'

/**
 * A chart drawn by one of our own renderers, which escape every text they are given; it scrolls within its frame, by keyboard too.
 * Its own style sheet gives way to the page's, which follows the theme. Say beside it, or in a table, what it shows.
 */
export function Picture({ svg, label }: { readonly svg: string; readonly label: string }) {
  const html = useMemo(() => ({ __html: svg.replace(/<style>.*?<\/style>/s, '') }), [svg])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="picture" aria-label={label} tabIndex={0}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: SVG from libraries/mining, which escapes all texts */}
      <div className="picture-face" dangerouslySetInnerHTML={html} />
    </section>
  )
}
