import { fileURLToPath } from 'node:url'
import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { dice, spoiled } from '../fuzz.ts'
import { readPdf } from './read-pdf.ts'

const characterMaps = fileURLToPath(new URL('./cmaps/', import.meta.resolve('pdfjs-dist/package.json')))

/** A PDF of plain objects, its cross-reference table as ISO 32000-1, 7.5.4 wants it. */
function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.5\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(place).padStart(10, '0')
  })
  const table = places.map((place) => `${place} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

/** Each text is drawn at its place, from the lower left corner, 10 points high. */
function pageOf(texts: readonly (readonly [x: number, y: number, text: string])[]): Uint8Array {
  const hex = (text: string) =>
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')
  const content = texts.map(([x, y, text]) => `BT /F 10 Tf ${x} ${y} Td <${hex(text)}> Tj ET`).join('\n')
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /FontDescriptor 7 0 R /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 4 >> >>',
    '<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 114 >>',
  ])
}

const pagesOf = (count: number) =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ')}] /Count ${count} >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
  ])

const find = (bytes: Uint8Array, text: string) => new TextDecoder('latin1').decode(bytes).indexOf(text)

const faultOf = async (bytes: Uint8Array) => {
  const reading = await readPdf(bytes)
  return reading.ok ? undefined : [reading.fault.rule, reading.fault.ja]
}

describe('the text of a PDF', () => {
  test('is read with its places from the upper left corner, a line after the other', async () => {
    const reading = await readPdf(
      pageOf([
        [370, 700, '登録番号 T7000012050002'],
        [50, 640, 'ご請求金額'],
        [120, 640, '￥110,000-'],
        [50, 780, '請求書'],
      ]),
      { characterMaps },
    )
    expect(reading.ok && reading.pageCount).toBe(1)
    const [page] = reading.ok ? reading.pages : []
    expect(page && [page.page, page.width, page.height]).toEqual([1, 595, 842])
    expect(page?.texts.map(({ text, x, y }) => [text, Math.round(x), Math.round(y)])).toEqual([
      ['請求書', 50, 52],
      ['登録番号 T7000012050002', 370, 132],
      ['ご請求金額', 50, 192],
      ['￥110,000-', 120, 192],
    ])
  })

  test('pieces that touch are one text, as a reader sees it', async () => {
    const reading = await readPdf(
      pageOf([
        [50, 700, '令和８年'],
        [90, 700, '１１月'],
        [120, 700, '３０日'],
      ]),
      { characterMaps },
    )
    expect(reading.ok && reading.pages[0]?.texts.map(({ text }) => text)).toEqual(['令和８年１１月３０日'])
  })

  test('of a page without text is empty, and only the first pages are read', async () => {
    const reading = await readPdf(pagesOf(7), { pages: 2 })
    expect(reading).toEqual({
      ok: true,
      pageCount: 7,
      pages: [1, 2].map((page) => ({ page, width: 595, height: 842, texts: [] })),
    })
  })
})

describe('what is no readable PDF', () => {
  test('nothing at all', async () => {
    expect(await faultOf(new Uint8Array())).toEqual(['empty', 'ファイルが空です（0バイト）。'])
  })

  test('a picture with the name of a PDF', async () => {
    expect(await faultOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toEqual(['no-pdf', 'PDFではありません。'])
  })

  test('one of 2,000 pages', async () => {
    expect(await faultOf(pagesOf(2000))).toEqual([
      'too-many-pages',
      'PDFが2,000ページあります。300ページまで受け取ります。',
    ])
  })

  test('one with a password (the standard security handler, 40 bits)', async () => {
    const key = 'ab'.repeat(32)
    const bytes = pdfOf(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
        `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`,
      ],
      '/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
    )
    expect((await faultOf(bytes))?.[0]).toBe('encrypted')
  })

  test('one that was cut off in the middle, or is noise after its header', async () => {
    const whole = pagesOf(1)
    expect((await faultOf(whole.slice(0, 40)))?.[0]).toBe('broken')
    expect((await faultOf(new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(5000)}`)))?.[0]).toBe('broken')
  })

  test('one of a few kilobytes that unpacks to more drawing than anybody reads, and one that draws as much unpacked', async () => {
    const drawing = 'BT /F 10 Tf 50 700 Td <8acb> Tj ET\n'.repeat(200_000)
    const packed = zlibSync(new TextEncoder().encode(drawing))
    const page = (filter: string, content: string) =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
        `<< /Length ${content.length} ${filter} >>\nstream\n${content}\nendstream`,
      ])
    const says = ['too-complex', 'PDFの図や文字が多すぎるため、文字を読み取れません。']
    expect(await faultOf(page('', drawing))).toEqual(says)
    const marked = page('/Filter /FlateDecode', 'z'.repeat(packed.length))
    marked.set(packed, find(marked, 'stream\nz') + 7)
    expect(marked.length).toBeLessThan(100_000)
    expect(await faultOf(marked)).toEqual(says)
    expect(await readPdf(marked, { pages: 0 })).toMatchObject({ ok: true, pageCount: 1 })
  })

  test('1,000 spoiled files are read or refused', async () => {
    const good = pageOf([[50, 700, '請求書']])
    const counts = { read: 0, refused: 0 }
    for (let seed = 0; seed < 1_000; seed += 1) {
      counts[(await readPdf(spoiled(good, dice(seed)))).ok ? 'read' : 'refused'] += 1
    }
    expect(counts.read).toBeGreaterThan(100)
    expect(counts.refused).toBeGreaterThan(100)
  }, 120_000)

  test('the bytes that were given stay whole', async () => {
    const bytes = pagesOf(1)
    await readPdf(bytes)
    expect(bytes.length).toBeGreaterThan(100)
  })
})
