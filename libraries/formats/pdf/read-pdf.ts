import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { drawsMoreThan } from './drawn-bytes.ts'
import { type PlacedText, type TextPiece, textsInReadingOrder } from './reading-order.ts'

/** One page with its texts and their places. */
export type PdfPage = {
  /** From 1. */
  readonly page: number
  /** PDF points. */
  readonly width: number
  readonly height: number
  /** In reading order; the origin is the upper left corner. */
  readonly texts: readonly PlacedText[]
}

/** Why a PDF was not read, and what to do, in both languages. */
export type PdfFault = {
  readonly rule: 'empty' | 'too-large' | 'no-pdf' | 'encrypted' | 'broken' | 'too-many-pages' | 'too-complex'
  readonly ja: string
  readonly en: string
  readonly todo: { readonly ja: string; readonly en: string }
}

/** The pages that were read, or why none was. */
export type PdfReading =
  | { readonly ok: true; readonly pageCount: number; readonly pages: readonly PdfPage[] }
  | { readonly ok: false; readonly fault: PdfFault }

/** How much of a PDF is read. */
export type ReadPdfOptions = {
  /** How many pages are read from the first one: 5. The others are counted only. */
  readonly pages?: number
  /** A document of more pages is refused: 300. */
  readonly largestPages?: number
  /** Where the Japanese character maps of pdfjs-dist lie: a folder or an address that ends in `/`. */
  readonly characterMaps?: string
}

const largestBytes = 50 * 1024 * 1024
/** What its pages may draw, unpacked: reading a megabyte takes about a second. */
const mostDrawnBytes = 4 * 1024 * 1024
const mostTextsOfPage = 4_000
const mostItemsOfPage = 20_000

/**
 * Counts the pages of a PDF and reads the text of the first ones with its places (ISO 32000-1, 9.4). A picture has no text: its
 * page is empty. Never throws for what is in the bytes: a fault says what is wrong and what to do.
 */
export async function readPdf(bytes: Uint8Array, options: ReadPdfOptions = {}): Promise<PdfReading> {
  const { pages = 5, largestPages = 300, characterMaps } = options
  const early = earlyFault(bytes) ?? (pages > 0 && drawsMoreThan(bytes, mostDrawnBytes) ? tooComplex : undefined)
  if (early) return { ok: false, fault: early }
  const { getDocument, PasswordException, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // pdfjs takes the bytes away from whoever gives them
    ...{ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, maxImageSize: 1, useSystemFonts: false },
    ...{ disableFontFace: true, useWorkerFetch: false, enableXfa: false },
    ...(characterMaps === undefined ? {} : { cMapUrl: characterMaps, cMapPacked: true }),
  })
  try {
    const document = await task.promise
    const pageCount = document.numPages
    if (pageCount > largestPages) return { ok: false, fault: tooManyPages(pageCount, largestPages) }
    const read: PdfPage[] = []
    for (let page = 1; page <= Math.min(pages, pageCount); page += 1) read.push(await pageOf(document, page))
    return { ok: true, pageCount, pages: read }
  } catch (cause) {
    return { ok: false, fault: cause instanceof PasswordException ? encrypted : broken }
  } finally {
    await task.destroy()
  }
}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await document.getPage(number)
  const view = page.getViewport({ scale: 1 })
  const pieces: TextPiece[] = []
  for (const item of await firstItems(page)) {
    if (item.str.trim() === '') continue
    const [, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform
    const size = Math.hypot(c, d) || item.height || Math.abs(b)
    const [left = 0, base = 0] = view.convertToViewportPoint(x, y)
    pieces.push({ text: item.str, x: left, y: base - size, width: item.width, height: size })
    if (pieces.length >= mostTextsOfPage) break
  }
  page.cleanup()
  return { page: number, width: view.width, height: view.height, texts: textsInReadingOrder(pieces) }
}

/** The first texts that a page draws; reading stops there, so that a page which unpacks to millions of them costs little. */
async function firstItems(page: PDFPageProxy): Promise<TextItem[]> {
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader()
  const items: TextItem[] = []
  while (items.length < mostItemsOfPage) {
    const { done, value } = await reader.read()
    if (done) return items
    const read: readonly unknown[] = value.items
    for (const item of read) if (isText(item)) items.push(item)
  }
  await reader.cancel(new Error('Enough text was read.'))
  return items
}

type TextItem = { str: string; transform: number[]; width: number; height: number }
const isText = (item: unknown): item is TextItem => typeof item === 'object' && item !== null && 'str' in item

function earlyFault(bytes: Uint8Array): PdfFault | undefined {
  if (bytes.length === 0) return emptyFile
  if (bytes.length > largestBytes) return tooLarge
  // some writers put a few bytes before the header (ISO 32000-1, annex H.3, note 13)
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  return head.includes('%PDF-') ? undefined : noPdf
}

const again = { ja: '送り主に、もう一度送ってもらってください。', en: 'Have it sent again.' }
const emptyFile: PdfFault = {
  ...{ rule: 'empty', ja: 'ファイルが空です（0バイト）。', en: 'The file is empty (0 bytes).', todo: again },
}
const tooLarge: PdfFault = {
  rule: 'too-large',
  ja: 'PDFが50MBを超えています。',
  en: 'The PDF is larger than 50 MB.',
  todo: { ja: '分けるか、小さくして保存し直してください。', en: 'Split it or save it smaller.' },
}
const noPdf: PdfFault = {
  rule: 'no-pdf',
  ja: 'PDFではありません。',
  en: 'This is no PDF.',
  todo: { ja: 'ファイルの種類を確かめてください。', en: 'Check what kind of file it is.' },
}
const encrypted: PdfFault = {
  rule: 'encrypted',
  ja: 'PDFにパスワードがかかっているため、読めません。',
  en: 'The PDF has a password and cannot be read.',
  todo: {
    ja: 'パスワードを外して保存し直すか、外したものを送ってもらってください。',
    en: 'Save it without the password, or have it sent without one.',
  },
}
const broken: PdfFault = {
  ...{ rule: 'broken', ja: 'PDFが壊れているため、読めません。', en: 'The PDF is broken.', todo: again },
}
const tooComplex: PdfFault = {
  rule: 'too-complex',
  ja: 'PDFの図や文字が多すぎるため、文字を読み取れません。',
  en: 'The PDF draws too much for its text to be read.',
  todo: { ja: '画面の紙を見て入力してください。', en: 'Enter the fields by looking at the paper.' },
}
const tooManyPages = (pages: number, most: number): PdfFault => ({
  rule: 'too-many-pages',
  ja: `PDFが${pages.toLocaleString('ja')}ページあります。${most}ページまで受け取ります。`,
  en: `The PDF has ${pages.toLocaleString('en')} pages; at most ${most} are taken.`,
  todo: { ja: '書類ごとに分けてください。', en: 'Split it into single documents.' },
})
