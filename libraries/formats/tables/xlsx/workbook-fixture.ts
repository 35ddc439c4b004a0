import { strToU8, zipSync } from 'fflate'

type Parts = {
  /** Content of <worksheet> of each sheet, by name. */
  sheets: Record<string, string>
  sharedStrings?: string
  styles?: string
  workbookProperties?: string
  hidden?: readonly string[]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook put together by hand for tests, as Excel lays it out. */
export function workbookOf(parts: Parts): Uint8Array {
  const names = Object.keys(parts.sheets)
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships>${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}">${parts.workbookProperties ?? ''}<sheets>${names
      .map((name, at) => {
        const state = parts.hidden?.includes(name) ? ' state="hidden"' : ''
        return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_name, at) => relationship(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join(
        '',
      )}${relationship('rIdS', 'sharedStrings', 'sharedStrings.xml')}${relationship('rIdT', 'styles', '/xl/styles.xml')}</Relationships>`,
  }
  if (parts.sharedStrings) files['xl/sharedStrings.xml'] = `<sst xmlns="${main}">${parts.sharedStrings}</sst>`
  if (parts.styles) files['xl/styles.xml'] = `<styleSheet xmlns="${main}">${parts.styles}</styleSheet>`
  for (const [at, name] of names.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<?xml version="1.0"?><worksheet xmlns="${main}">${parts.sheets[name]}</worksheet>`
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}
