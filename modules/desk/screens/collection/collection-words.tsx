import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTable, Status, t } from '@ennoshita/ui'
import { desk } from '../../contract.ts'

export type Collection = AnswerOf<typeof desk.collections>['rows'][number]
export type CollectionDetails = AnswerOf<typeof desk.collectionDetails>
export type AskedPerson = CollectionDetails['people'][number]
export type MyCollection = AnswerOf<typeof desk.myCollections>['rows'][number]

export const collectionQueries = [desk.collections, desk.collectionDetails, desk.myCollections]
export const answerKinds = ['done', 'text', 'date'] as const

export function answerKindWord(kind: CollectionDetails['answerKind']): string {
  const words = { done: t('「出しました」だけ'), text: t('文章で答える'), date: t('日付で答える') }
  return words[kind]
}

export function AnswerState({ state }: { readonly state: AskedPerson['state'] }) {
  if (state === 'open') return <Status colour="amber">{t('まだ')}</Status>
  return state === 'answered' ? (
    <Status colour="green">{t('回答あり')}</Status>
  ) : (
    <Status colour="green">{t('受け取り済み')}</Status>
  )
}

/** What someone answered: the date, the text, or nothing. */
export function answerWord(row: Pick<AskedPerson, 'answerOn' | 'answerText'>): string {
  return [row.answerOn === null ? '' : dateInTable(row.answerOn), row.answerText]
    .filter((part) => part !== '')
    .join(' ')
}
