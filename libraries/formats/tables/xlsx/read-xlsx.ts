import { brokenArchive, inflateText, openZip, type ZipArchive, type ZipEntry } from '../../zip/open-zip.ts'
import { type Table, type TableFault, type TableLimits, type TableSheet, UnreadableFileError } from '../table.ts'
import { kindOfFormat, type NumberKind } from './number-formats.ts'
import { sharedTextReader, sheetReader, type Workbook } from './read-sheet.ts'
import { type XmlHandlers, xmlScanner } from './xml-scanner.ts'

type SheetPlace = { name: string; relation: string; isHidden: boolean }

const maxSheets = 200

const scan = (archive: ZipArchive, path: string, handlers: XmlHandlers): boolean => {
  const entry: ZipEntry | undefined = archive.entries.findLast(({ name }) => name.toLowerCase() === path.toLowerCase())
  if (entry === undefined) return false
  inflateText(archive, entry, xmlScanner(handlers))
  return true
}

/** `folder/./a/../b.xml` without its dots; a target that begins with / counts from the root. */
const resolved = (folder: string, target: string): string => {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

type Relation = { id: string; type: string; target: string }

const relationsOf = (archive: ZipArchive, path: string): Relation[] => {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
  const name = path.slice(path.lastIndexOf('/') + 1)
  const relations: Relation[] = []
  scan(archive, resolved(folder, `_rels/${name}.rels`), {
    open: (tag, attribute) => {
      if (tag !== 'Relationship') return
      const type = attribute('Type') ?? ''
      relations.push({
        id: attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolved(folder, attribute('Target') ?? ''),
      })
    },
  })
  return relations
}

const readWorkbook = (archive: ZipArchive, path: string): { places: SheetPlace[]; is1904: boolean } => {
  const places: SheetPlace[] = []
  let is1904 = false
  const isFound = scan(archive, path, {
    open: (tag, attribute) => {
      if (tag === 'workbookPr') is1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
      if (tag !== 'sheet') return
      const isHidden = /hidden/i.test(attribute('state') ?? '')
      places.push({ name: attribute('name') ?? '', relation: attribute('r:id') ?? attribute('id') ?? '', isHidden })
    },
  })
  if (!isFound) {
    throw new UnreadableFileError(
      'Excelのブック（XLSX）ではありません。Excelで「Excelブック（*.xlsx）」として保存し直してください。',
      'This is not an Excel workbook (XLSX). Save it in Excel as "Excel Workbook (*.xlsx)".',
    )
  }
  if (places.length === 0) {
    throw new UnreadableFileError(
      'ブックにシートがありません。Excelで開いて保存し直してください。',
      'The workbook has no sheets. Open and save it again in Excel.',
    )
  }
  return { places: places.slice(0, maxSheets), is1904 }
}

/** The kind of number of each cell style (cellXfs), in order. */
const readStyles = (archive: ZipArchive, path: string | undefined): NumberKind[] => {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let isCellStyles = false
  if (path === undefined) return kinds
  scan(archive, path, {
    open: (tag, attribute) => {
      if (tag === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (tag === 'cellXfs') isCellStyles = true
      if (tag !== 'xf' || !isCellStyles) return
      const id = Number(attribute('numFmtId') ?? 0)
      kinds.push(kindOfFormat(id, codes.get(id)))
    },
    close: (tag) => {
      if (tag === 'cellXfs') isCellStyles = false
    },
  })
  return kinds
}

const readSheet = (
  archive: ZipArchive,
  path: string | undefined,
  name: string,
  workbook: Workbook,
  maxRows: number,
) => {
  const reader = sheetReader(name, workbook, maxRows)
  if (path === undefined || !scan(archive, path, reader.handlers)) throw brokenArchive()
  return reader.finish()
}

/** Reads every worksheet of an XLSX workbook (ECMA-376 part 1, 18). Faults of one sheet do not stop the others. */
export function readXlsx(bytes: Uint8Array, limits: Required<TableLimits>): Table {
  const archive = openZip(bytes, limits.maxInflatedBytes)
  const main =
    relationsOf(archive, '').find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const { places, is1904 } = readWorkbook(archive, main)
  const relations = relationsOf(archive, main)
  const targetOf = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target
  const shared = sharedTextReader()
  const sharedPath = targetOf('sharedStrings')
  if (sharedPath !== undefined) scan(archive, sharedPath, shared.handlers)
  const workbook: Workbook = { sharedTexts: shared.texts, kinds: readStyles(archive, targetOf('styles')), is1904 }
  const sheets: TableSheet[] = []
  const faults: TableFault[] = []
  for (const { name, relation, isHidden } of places) {
    const target = relations.find((one) => one.id === relation)
    if (target !== undefined && target.type !== 'worksheet') continue
    try {
      const read = readSheet(archive, target?.target, name, workbook, limits.maxRows)
      sheets.push(isHidden ? { ...read.sheet, isHidden } : read.sheet)
      faults.push(...read.faults)
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error
      faults.push({ sheet: name, ...error.fault })
    }
  }
  if (sheets.length === 0 && faults.length === 0) throw brokenArchive()
  return { sheets, faults }
}
