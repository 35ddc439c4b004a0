import { fileURLToPath } from 'node:url'
import { type PdfPage, PintDocumentError, type PintInvoice, readPdf, readPintInvoice } from '@ennoshita/formats'
import { type QueryContext, query, refuseNotFound, type Sql, type Words } from '@ennoshita/kernel/server'
import { documents } from '../contract.ts'
import type { Media } from '../rules/document.ts'
import { visibleTo } from './visible-to.ts'

const characterMaps = fileURLToPath(new URL('./cmaps/', import.meta.resolve('pdfjs-dist/package.json')))

/** What can be read from a document. */
export type Reading = {
  readonly media: Media
  readonly pageCount: number
  readonly pages: readonly PdfPage[]
  readonly pint: PintInvoice | null
  readonly fault: Words | null
}

/** Reads the newest file of a document: the texts of a PDF's first pages, or a JP PINT invoice; pictures have no text. */
export async function readingOf(
  { tx, actor, readFile }: Pick<QueryContext, 'tx' | 'actor' | 'readFile'>,
  documentId: string,
  reach: Sql,
): Promise<Reading> {
  const row = await tx.row<{
    fileId: string
    media: Media
  }>`select d.file_id as "fileId", d.media from documents.document d
    where d.company_id = ${actor.companyId} and d.id = ${documentId} and ${reach}`
  const file = row && (await readFile(row.fileId))
  if (!file) refuseNotFound({ ja: '書類', en: 'document' }, 'documentId')
  const nothing = { media: row.media, pageCount: 0, pages: [], pint: null, fault: null }
  if (row.media === 'pdf') {
    const reading = await readPdf(file.bytes, { characterMaps })
    if (!reading.ok) return { ...nothing, fault: { ja: reading.fault.ja, en: reading.fault.en } }
    return { ...nothing, pageCount: reading.pageCount, pages: reading.pages }
  }
  return row.media === 'xml' ? { ...nothing, ...pintOf(file.bytes) } : nothing
}

function pintOf(bytes: Uint8Array): Pick<Reading, 'pint' | 'fault'> {
  try {
    return { pint: readPintInvoice(bytes), fault: null }
  } catch (cause) {
    if (cause instanceof PintDocumentError)
      return { pint: null, fault: { ja: cause.message, en: cause.faults[0]?.messageEn ?? '' } }
    throw cause
  }
}

export const documentReadings = query(documents.documentReadings, {
  may: 'documents.see',
  async run(context, { documentId }) {
    const { pages, pint, ...reading } = await readingOf(context, documentId, visibleTo(context))
    return {
      ...reading,
      pages: pages.map(({ texts, ...page }) => ({ ...page, texts: [...texts] })),
      pint: pint === null ? null : { ...pint },
    }
  },
})
