import type { KeyboardEvent, ReactNode } from 'react'
import { useRef } from 'react'
import { Button } from '../controls/button.tsx'
import { t } from '../words/words.ts'
import { PageFrame } from './page-frame.tsx'
import type { PageSize, PaperMark, Turn } from './place-on-page.ts'
import type { PaperView } from './use-paper-view.ts'
import { usePaperView } from './use-paper-view.ts'

/** What the face of one page is drawn by: its number, how wide it stands on the screen, and how it is turned. */
export type FaceOfPage = {
  readonly page: number
  readonly width: number
  readonly turn: Turn
  readonly label: string
}

/** Pages below one another in a frame that scrolls, with the bar that zooms, turns and goes from page to page. */
export function PaperPages(props: {
  readonly name: string
  readonly pages: readonly PageSize[]
  /** CSS pixels of one unit of a page at 100 %. */
  readonly pixelsOfUnit: number
  readonly face: (about: FaceOfPage) => ReactNode
  readonly marks: readonly PaperMark[]
  readonly activeMark: string | null
  readonly save: ReactNode
}) {
  const { pages, marks, activeMark } = props
  const frame = useRef<HTMLElement>(null)
  const view = usePaperView(frame, pages, props.pixelsOfUnit, { marks, activeMark })
  return (
    <div className="viewer">
      <div className="viewer-bar" role="toolbar" aria-label={t('書類の見え方')}>
        <Button kind="quiet" label={t('縮小')} onPress={view.smaller}>
          −
        </Button>
        <span className="figure viewer-zoom">{`${view.percent}%`}</span>
        <Button kind="quiet" label={t('拡大')} onPress={view.larger}>
          ＋
        </Button>
        <Button kind="quiet" onPress={view.fit}>
          {t('幅に合わせる')}
        </Button>
        <Button kind="quiet" onPress={view.turnOn}>
          {t('回転')}
        </Button>
        {pages.length < 2 ? null : (
          <>
            <Button
              kind="quiet"
              label={t('前のページ')}
              isDisabled={view.at <= 1}
              onPress={() => view.goTo(view.at - 1)}
            >
              ‹
            </Button>
            <span className="figure" role="status">
              {t('{at} / {count}ページ', { at: view.at, count: pages.length })}
            </span>
            <Button
              kind="quiet"
              label={t('次のページ')}
              isDisabled={view.at >= pages.length}
              onPress={() => view.goTo(view.at + 1)}
            >
              ›
            </Button>
          </>
        )}
        <span className="viewer-save">{props.save}</span>
      </div>
      <section
        ref={frame}
        className="viewer-frame"
        aria-label={t('書類 {name}', { name: props.name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={view.onScroll}
        onKeyDown={(event) => onViewerKey(event, view, pages.length)}
      >
        {view.widths.map((width, index) => {
          const page = index + 1
          const size = pages[index]
          if (size === undefined) return null
          const label = t('{name} {page}ページ', { name: props.name, page })
          return (
            <PageFrame
              key={page}
              page={page}
              size={size}
              width={width}
              turn={view.turn}
              marks={marks}
              activeMark={activeMark}
            >
              {() => props.face({ page, width, turn: view.turn, label })}
            </PageFrame>
          )
        })}
      </section>
    </div>
  )
}

function onViewerKey(event: KeyboardEvent, view: PaperView, count: number) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
  if (event.key === '+' || event.key === ';') view.larger()
  else if (event.key === '-') view.smaller()
  else if (event.key === '0') view.fit()
  else if (event.key.toLowerCase() === 'r') view.turnOn()
  else if (event.key === 'PageDown' && view.at < count) view.goTo(view.at + 1)
  else if (event.key === 'PageUp' && view.at > 1) view.goTo(view.at - 1)
  else return
  event.preventDefault()
}
