import { decodeText } from '../text/decode-text.ts'
import type { FaultList } from './fault.ts'
import { unreadableFrom } from './field-rules.ts'

export const maxZenginBytes = 64 * 1024 * 1024

const carriageReturn = 0x0d
const lineFeed = 0x0a

/** 0x5C is ¥ in JIS X 0201; bytes without a meaning become signs of a private range, so that every byte stays one sign. */
const signs = Uint16Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x5c) return 0xa5
  if ((byte >= 0x20 && byte <= 0x7e) || byte === carriageReturn || byte === lineFeed) return byte
  if (byte >= 0xa1 && byte <= 0xdf) return byte - 0xa1 + 0xff61
  return unreadableFrom + byte
})

/** The text of the bytes, one sign (UTF-16 unit) for each byte. */
const textOf = (bytes: Uint8Array): string => {
  const units = new Uint16Array(bytes.length)
  for (let at = 0; at < bytes.length; at += 1) units[at] = signs[bytes[at] ?? 0] ?? 0
  return new TextDecoder('utf-16le').decode(units)
}

/** The byte in JIS X 0201 of a sign that a field may hold, or undefined. */
export function byteOfSign(code: number): number | undefined {
  if (code === 0xa5) return 0x5c
  if (code >= 0x20 && code <= 0x7e && code !== 0x5c) return code
  return code >= 0xff61 && code <= 0xff9f ? code - 0xff61 + 0xa1 : undefined
}

const hasUtf8Mark = ([first, second, third]: Uint8Array): boolean => first === 0xef && second === 0xbb && third === 0xbf

const isUnicode = (bytes: Uint8Array): boolean => {
  const [first, second] = bytes
  if (hasUtf8Mark(bytes) || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  // Half-width kana in UTF-8 begin with 0xEF, which is no kana in JIS X 0201.
  let at = 0
  while (at < bytes.length && (bytes[at] ?? 0) < 0xe0) at += 1
  if (at === bytes.length) return false
  const { encoding, certain } = decodeText(bytes)
  return encoding === 'utf-8' && certain
}

const asSingleSigns = (text: string): string =>
  Array.from(text, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    if (code === carriageReturn || code === lineFeed || byteOfSign(code) !== undefined) return sign
    return String.fromCharCode(unreadableFrom)
  }).join('')

const endMark = 0x1a

/** Hosts end a file with 0x1A (^Z), alone or on a line of its own; it is not part of the last record. */
const lengthBeforeEndMark = (bytes: Uint8Array): number => {
  let end = bytes.length
  while (end > 0 && [endMark, carriageReturn, lineFeed].includes(bytes[end - 1] ?? 0)) end -= 1
  const mark = bytes.indexOf(endMark, end)
  return mark === -1 ? bytes.length : mark
}

/** The file as text with one sign for each byte of a record; says when it was written in another encoding. */
export function recordText(bytes: Uint8Array, { add }: FaultList): string {
  const refuse = (rule: 'size' | 'empty' | 'encoding', message: string, messageEn: string): void =>
    add({ record: 1, byte: 1, length: 0, rule, message, messageEn })
  if (bytes.length > maxZenginBytes) {
    refuse(
      'size',
      'ファイルが大きすぎます（64 MBまで）。分けて読み込んでください。',
      'The file is too large (at most 64 MB). Split it.',
    )
    return ''
  }
  if (isUnicode(bytes)) {
    refuse(
      'encoding',
      'UTF-8などのUnicodeで保存されています。銀行へは半角カナが1バイトになるShift_JIS（JIS）で保存し直してください。',
      'The file is saved in Unicode (UTF-8). Save it in Shift_JIS (JIS), where a half-width kana is one byte.',
    )
    const { text, certain } = decodeText(bytes)
    return hasUtf8Mark(bytes) && !certain ? textOf(bytes.subarray(3)) : asSingleSigns(text)
  }
  if (bytes[0] === 0xf1 || bytes[0] === 0xf2) {
    refuse(
      'encoding',
      'EBCDICコードのファイルは読めません。銀行の画面でJIS（Shift_JIS）コードを選んで取得し直してください。',
      'The file is in EBCDIC, which is not read. Fetch it again in JIS (Shift_JIS).',
    )
    return ''
  }
  const text = textOf(bytes.subarray(0, lengthBeforeEndMark(bytes)))
  if (text.trim() === '') refuse('empty', 'ファイルが空です。', 'The file is empty.')
  return text.trim() === '' ? '' : text
}

