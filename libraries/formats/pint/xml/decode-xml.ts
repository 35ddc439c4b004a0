import { PintDocumentError } from '../pint-document-error.ts'

export const largestBytes = 60_000_000

export const xmlFault = (message: string, messageEn: string, line?: number): PintDocumentError =>
  new PintDocumentError([{ path: '/', ...(line === undefined ? {} : { line }), message, messageEn }])

const tooLarge = (): PintDocumentError =>
  xmlFault(
    'ファイルが60MBを超えています。添付ファイルを外すか小さくしてください。',
    'The file is over 60 MB. Remove attachments or make them smaller.',
  )

/** XML 1.0 appendix F: a byte order mark first, then the declaration, then UTF-8. */
const encodingOf = (bytes: Uint8Array): string => {
  const [one, two] = bytes
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  if (one === 0xfe && two === 0xff) return 'utf-16be'
  if (one === 0xef && two === 0xbb) return 'utf-8'
  if (one === 0x3c && two === 0) return 'utf-16le'
  if (one === 0 && two === 0x3c) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? 'utf-8'
  return /^utf-?16$/i.test(declared) ? 'utf-8' : declared
}

const decoderOf = (encoding: string): TextDecoder => {
  const names: Record<string, string> = { cp932: 'shift_jis', ms932: 'shift_jis', sjis: 'shift_jis' }
  try {
    return new TextDecoder(names[encoding.toLowerCase()] ?? encoding, { fatal: true })
  } catch {
    throw xmlFault(
      `文字コード「${encoding}」は読めません。UTF-8 で保存し直してください。`,
      `The encoding “${encoding}” cannot be read. Save the file again in UTF-8.`,
    )
  }
}

/** The text of an XML file in any encoding the platform knows; throws PintDocumentError for bytes that are not text of it. */
export function decodeXml(xml: string | Uint8Array): string {
  if (xml.length > largestBytes) throw tooLarge()
  if (typeof xml === 'string') return xml.startsWith('\ufeff') ? xml.slice(1) : xml
  const encoding = encodingOf(xml)
  const decoder = decoderOf(encoding)
  try {
    return decoder.decode(xml)
  } catch {
    throw xmlFault(
      `文字コード ${encoding} として読めないバイトがあります。UTF-8 で保存し直してください。`,
      `Some bytes are not ${encoding}. Save the file again in UTF-8.`,
    )
  }
}
