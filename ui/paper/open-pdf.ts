import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { AnnotationMode, GlobalWorkerOptions, getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PaperFault } from './paper-source.ts'
import { paperFaults } from './paper-source.ts'
import { OwnBinaryData, workerAddress } from './pdf-resources.ts'
import type { PageSize, Turn } from './place-on-page.ts'

/** Pictures beyond this many pixels are left blank instead of filling the memory. */
const largestPicturePixels = 100_000_000
/** Browsers refuse larger canvases. */
const largestCanvasPixels = 16_000_000

export type OpenPdf = {
  readonly pages: readonly PageSize[]
  /** Draws a page (from 1) into the canvas so that it is `width` CSS pixels wide; answers when it is done or was stopped. */
  readonly draw: (
    canvas: HTMLCanvasElement,
    page: number,
    options: { readonly width: number; readonly turn: Turn; readonly signal: AbortSignal },
  ) => Promise<void>
  readonly close: () => void
}

/** Opens a PDF. The sizes of the first fifty pages are measured, those after them are taken to be as the first. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  GlobalWorkerOptions.workerSrc = workerAddress()
  const task: PDFDocumentLoadingTask = getDocument({
    data: bytes.slice(),
    BinaryDataFactory: OwnBinaryData,
    useWorkerFetch: false,
    cMapPacked: true,
    cMapUrl: '/',
    standardFontDataUrl: '/',
    wasmUrl: '/',
    maxImageSize: largestPicturePixels,
    enableXfa: false,
    verbosity: 0,
  })
  const pdf = await task.promise.catch(async (cause: unknown) => {
    await task.destroy()
    throw cause
  })
  const measured = await Promise.all(
    Array.from({ length: Math.min(pdf.numPages, 50) }, async (_, at) => sizeOf(await pdf.getPage(at + 1))),
  )
  const usual = measured[0] ?? { width: 595, height: 842 }
  return {
    pages: Array.from({ length: pdf.numPages }, (_, at) => measured[at] ?? usual),
    draw: (canvas, page, options) => drawPage(pdf, canvas, page, options),
    close: () => void task.destroy(),
  }
}

/** Why a PDF could not be opened or drawn, in words. */
export function pdfFaultOf(cause: unknown): PaperFault {
  return cause instanceof PasswordException ? paperFaults.password : paperFaults.broken
}

function sizeOf(page: PDFPageProxy): PageSize {
  const { width, height } = page.getViewport({ scale: 1 })
  return { width, height }
}

async function drawPage(
  pdf: PDFDocumentProxy,
  canvas: HTMLCanvasElement,
  at: number,
  { width, turn, signal }: { readonly width: number; readonly turn: Turn; readonly signal: AbortSignal },
): Promise<void> {
  const page = await pdf.getPage(at)
  if (signal.aborted) return
  const rotation = (page.rotate + turn * 90) % 360
  const plain = page.getViewport({ scale: 1, rotation })
  const wanted = (width / plain.width) * (globalThis.devicePixelRatio || 1)
  const scale = Math.min(wanted, Math.sqrt(largestCanvasPixels / (plain.width * plain.height)))
  const viewport = page.getViewport({ scale, rotation })
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  const drawing = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE })
  const stop = () => drawing.cancel()
  signal.addEventListener('abort', stop)
  try {
    await drawing.promise
  } catch (cause) {
    if (!signal.aborted) throw cause
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