export type RecordCursor = {
  text: string
  at: number
  number: number
  hasLines: boolean
  nextCr: number
  nextLf: number
}

export function recordCursor(text: string): RecordCursor {
  const [nextCr, nextLf] = [text.indexOf('\r'), text.indexOf('\n')]
  return { text, at: 0, number: 0, hasLines: nextCr !== -1 || nextLf !== -1, nextCr, nextLf }
}

type Newlines = { reported: Set<string> }

const reportNewline = (
  cursor: RecordCursor,
  style: string,
  faults: FaultList,
  newlines: Newlines,
  bytes: number,
): void => {
  if (newlines.reported.has(style)) return
  newlines.reported.add(style)
  const { number } = cursor
  const name = style === '\n' ? 'LF' : 'CR'
  const [what, whatEn] =
    style === ''
      ? [`${number}件目のレコードの後に改行がありません。`, `There is no newline after record ${number}.`]
      : [`${number}件目のレコードの後の改行が${name}だけです。`, `The newline after record ${number} is ${name} alone.`]
  faults.add({
    ...{ record: number, byte: bytes + 1, length: style.length, rule: 'newline', field: 'newline' },
    message: `${what}改行はCRLFか、全レコードなしにします。受け付けない銀行があります。`,
    messageEn: `${whatEn} Use CRLF, or none at all; some banks refuse others.`,
  })
}

const reportLength = (number: number, length: number, bytes: number, { add }: FaultList): void =>
  add({
    ...{ record: number, byte: Math.min(length, bytes) + 1, length: Math.abs(bytes - length), rule: 'length' },
    message: `${number}件目のレコードが${length}バイトです。${bytes}バイトちょうどにします。`,
    messageEn: `Record ${number} has ${length} bytes; it must have exactly ${bytes}.`,
  })

/** The end of the line at the cursor, and its newline. The next CR and LF are remembered, so that no part is searched twice. */
const lineEnd = (cursor: RecordCursor): { end: number; newline: string } => {
  const { text, at } = cursor
  if (cursor.nextCr !== -1 && cursor.nextCr < at) cursor.nextCr = text.indexOf('\r', at)
  if (cursor.nextLf !== -1 && cursor.nextLf < at) cursor.nextLf = text.indexOf('\n', at)
  const ends = [cursor.nextCr, cursor.nextLf].filter((one) => one !== -1)
  if (ends.length === 0) return { end: text.length, newline: '' }
  const end = Math.min(...ends)
  return { end, newline: text[end] === '\n' ? '\n' : text[end + 1] === '\n' ? '\r\n' : '\r' }
}

const isRecordStart = (sign: string | undefined): boolean => sign !== undefined && '1289'.includes(sign)

const nextLine = (cursor: RecordCursor, bytes: number, faults: FaultList, newlines: Newlines): string => {
  cursor.number += 1
  const { end, newline } = lineEnd(cursor)
  const length = end - cursor.at
  const isJoined = length >= 2 * bytes && length % bytes === 0 && isRecordStart(cursor.text[cursor.at + bytes])
  const line = cursor.text.slice(cursor.at, cursor.at + Math.min(length, bytes))
  cursor.at = isJoined ? cursor.at + bytes : end + newline.length
  if (isJoined) reportNewline(cursor, '', faults, newlines, bytes)
  else if (newline === '\n' || newline === '\r') reportNewline(cursor, newline, faults, newlines, bytes)
  if (length !== bytes && !isJoined) reportLength(cursor.number, length, bytes, faults)
  return line.padEnd(bytes, ' ')
}

/** The next record of the length, without its newline, padded where it is too short; undefined at the end. */
export function nextRecord(
  cursor: RecordCursor,
  bytes: number,
  faults: FaultList,
  newlines: Newlines,
): string | undefined {
  const { text } = cursor
  if (cursor.hasLines) {
    while (cursor.at < text.length && (text[cursor.at] === '\r' || text[cursor.at] === '\n')) cursor.at += 1
    return cursor.at >= text.length ? undefined : nextLine(cursor, bytes, faults, newlines)
  }
  if (cursor.at >= text.length) return undefined
  cursor.number += 1
  const record = text.slice(cursor.at, cursor.at + bytes)
  cursor.at += bytes
  if (record.length < bytes) reportLength(cursor.number, record.length, bytes, faults)
  return record.padEnd(bytes, ' ')
}
