import type { LocalDate, Words } from '@ennoshita/kernel'

/** 書類種別. */
export const documentKinds = [
  'invoice',
  'receipt',
  'quotation',
  'order',
  'delivery-note',
  'acceptance',
  'contract',
  'statement',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export const kindWords: Readonly<Record<DocumentKind, Words>> = {
  invoice: { ja: '請求書', en: 'invoice' },
  receipt: { ja: '領収書', en: 'receipt' },
  quotation: { ja: '見積書', en: 'quotation' },
  order: { ja: '注文書', en: 'order' },
  'delivery-note': { ja: '納品書', en: 'delivery note' },
  acceptance: { ja: '検収書', en: 'acceptance' },
  contract: { ja: '契約書', en: 'contract' },
  statement: { ja: '明細書', en: 'statement' },
  other: { ja: 'その他', en: 'other' },
}

export const medias = ['pdf', 'png', 'jpeg', 'xml', 'other'] as const
export type Media = (typeof medias)[number]

/** What a document is about: by these fields it is found again (電子帳簿保存法施行規則4条1項・2条6項5号). */
export type DocumentFacts = {
  readonly kind: DocumentKind
  /** 取引年月日; null while unknown. */
  readonly transactionOn: LocalDate | null
  /** 取引金額: yen, tax included; null while unknown. */
  readonly amount: number | null
  /** 取引先; empty while unknown. */
  readonly partner: string
  /** The department that it concerns; the one it has stays when absent. */
  readonly departmentId?: string | null
}

const starts: readonly (readonly [Media, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
]

/** What a file is by its first bytes, whatever its name says. */
export function mediaOf(bytes: Uint8Array): Media {
  const known = starts.find(([, start]) => start.every((byte, at) => bytes[at] === byte))
  if (known) return known[0]
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  // some writers put a few bytes that are no text before the header (ISO 32000-1, annex H.3, note 13)
  if (/^[^\x20-\x7e]{0,64}%PDF-/.test(head)) return 'pdf'
  // a mark of UTF-8 or UTF-16 may stand before the first tag
  return /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\0?[\s\0]*<\0?[?!a-zA-Z]/.test(head) ? 'xml' : 'other'
}

/** The type under which a browser shows it. */
export function mediaTypeOf(media: Media): string {
  const types = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg', xml: 'application/xml' } as const
  return media === 'other' ? 'application/octet-stream' : types[media]
}
