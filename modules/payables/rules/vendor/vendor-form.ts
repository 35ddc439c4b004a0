import type { CommissionKind, WithholdingFeesKind } from '@ennoshita/statutes'
import type { WithholdingGroup } from '../payment/payment-form.ts'

/** 取引先の区分 by law, as declared; the facts are asked as well, and the stricter of both holds. */
export const lawClasses = ['none', 'toritekihou', 'freelance'] as const
export type LawClass = (typeof lawClasses)[number]

/** 委託の種類 (取適法2条1項–5項, 施行令1条). */
export const commissionKinds = [
  'manufacturing',
  'repair',
  'designated-transport',
  'program',
  'transport-storage-data-service',
  'information-product',
  'service',
] as const satisfies readonly CommissionKind[]

/** 報酬・料金等の区分 (所得税法204条). */
export const withholdingKinds = [
  'general',
  'judicial-scrivener',
  'land-and-house-investigator',
  'marine-procedure-commission-agent',
  'sales-agent',
  'hostess',
  'advertising-prize',
  'administrative-scrivener',
] as const satisfies readonly WithholdingFeesKind[]

/** Which journal account owes the vendor: 未払金 `other` or 買掛金 `trade`. */
export const payables = ['other', 'trade'] as const

/** 預金種目 of a vendor's account: 普通, 当座, 貯蓄, その他. */
export const accountTypes = ['ordinary', 'current', 'savings', 'other'] as const
export const accountStates = ['waiting', 'confirmed', 'refused', 'replaced'] as const

/** Group of a kind where the kind alone tells it (所得税法204条1項2号 has the 士業); 原稿料 and 税理士報酬 share one kind. */
export function withholdingGroupOf(kind: WithholdingFeesKind, given: WithholdingGroup | null): WithholdingGroup {
  switch (kind) {
    case 'judicial-scrivener':
    case 'land-and-house-investigator':
    case 'marine-procedure-commission-agent':
    case 'administrative-scrivener':
      return 'professional'
    case 'general':
      return given ?? 'other'
    default:
      return 'other'
  }
}
