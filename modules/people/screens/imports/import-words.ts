import type { AnswerOf } from '@ennoshita/kernel'
import { t } from '@ennoshita/ui'
import type { ImportColumn, people } from '../../contract.ts'

export type PreviewLine = AnswerOf<typeof people.importPreviews>['lines'][number]

/** What a column of a register is called here. */
export function columnWord(key: ImportColumn): string {
  const words: Record<ImportColumn, string> = {
    employeeNumber: t('社員番号'),
    fullName: t('氏名（姓と名の間に空白）'),
    familyName: t('姓'),
    givenName: t('名'),
    fullKana: t('フリガナ'),
    familyKana: t('姓（カナ）'),
    givenKana: t('名（カナ）'),
    formerFamilyName: t('旧姓'),
    department: t('部署'),
    post: t('役職'),
    email: t('メール'),
    phone: t('電話'),
    joinedOn: t('入社日'),
    leftOn: t('退職日'),
  }
  return words[key]
}
