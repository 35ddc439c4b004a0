import type { AnswerOf } from '@ennoshita/kernel'
import type { StatusColour } from '@ennoshita/ui'
import { t } from '@ennoshita/ui'
import type { work } from '../../contract.ts'

export type Entry = AnswerOf<typeof work.registerEntries>['rows'][number]

export function sortChoices(): { value: Entry['sort']; label: string }[] {
  return [
    { value: 'contract', label: t('契約') },
    { value: 'licence', label: t('許認可') },
    { value: 'inspection', label: t('点検・車検') },
    { value: 'insurance', label: t('保険') },
    { value: 'domain', label: t('ドメイン・証明書') },
    { value: 'lease', label: t('リース') },
    { value: 'other', label: t('その他') },
  ]
}

export function renewalChoices(): { value: Entry['renews']; label: string }[] {
  return [
    { value: 'none', label: t('更新なし') },
    { value: 'auto', label: t('自動更新') },
    { value: 'by-hand', label: t('手続きして更新') },
  ]
}

export function sortWord(sort: Entry['sort']): string {
  return sortChoices().find((choice) => choice.value === sort)?.label ?? ''
}

export function renewalWord(renews: Entry['renews']): string {
  return renewalChoices().find((choice) => choice.value === renews)?.label ?? ''
}

/** あと12日, 今日, 3日過ぎました. */
export function daysLeftWord(days: number | null): string {
  if (days === null) return ''
  if (days === 0) return t('今日')
  return days > 0 ? t('あと{days}日', { days }) : t('{days}日過ぎました', { days: -days })
}

export function daysLeftColour(days: number): StatusColour {
  if (days <= 7) return 'red'
  return days <= 60 ? 'amber' : 'grey'
}

/** What the next date asks for: a notice, or the end of the term. */
export function nextWord(nextIs: Entry['nextIs']): string {
  if (nextIs === null) return ''
  return nextIs === 'notice' ? t('通知期限') : t('終了日')
}
