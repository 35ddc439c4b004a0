import { findHeader, foldForSearch } from '@ennoshita/formats'
import type { RefusalFace } from '@ennoshita/kernel'
import { type VendorColumn, type VendorFault, vendorColumns } from '../../contract/vendor-import.ts'
import { type CellFault, readVendorLine, type VendorDraft } from './vendor-line.ts'

export type VendorSheet = {
  readonly rows: readonly (readonly string[])[]
  readonly lines?: readonly number[] | undefined
  readonly headerRow?: number | undefined
  readonly firstRecordRow?: number | undefined
  readonly mapping?: Partial<Record<VendorColumn, number>> | undefined
}

/** What is known of vendors already, so that none comes in twice. */
export type KnownVendor = Pick<VendorDraft, 'code' | 'name' | 'corporateNumber' | 'registrationNumber'>

export type VendorLineRead = {
  readonly line: number
  readonly state: 'accepted' | 'known' | 'faulty'
  readonly draft: VendorDraft
  readonly faults: readonly VendorFault[]
}
export type VendorTableRead =
  | { readonly ok: true; readonly lines: readonly VendorLineRead[] }
  | { readonly ok: false; readonly fault: RefusalFace }

/** Reads a table of vendors line by line; each is accepted, known already, or faulty with what to do. Empty rows are skipped. */
export function readVendorTable(sheet: VendorSheet, known: readonly KnownVendor[], on: string): VendorTableRead {
  const columns = columnsOf(sheet)
  if (!columns) return { ok: false, fault: noHeader }
  const holderOf = twins(known)
  const seen = new Map<string, number>()
  const lines = sheet.rows.flatMap((row, index): VendorLineRead[] => {
    if (index < columns.firstRecordRow || row.every((text) => text.trim() === '')) return []
    const line = sheet.lines?.[index] ?? index + 1
    const cell = (column: VendorColumn): string => {
      const place = columns.mapping[column]
      return place === undefined ? '' : (row[place] ?? '').trim()
    }
    const { draft, faults, notes } = readVendorLine(cell, on)
    const repeated = repeatedFault(draft, seen, line)
    const holder = holderOf(draft)
    const all = repeated ? [...faults, repeated] : faults
    const state = all.length > 0 ? 'faulty' : holder ? 'known' : 'accepted'
    const told = state === 'faulty' ? all : holder ? [knownAlready(holder)] : notes
    return [
      {
        ...{ line, state, draft },
        faults: told.map(({ column, ja, en }) => {
          const place = columns.mapping[column]
          return place === undefined ? { line, ja, en } : { line, column: place + 1, ja, en }
        }),
      },
    ]
  })
  return { ok: true, lines }
}

function columnsOf(sheet: VendorSheet) {
  if (sheet.mapping && Object.keys(sheet.mapping).length > 0)
    return { mapping: sheet.mapping, firstRecordRow: sheet.firstRecordRow ?? (sheet.headerRow ?? 0) + 1 }
  const start = sheet.headerRow ?? 0
  const found = findHeader(sheet.rows.slice(start), vendorColumns)
  if (found?.mapping.name === undefined) return undefined
  return { mapping: found.mapping, firstRecordRow: sheet.firstRecordRow ?? start + found.firstRecordRow }
}

const noHeader: RefusalFace = {
  kind: 'bad-input',
  code: 'payables.import-without-header',
  what: { ja: '「取引先名」の列が見つかりません。', en: 'No column of vendor names was found.' },
  field: 'headerRow',
  todo: {
    ja: '見出しの行を選び、どの列が取引先名かを指定してください。',
    en: 'Choose the row of the titles and say which column holds the name.',
  },
}

/** Finds which vendor a draft is already: by code, number, else by name. */
export function twins(known: readonly KnownVendor[]): (draft: KnownVendor) => KnownVendor | undefined {
  const bySign = new Map(known.flatMap((vendor) => signsOf(vendor).map((sign) => [sign, vendor])))
  return (draft) => {
    for (const sign of signsOf(draft)) if (bySign.has(sign)) return bySign.get(sign)
    return undefined
  }
}

const signsOf = ({ code, name, corporateNumber, registrationNumber }: KnownVendor): string[] => [
  ...(code === '' ? [] : [`code ${code}`]),
  ...(registrationNumber === null ? [] : [`registration ${registrationNumber}`]),
  ...(corporateNumber === null ? [] : [`corporate ${corporateNumber}`]),
  ...(name === '' ? [] : [`name ${foldForSearch(name)}`]),
]

function repeatedFault(draft: VendorDraft, seen: Map<string, number>, line: number): CellFault | undefined {
  const signs = signsOf(draft)
  const first = signs.map((sign) => seen.get(sign)).find((earlier) => earlier !== undefined)
  for (const sign of signs) if (!seen.has(sign)) seen.set(sign, line)
  if (first === undefined) return undefined
  return {
    column: 'name',
    ja: `${first}行目と同じ取引先です。コード・番号・名前を確かめ、同じなら行を削ってください。`,
    en: `The same vendor stands in line ${first}. Check code, numbers and name; delete the line if it is the same.`,
  }
}

const knownAlready = ({ code, name }: KnownVendor): CellFault => ({
  column: 'name',
  ja: `「${name}」（${code}）として登録済みのため、取り込みません。内容は取引先の画面で変えられます。`,
  en: `It is entered already as ${name} (${code}); the line is left out.`,
})
