/** What stands on the paper of an invoice, in the order in which it is read. */
export type Paper = {
  readonly number: string
  /** Dates as the vendor writes them: 2026年10月31日, 令和8年10月31日. */
  readonly invoicedOn: string
  readonly dueOn: string
  readonly service: string
  readonly addressee: string
  readonly vendor: string
  /** T + 13 digits; empty where the vendor is not registered. */
  readonly registrationNumber: string
  readonly account: string
  readonly lines: readonly { readonly text: string; readonly amount: number }[]
  /** 10%対象 and the like, with base and tax. */
  readonly sums: readonly { readonly text: string; readonly base: number; readonly tax: number }[]
  readonly total: number
}

type Piece = { readonly x: number; readonly y: number; readonly size: number; readonly text: string }

/**
 * The paper as a PDF of one A4 page: plain objects, text in Unicode by the CMap UniJIS-UTF16-H and a Japanese font of the reader
 * (ISO 32000-1, 9.7.5.2), so that the file stays small.
 */
export function paperOf(paper: Paper): Uint8Array {
  const content = [...piecesOf(paper).map(textOf), ...rulesOf(paper)].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /FontDescriptor 7 0 R /DW 1000 /W [1 94 500]
  /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 4 >> >>`,
    `<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0
  /Ascent 752 /Descent -271 /CapHeight 737 /StemV 114 >>`,
  ]
  let file = '%PDF-1.5\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

const yen = (amount: number): string => `${amount < 0 ? '△' : ''}${Math.abs(amount).toLocaleString('ja')}`

function piecesOf(paper: Paper): Piece[] {
  const { lines, sums } = paper
  const top = 520
  const below = top - 20 - lines.length * 20
  return [
    { x: 245, y: 780, size: 20, text: '請　求　書' },
    { x: 50, y: 730, size: 13, text: `${paper.addressee} 御中` },
    { x: 370, y: 735, size: 9, text: `請求書番号 ${paper.number}` },
    { x: 370, y: 720, size: 9, text: `請求日 ${paper.invoicedOn}` },
    { x: 370, y: 685, size: 11, text: paper.vendor },
    ...(paper.registrationNumber ? [{ x: 370, y: 670, size: 9, text: `登録番号 ${paper.registrationNumber}` }] : []),
    { x: 50, y: 640, size: 12, text: `ご請求金額 ￥${yen(paper.total)}-（税込）` },
    { x: 50, y: 615, size: 9, text: `お支払期限 ${paper.dueOn}` },
    { x: 50, y: 600, size: 9, text: `取引期間 ${paper.service}` },
    { x: 50, y: 585, size: 9, text: `お振込先 ${paper.account}` },
    { x: 55, y: top, size: 9, text: '内容' },
    { x: 470, y: top, size: 9, text: '金額（税抜）' },
    ...lines.flatMap(({ text, amount }, index) => [
      { x: 55, y: top - 20 - index * 20, size: 10, text },
      { x: 470, y: top - 20 - index * 20, size: 10, text: yen(amount) },
    ]),
    ...sums.map(({ text, base, tax }, index) => ({
      ...{ x: 270, y: below - 20 - index * 16, size: 9 },
      text: `${text} ${yen(base)}円　消費税 ${yen(tax)}円`,
    })),
    { x: 270, y: below - 30 - sums.length * 16, size: 11, text: `合計 ${yen(paper.total)}円` },
  ]
}

function textOf({ x, y, size, text }: Piece): string {
  const hex = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'))
  return `BT /F ${size} Tf ${x} ${y} Td <${hex.join('')}> Tj ET`
}

function rulesOf({ lines }: Paper): string[] {
  const bottom = 514 - lines.length * 20
  return [`0.5 w 50 514 m 545 514 l S`, `50 ${bottom} m 545 ${bottom} l S`, `50 633 m 330 633 l S`]
}
