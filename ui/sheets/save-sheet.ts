import { UnwritableTextError, writeTableCsv, writeTableXlsx } from '@ennoshita/formats'
import type { RefusalFace, SheetAnswer } from '@ennoshita/kernel'
import { offerFile } from '../screen/offer-file.ts'

export type FileSort = 'xlsx' | 'utf-8-bom' | 'cp932'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Lets the browser save a list. Throws UnwritableTextError where Shift_JIS has no such character. */
export async function saveSheet({ name, header, rows }: SheetAnswer, sort: FileSort): Promise<void> {
  if (sort !== 'xlsx') return offerFile(`${name}.csv`, writeTableCsv([header, ...rows], { encoding: sort }), 'text/csv')
  const [sheetName = name] = name.split('_')
  offerFile(`${name}.xlsx`, await writeTableXlsx([{ name: sheetName, header, rows }]), excel)
}

/** Why a list could not be written in Shift_JIS, in words; undefined for any other failure. */
export function unwritableFace(cause: unknown): RefusalFace | undefined {
  if (!(cause instanceof UnwritableTextError)) return undefined
  return {
    kind: 'bad-input',
    code: 'ui.unwritable-text',
    what: { ja: cause.message, en: cause.messageEn },
    todo: {
      ja: '字を変えられないときは、ExcelかUTF-8のCSVをお使いください。どの字もそのまま書けます。',
      en: 'Where the character must stay, take Excel or CSV in UTF-8, which write every character.',
    },
  }
}
