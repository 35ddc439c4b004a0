import type { Choice } from '@ennoshita/ui'
import { t } from '@ennoshita/ui'
import type { SourceKind } from '../../../rules/payment/payment-form.ts'
import { sourceKinds } from '../../../rules/payment/payment-form.ts'

export function kindWord(kind: SourceKind): string {
  const words: Record<SourceKind, string> = { bank: t('銀行口座'), cash: t('現金'), card: t('カード') }
  return words[kind]
}

export const kindChoices = (): Choice<SourceKind>[] =>
  sourceKinds.map((kind) => ({ value: kind, label: kindWord(kind) }))

/** 2営業日前の15:00まで. */
export function cutOffWord(days: number, time: string): string {
  return days === 0 ? t('当日の{time}まで', { time }) : t('{days}営業日前の{time}まで', { days, time })
}
