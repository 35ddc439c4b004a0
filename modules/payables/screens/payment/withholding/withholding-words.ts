import type { AnswerOf } from '@ennoshita/kernel'
import { t } from '@ennoshita/ui'
import type { payables } from '../../../contract.ts'

export type WithholdingDue = AnswerOf<typeof payables.withholdingDues>[number]

export function periodWord({ period, from, until }: WithholdingDue): string {
  const [fromMonth, untilMonth] = [from, until].map((day) =>
    t('{year}年{month}月', { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) }),
  )
  return period === 'month'
    ? (fromMonth ?? '')
    : t('{from}〜{until}', { from: fromMonth ?? '', until: untilMonth ?? '' })
}

export function groupWord(group: WithholdingDue['group']): string {
  return group === 'professional' ? t('税理士・弁護士などの報酬') : t('原稿料・デザイン料などの報酬')
}
