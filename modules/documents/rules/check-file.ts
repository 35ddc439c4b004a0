import { PintDocumentError, readPdf, readXml } from '@ennoshita/formats'
import type { Words } from '@ennoshita/kernel'
import { type Media, mediaOf } from './document.ts'

export type FileFault = { readonly code: string; readonly says: Words; readonly todo: Words }

/** What a file is, and why it cannot be kept as a document: a password, broken, too long, a broken XML. */
export async function checkFile(
  bytes: Uint8Array,
  name: string,
): Promise<{ media: Media; fault: FileFault | undefined }> {
  const media = mediaOf(bytes)
  if (media === 'pdf') {
    const reading = await readPdf(bytes, { pages: 0 })
    if (reading.ok) return { media, fault: undefined }
    const { rule, ja, en, todo } = reading.fault
    return { media, fault: { code: rule, says: { ja, en }, todo } }
  }
  if (media === 'xml') return { media, fault: xmlFault(bytes) }
  return { media, fault: media === 'other' && /\.pdf$/i.test(name) ? headless : undefined }
}

const headless: FileFault = {
  code: 'broken',
  says: { ja: 'PDFが壊れているため、読めません。', en: 'The PDF is broken.' },
  todo: { ja: '送り主に、もう一度送ってもらってください。', en: 'Have it sent again.' },
}

function xmlFault(bytes: Uint8Array): FileFault | undefined {
  try {
    readXml(bytes)
    return undefined
  } catch (cause) {
    if (!(cause instanceof PintDocumentError)) throw cause
    const [first] = cause.faults
    return {
      code: 'xml',
      says: {
        ja: `XMLが壊れているか、受け取れない書き方（DOCTYPEなど）を含みます。${first?.message ?? ''}`,
        en: `The XML is broken or holds what is not taken (a DOCTYPE). ${first?.messageEn ?? ''}`,
      },
      todo: {
        ja: '送り主に正しいファイルをもらうか、PDFで受け取ってください。',
        en: 'Ask the sender for a correct file, or for a PDF.',
      },
    }
  }
}
