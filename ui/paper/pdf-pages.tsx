import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Waiting } from '../controls/progress.tsx'
import { t } from '../words/words.ts'
import type { OpenPdf } from './open-pdf.ts'
import { openPdf, pdfFaultOf } from './open-pdf.ts'
import type { FaceOfPage } from './paper-pages.tsx'
import { PaperPages } from './paper-pages.tsx'
import type { PaperFault } from './paper-source.ts'
import type { PaperMark } from './place-on-page.ts'

const pixelsOfPoint = 96 / 72
const restMilliseconds = 60

/** The pages of a PDF, drawn as they come into sight. */
export function PdfPages(props: {
  readonly bytes: Uint8Array
  readonly name: string
  readonly marks: readonly PaperMark[]
  readonly activeMark: string | null
  readonly save: ReactNode
  readonly onFault: (fault: PaperFault) => void
}) {
  const { bytes, onFault } = props
  const [pdf, setPdf] = useState<OpenPdf | null>(null)
  const tell = useRef(onFault)
  tell.current = onFault
  useEffect(() => {
    let opened: OpenPdf | null = null
    let isLeft = false
    openPdf(bytes).then(
      (open) => {
        opened = open
        if (isLeft) open.close()
        else setPdf(open)
      },
      (cause: unknown) => {
        if (!isLeft) tell.current(pdfFaultOf(cause))
      },
    )
    return () => {
      isLeft = true
      opened?.close()
    }
  }, [bytes])
  if (pdf === null)
    return (
      <section className="viewer viewer-words" aria-label={t('書類')}>
        <Waiting />
      </section>
    )
  return (
    <PaperPages
      {...props}
      pages={pdf.pages}
      pixelsOfUnit={pixelsOfPoint}
      face={(about) => <PdfPage key={about.page} pdf={pdf} {...about} />}
    />
  )
}

function PdfPage({ pdf, page, width, turn, label }: FaceOfPage & { readonly pdf: OpenPdf }) {
  const holder = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'waiting' | 'drawn' | 'faulty'>('waiting')
  useEffect(() => {
    const leave = new AbortController()
    const timer = setTimeout(
      async () => {
        const canvas = document.createElement('canvas')
        try {
          await pdf.draw(canvas, page, { width, turn, signal: leave.signal })
          if (leave.signal.aborted) return
          holder.current?.replaceChildren(canvas)
          setState('drawn')
        } catch {
          if (!leave.signal.aborted) setState('faulty')
        }
      },
      holder.current?.firstChild == null ? 0 : restMilliseconds,
    )
    return () => {
      clearTimeout(timer)
      leave.abort()
    }
  }, [pdf, page, width, turn])
  if (state === 'faulty') return <p className="viewer-blank">{t('このページは表示できません。')}</p>
  return (
    <>
      {state === 'waiting' ? <Waiting /> : null}
      <div ref={holder} className="viewer-face" role="img" aria-label={label} />
    </>
  )
}
