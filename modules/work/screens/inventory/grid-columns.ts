import type { GridColumn, Option } from '@ennoshita/ui'
import { t } from '@ennoshita/ui'
import type { InventoryCells } from '../../rules/inventory-cells.ts'
import { difficultyChoices, improvementChoices, reliefChoices, timingChoices } from '../kind-words.ts'

/** The columns of the inventory as a spreadsheet: what people write. What the log fills stands in the table only. */
export function inventoryGridColumns(
  everyone: readonly Option[],
  departments: readonly Option[],
): GridColumn<InventoryCells>[] {
  return [
    { key: 'major', head: t('大分類'), kind: 'text', width: '7rem' },
    { key: 'middle', head: t('中分類'), kind: 'text', width: '8rem' },
    { key: 'name', head: t('業務名'), kind: 'text', width: '16rem', isRequired: true },
    { key: 'departmentId', head: t('部門'), kind: 'choice', options: departments, width: '8rem' },
    { key: 'mainId', head: t('主担当'), kind: 'choice', options: everyone, width: '8rem' },
    { key: 'deputies', head: t('副担当'), kind: 'text', width: '10rem' },
    { key: 'timing', head: t('時期'), kind: 'choice', options: timingChoices(), width: '5rem' },
    { key: 'due', head: t('期日の決まり'), kind: 'text', width: '15rem' },
    { key: 'monthlyCount', head: t('月間件数'), kind: 'count', width: '6rem' },
    { key: 'usualMinutes', head: t('1件の時間'), kind: 'minutes', width: '7rem' },
    { key: 'difficulty', head: t('難易度'), kind: 'choice', options: difficultyChoices(), width: '8rem' },
    { key: 'papers', head: t('使用帳票'), kind: 'text', width: '13rem' },
    { key: 'systems', head: t('使用システム'), kind: 'text', width: '11rem' },
    { key: 'hasManual', head: t('マニュアル'), kind: 'flag', width: '6rem' },
    { key: 'manualOn', head: t('マニュアル更新日'), kind: 'date', width: '9rem' },
    { key: 'manualPlace', head: t('マニュアルの場所'), kind: 'text', width: '14rem' },
    { key: 'lawName', head: t('根拠法令'), kind: 'text', width: '13rem' },
    { key: 'lawArticle', head: t('条文'), kind: 'text', width: '8rem' },
    { key: 'lawDeadline', head: t('法定の期限'), kind: 'text', width: '14rem' },
    { key: 'issues', head: t('課題'), kind: 'text', width: '15rem' },
    { key: 'improvement', head: t('改善区分'), kind: 'choice', options: improvementChoices(), width: '7rem' },
    { key: 'relief', head: t('自動化・外注'), kind: 'choice', options: reliefChoices(), width: '9rem' },
    { key: 'goesWrong', head: t('つまずきやすい点'), kind: 'text', width: '18rem' },
    { key: 'notes', head: t('備考'), kind: 'text', width: '14rem' },
  ]
}
