import type { LocalDate, Words } from '@ennoshita/kernel'
import { inputTaxDeduction, UnknownLawError } from '@ennoshita/statutes'

export type SmallAmountFacts = {
  readonly usesSmallAmount: boolean
  readonly basePeriodSales: number | null
  readonly specifiedPeriodSales: number | null
}

type Standing = Words & { readonly applies: boolean }

/** Whether 少額特例 holds on that day for a company that uses it, by the sales given (平成28年改正法附則53条の2), and why. */
export function smallAmountStanding(facts: SmallAmountFacts, on: LocalDate): Standing {
  const { usesSmallAmount, basePeriodSales, specifiedPeriodSales } = facts
  if (!usesSmallAmount)
    return {
      applies: false,
      ja: '少額特例を使わない設定です。',
      en: 'The company does not use the rule for small amounts.',
    }
  if (basePeriodSales === null && specifiedPeriodSales === null)
    return {
      applies: false,
      ja: '基準期間または特定期間の課税売上高が入力されていません。',
      en: 'The sales of the base period or of the specified period are not given.',
    }
  const law = isSmallOn(facts, on)
  if (law === undefined)
    return { applies: false, ja: 'この日の法令が分かりません。', en: 'The law of that day is not known.' }
  return law
    ? {
        applies: true,
        ja: '課税売上高が少額特例の範囲内です（平成28年改正法附則53条の2）。',
        en: 'The sales are within the rule for small amounts.',
      }
    : {
        applies: false,
        ja: '課税売上高が少額特例の範囲を超えているか、期間が終わっています（平成28年改正法附則53条の2）。',
        en: 'The sales are above the rule for small amounts, or its time is over.',
      }
}

/** Asked of the smallest purchase there is; undefined where the law is not known. */
function isSmallOn({ basePeriodSales, specifiedPeriodSales }: SmallAmountFacts, on: LocalDate): boolean | undefined {
  const company = {
    ...(basePeriodSales === null ? {} : { basePeriodSales }),
    ...(specifiedPeriodSales === null ? {} : { specifiedPeriodSales }),
  }
  try {
    const smallest = {
      transactionDate: on,
      amountIncludingTax: 1,
      rateClass: 'standard',
      supplier: 'unregistered',
    } as const
    return inputTaxDeduction({ ...smallest, company }).kind === 'small-amount'
  } catch (cause) {
    if (cause instanceof UnknownLawError) return undefined
    throw cause
  }
}

/** Why 少額特例 cannot be switched on, by the field; undefined when it can or is off. */
export function smallAmountFault(
  facts: SmallAmountFacts,
  on: LocalDate,
): { field: string; says: Words; todo: Words } | undefined {
  const { applies, ...says } = smallAmountStanding(facts, on)
  if (!facts.usesSmallAmount || applies) return undefined
  const field = facts.specifiedPeriodSales === null ? 'basePeriodSales' : 'specifiedPeriodSales'
  return {
    field,
    says: { ja: `少額特例は使えません。${says.ja}`, en: `The rule for small amounts cannot be used. ${says.en}` },
    todo: {
      ja: '基準期間（または特定期間）の課税売上高を確かめるか、少額特例を使わない設定にしてください。',
      en: 'Check the sales of the base (or specified) period, or leave the rule off.',
    },
  }
}
