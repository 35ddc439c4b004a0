import { formatYen } from '@ennoshita/formats'
import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTable, language, t } from '@ennoshita/ui'
import type { DocumentKind } from '../contract.ts'
import { documentKinds, documents } from '../contract.ts'
import { kindWords } from '../rules/document.ts'

export type DocumentRow = AnswerOf<typeof documents.documentList>['documents'][number]
export type DocumentDetails = AnswerOf<typeof documents.documentDetails>

/** What shows documents and changes when one is kept or corrected. */
export const documentViews = [documents.documentList, documents.documentDetails]

export const kindWord = (kind: DocumentKind): string => kindWords[kind][language()]
export const kindChoices = () => documentKinds.map((value) => ({ value, label: kindWord(value) }))

export const dayWord = (day: string | null): string => (day === null ? '' : dateInTable(day))
export const yenWord = (amount: number | null): string => (amount === null ? '' : formatYen(amount, { unit: '' }))

/** 340 B, 52 KB, 1.4 MB. */
export function sizeWord(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** What a field of a document is called in its history. */
export function fieldWord(name: string): string {
  if (name === 'kind') return t('種別')
  if (name === 'transactionOn') return t('取引年月日')
  if (name === 'amount') return t('金額')
  if (name === 'partner') return t('取引先')
  if (name === 'departmentId') return t('部門')
  if (name === 'note') return t('メモ')
  return name === 'fileName' ? t('ファイル名') : ''
}

/** The value of such a field in words; `departments` names those of today by their id. */
export function valueWord(name: string, value: unknown, departments: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return t('（空）')
  if (name === 'kind') return kindWord(documentKinds.find((kind) => kind === value) ?? 'other')
  if (name === 'transactionOn') return dayWord(String(value))
  if (name === 'amount' && typeof value === 'number') return yenWord(value)
  if (name === 'departmentId') return departments.get(String(value)) ?? t('（今はない部門）')
  return String(value)
}
