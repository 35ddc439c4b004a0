import type { LogFormat } from './event-log.ts'
import { namedEncoding } from './text-bytes.ts'

/** How workbooks of Excel begin: ZIP for .xlsx, a compound file for .xls. */
const bookSignatures = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1']

/** What a file is by its first bytes. Throws an Error, in words for its owner, for an Excel workbook. */
export function formatOf(head: Uint8Array): LogFormat {
  const signature = String.fromCharCode(...head.subarray(0, 16))
  if (signature.startsWith('SQLite format 3\0')) return 'ocel-sqlite'
  if (bookSignatures.some((book) => signature.startsWith(book)))
    throw new Error(
      'Excel のブックや ZIP は読めません。「CSV UTF-8」で保存してください。/ Workbooks and ZIP files are not read: save as CSV UTF-8.',
    )
  const text = new TextDecoder(namedEncoding(head) ?? 'utf-8').decode(head).trimStart()
  if (text.startsWith('{')) return 'ocel-json'
  if (!text.startsWith('<')) return 'csv'
  return /<(object-types|event-types|objects|events)[\s/>]/.test(text) ? 'ocel-xml' : 'xes'
}
