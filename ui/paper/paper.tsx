import type { ReactNode } from 'react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { Waiting } from '../controls/progress.tsx'
import { ErrorNote } from '../screen/error-note.tsx'
import { offerFile } from '../screen/offer-file.ts'
import { t } from '../words/words.ts'
import { paperKindOf } from './paper-kind.ts'
import type { PaperFault, PaperSource } from './paper-source.ts'
import { paperFaults } from './paper-source.ts'
import type { PaperMark } from './place-on-page.ts'
import { usePaperBytes } from './use-paper-bytes.ts'

const PdfPages = lazy(() => import('./pdf-pages.tsx').then(({ PdfPages }) => ({ default: PdfPages })))
const PicturePage = lazy(() => import('./picture-page.tsx').then(({ PicturePage }) => ({ default: PicturePage })))
const PintPaper = lazy(() => import('./pint-paper.tsx').then(({ PintPaper }) => ({ default: PintPaper })))

const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xml: 'application/xml',
  other: 'application/octet-stream',
} as const

/**
 * A paper as it was received: PDF, PNG, JPEG or a JP PINT invoice, by what the bytes are. `marks` are places on its pages with
 * a name; the one whose key is `activeMark` stands out and is brought into sight. What cannot be shown says why and can still
 * be downloaded. Fills the height that it is given. With the focus inside: + − 0 (fit width), R (turn), PageUp and PageDown.
 */
export function Paper(props: {
  readonly source: PaperSource
  readonly marks?: readonly PaperMark[]
  readonly activeMark?: string | null
}) {
  const { source } = props
  const paper = usePaperBytes(source)
  if (paper.state === 'waiting')
    return (
      <Frame>
        <Waiting />
      </Frame>
    )
  if (paper.state === 'failed')
    return (
      <Frame>
        <ErrorNote face={paper.face} again={paper.again} />
      </Frame>
    )
  return <Shown key={paper.key} {...props} bytes={paper.bytes} />
}

function Shown(props: {
  readonly source: PaperSource
  readonly bytes: Uint8Array
  readonly marks?: readonly PaperMark[]
  readonly activeMark?: string | null
}) {
  const { bytes, source } = props
  const kind = paperKindOf(bytes)
  const [fault, setFault] = useState<PaperFault | null>(kind === 'other' ? paperFaults.unknown : null)
  const save = (
    <Button kind="quiet" onPress={() => offerFile(source.name, bytes, mediaTypes[kind])}>
      {t('ダウンロード')}
    </Button>
  )
  if (fault !== null)
    return (
      <Frame>
        <ErrorNote face={fault} />
        <p>{save}</p>
      </Frame>
    )
  const faces = { marks: props.marks ?? [], activeMark: props.activeMark ?? null, save, onFault: setFault }
  return (
    <Suspense
      fallback={
        <Frame>
          <Waiting />
        </Frame>
      }
    >
      {kind === 'pdf' ? <PdfPages bytes={bytes} name={source.name} {...faces} /> : null}
      {kind === 'xml' ? <PintPaper bytes={bytes} name={source.name} save={save} onFault={setFault} /> : null}
      {kind === 'png' || kind === 'jpeg' ? (
        <PicturePage bytes={bytes} mediaType={mediaTypes[kind]} name={source.name} {...faces} />
      ) : null}
    </Suspense>
  )
}

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <section className="viewer viewer-words" aria-label={t('書類')}>
      {children}
    </section>
  )
}
