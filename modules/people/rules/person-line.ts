import { readDate } from '@ennoshita/formats'
import { dateInWords } from '@ennoshita/kernel'
import type { ImportColumn, PersonDraft } from '../contract.ts'
import { katakanaOf, partsOfName } from './names.ts'

/** What is wrong with one cell, and what to do. */
export type CellFault = { column: ImportColumn; ja: string; en: string }

const longest: Partial<Record<ImportColumn, number>> = {
  employeeNumber: 20,
  department: 200,
  post: 40,
  email: 200,
  phone: 40,
}

/** One person as a row tells them; `cell` gives the trimmed text of a column, '' when the file has no such column. */
export function readPersonLine(cell: (column: ImportColumn) => string): { draft: PersonDraft; faults: CellFault[] } {
  const faults: CellFault[] = []
  const text = (column: ImportColumn): string => {
    const given = cell(column)
    const limit = longest[column] ?? 60
    if (given.length > limit)
      faults.push({
        column,
        ja: `文字が多すぎます（${limit}文字まで）。短くしてください。`,
        en: `Too long (at most ${limit} characters). Shorten it.`,
      })
    return given
  }
  const date = (column: 'joinedOn' | 'leftOn'): string | null => {
    const given = cell(column)
    if (given === '') return null
    const reading = readDate(given)
    if (reading.ok) return reading.value
    faults.push({ column, ja: reading.message, en: reading.messageEn })
    return null
  }
  const name = partsOfName(text('fullName'))
  const kana = partsOfName(katakanaOf(text('fullKana')))
  const draft: PersonDraft = {
    employeeNumber: text('employeeNumber').normalize('NFKC') || null,
    familyName: text('familyName') || name.family,
    givenName: text('givenName') || name.given,
    familyKana: katakanaOf(text('familyKana')) || kana.family,
    givenKana: katakanaOf(text('givenKana')) || kana.given,
    formerFamilyName: text('formerFamilyName'),
    department: departmentPath(text('department')),
    post: text('post'),
    email: text('email').normalize('NFKC'),
    phone: text('phone').normalize('NFKC'),
    joinedOn: date('joinedOn'),
    leftOn: date('leftOn'),
  }
  if (draft.familyName === '')
    faults.push({
      column: cell('givenName') === '' ? 'fullName' : 'familyName',
      ja: '氏名がありません。氏名（または姓）を入力してください。',
      en: 'The name is missing. Give a name.',
    })
  if (draft.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email))
    faults.push({
      column: 'email',
      ja: `「${draft.email}」はメールアドレスの形ではありません。直すか、空にしてください。`,
      en: `"${draft.email}" is not an e-mail address. Correct it or leave it empty.`,
    })
  if (draft.joinedOn !== null && draft.leftOn !== null && draft.leftOn < draft.joinedOn)
    faults.push({
      column: 'leftOn',
      ja: `退職日（${dateInWords(draft.leftOn)}）が入社日（${dateInWords(draft.joinedOn)}）より前です。どちらかを直してください。`,
      en: `The last day (${draft.leftOn}) is before the day of joining (${draft.joinedOn}). Correct one of them.`,
    })
  return { draft, faults }
}

/** 営業本部／第一営業部 and 営業本部>第一営業部 as the full name 営業本部 / 第一営業部. */
function departmentPath(text: string): string {
  return text
    .split(/[/／>＞]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' / ')
}
