import { writeTableXlsx } from '@ennoshita/formats'
import { ask, offerFile, t } from '@ennoshita/ui'
import { people } from '../../contract.ts'
import type { PreviewLine } from './report-columns.tsx'
import { remarksOf } from './report-columns.tsx'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const atOnce = 500

/** Saves the lines to correct as an Excel file that can itself be taken in again, with what to do in the last column. */
export async function saveFaultyLines(importId: string, fileName: string): Promise<void> {
  const lines: PreviewLine[] = []
  for (let isMore = true; isMore; ) {
    const page = await ask(people.importPreviews, { importId, state: 'faulty', limit: atOnce, offset: lines.length })
    lines.push(...page.lines)
    isMore = page.lines.length === atOnce
  }
  const header = [
    '社員番号',
    '姓',
    '名',
    '姓カナ',
    '名カナ',
    '旧姓',
    '部署',
    '役職',
    'メール',
    '電話',
    '入社日',
    '退職日',
  ]
  const rows = lines.map((line) => {
    const person = line.draft
    const cells = [
      person?.employeeNumber,
      person?.familyName,
      person?.givenName,
      person?.familyKana,
      person?.givenKana,
      person?.formerFamilyName,
      person?.department,
      person?.post,
      person?.email,
      person?.phone,
      person?.joinedOn,
      person?.leftOn,
    ]
    return [...cells.map((cell) => cell ?? ''), line.line, remarksOf(line).join('\n')]
  })
  const bytes = await writeTableXlsx([{ name: t('直す行'), header: [...header, t('元の行'), t('直し方')], rows }])
  offerFile(`${t('直す行')}_${fileName.replace(/\.[^.]*$/, '')}.xlsx`, bytes, xlsx)
}
