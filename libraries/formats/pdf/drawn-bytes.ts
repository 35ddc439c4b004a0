import { Unzlib } from 'fflate'

const longestDictionary = 2_000

/**
 * Whether the streams of a PDF that may draw (all but pictures and fonts) hold more bytes than that once they are unpacked, counted
 * without keeping them: a small file can hold hours of drawing (ISO 32000-1, 7.3.8 and 7.4.4).
 */
export function drawsMoreThan(bytes: Uint8Array, most: number): boolean {
  let drawn = 0
  for (let at = find(bytes, 'stream', 0); at >= 0; at = find(bytes, 'stream', at + 6)) {
    const dictionary = String.fromCharCode(...bytes.subarray(Math.max(0, at - longestDictionary), at))
    if (dictionary.endsWith('end')) continue
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (/\/(Image|Length1|CIDFontType0C|Type1C|OpenType)\b/.test(own)) continue
    const from = afterLine(bytes, at + 6)
    const stated = Number(/\/Length (\d{1,9})(?! \d+ R)/.exec(own)?.[1] ?? 0)
    const end = Math.max(from + stated, find(bytes, 'endstream', from))
    drawn += own.includes('FlateDecode') ? unpackedSize(bytes.subarray(from, end), most - drawn) : end - from
    if (drawn > most) return true
  }
  return false
}

function find(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let place = 1
    while (place < word.length && bytes[at + place] === word.charCodeAt(place)) place += 1
    if (place === word.length) return at
  }
  return -1
}

function afterLine(bytes: Uint8Array, at: number): number {
  const next = bytes[at] === 0x0d ? at + 1 : at
  return bytes[next] === 0x0a ? next + 1 : next
}

/** How many bytes a zlib stream unpacks to, counted to a little over `most`; what is no zlib stream unpacks to nothing. */
function unpackedSize(packed: Uint8Array, most: number): number {
  let size = 0
  const unpacking = new Unzlib((piece) => {
    size += piece.length
  })
  const step = 4_096
  try {
    for (let at = 0; at < packed.length && size <= most; at += step)
      unpacking.push(packed.subarray(at, at + step), false)
  } catch {
    return size // no zlib, or damaged: what pdfjs makes of it ends there as well
  }
  return size
}
