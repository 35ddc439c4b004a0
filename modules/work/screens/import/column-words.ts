import { t } from '@ennoshita/ui'
import { type ImportColumn, importColumns } from '../../rules/import-columns.ts'

/** What a column is called here, in the language in use. */
export function columnWord(key: ImportColumn): string {
  const words: Record<ImportColumn, string> = {
    major: t('大分類'),
    middle: t('中分類'),
    minor: t('小分類'),
    name: t('業務名'),
    description: t('業務内容'),
    department: t('部門'),
    main: t('主担当'),
    deputies: t('副担当'),
    frequency: t('頻度'),
    due: t('期日の決まり'),
    minutes: t('1件の時間'),
    monthlyCount: t('月間件数'),
    monthlyLoad: t('月間工数'),
    difficulty: t('難易度'),
    papers: t('使用帳票'),
    systems: t('使用システム'),
    hasManual: t('マニュアル'),
    manualPlace: t('マニュアルの場所'),
    manualOn: t('マニュアル更新日'),
    law: t('根拠法令'),
    legalDeadline: t('法定の期限'),
    steps: t('手順'),
    goesWrong: t('つまずきやすい点'),
    notes: t('備考'),
    issues: t('課題'),
    improvement: t('改善区分'),
    relief: t('自動化・外注'),
    automation: t('自動化'),
    outsourcing: t('外注'),
    lastDoneOn: t('最終実施'),
    substitutes: t('代わりの人'),
    number: t('番号'),
  }
  return words[key]
}

export function columnChoices(): { value: ImportColumn; label: string }[] {
  return importColumns.map(({ key }) => ({ value: key, label: columnWord(key) }))
}
