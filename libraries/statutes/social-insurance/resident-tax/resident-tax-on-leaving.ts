import { dateParts } from '../../calendar/days.ts'
import { day, flag, InvalidInputError, month, record, yen } from '../../core/input.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { residentTaxOfLeavers } from './law.ts'
import { residentTaxMonthly } from './resident-tax-monthly.ts'

/**
 * `first` and `others` are the notified monthly amounts, `firstMonth` as in `residentTaxMonthly`. `lastDeductedMonth` is the last month whose
 * instalment is deducted from ordinary pay: the month of leaving when left out. `payDueThroughMay` is the largest pay or retirement
 * pay still due by 31 May; taken as enough when left out.
 */
export type ResidentTaxOnLeavingInput = {
  leftOn: string
  first: number
  others: number
  firstMonth?: number
  lastDeductedMonth?: string
  requestsLumpSum?: boolean
  payDueThroughMay?: number
  continuesAtNewEmployer?: boolean
}

/**
 * `transfer` 転勤・転職先で継続, `lump-sum-mandatory` and `lump-sum-on-request` 一括徴収, `ordinary-collection` 普通徴収に切替え, `normal` nothing is left.
 */
export type ResidentTaxTreatment =
  | 'transfer'
  | 'lump-sum-mandatory'
  | 'lump-sum-on-request'
  | 'ordinary-collection'
  | 'normal'

/** `remaining` is the tax not yet deducted, `lumpSum` what is deducted at once from the last pay; yen. */
export type ResidentTaxOnLeaving = {
  treatment: ResidentTaxTreatment
  remaining: number
  remainingMonths: number
  lumpSum: number
  ja: string
  en: string
  because: Because[]
}

const sentences: Record<ResidentTaxTreatment, { ja: string; en: string }> = {
  transfer: {
    ja: '新しい勤務先で特別徴収を続けます。異動届出書を新しい勤務先に回します。',
    en: 'The new employer goes on deducting; pass the notice of change to it.',
  },
  'lump-sum-mandatory': {
    ja: '1月1日から4月30日までの退職のため、本人の申出がなくても、5月31日までに支払う給与や退職手当から残りを一括徴収します（支払額が残りの税額を超える場合に限ります）。',
    en: 'Left between 1 January and 30 April: the rest is deducted at once from pay or retirement pay due by 31 May, without being asked, provided that pay exceeds it.',
  },
  'lump-sum-on-request': {
    ja: '本人の申出により、退職時の給与や退職手当から残りを一括徴収します。',
    en: 'At the person’s request the rest is deducted at once from the last pay or retirement pay.',
  },
  'ordinary-collection': {
    ja: '残りの税額は普通徴収に切り替わり、市区町村から本人に納税通知書が送られます。',
    en: 'The rest changes to ordinary collection: the municipality bills the person.',
  },
  normal: {
    ja: '5月分まで通常どおり給与から控除し、残りはありません。',
    en: 'Deducted as usual through May; nothing is left.',
  },
}

/** What becomes of a leaver’s resident tax, by the day of leaving (地方税法321条の5第2項). Throws InvalidInputError naming the field, UnknownLawError. */
export function residentTaxOnLeaving(input: ResidentTaxOnLeavingInput, options: Preview = {}): ResidentTaxOnLeaving {
  record('input', input)
  const leftOn = day('leftOn', input.leftOn)
  const first = yen('first', input.first)
  const others = yen('others', input.others)
  const lastDeducted = month('lastDeductedMonth', input.lastDeductedMonth ?? leftOn.slice(0, 7))
  if (lastDeducted < leftOn.slice(0, 7)) {
    throw new InvalidInputError('lastDeductedMonth', lastDeducted, {
      ja: '退職の月以後の月を指定してください（退職月の分までは給与から控除します）。',
      en: 'Give the month of leaving or a later one: the instalment of that month is still deducted from pay.',
    })
  }
  const requestsLumpSum = flag('requestsLumpSum', input.requestsLumpSum)
  const continuesAtNewEmployer = flag('continuesAtNewEmployer', input.continuesAtNewEmployer)
  const payDue = input.payDueThroughMay === undefined ? undefined : yen('payDueThroughMay', input.payDueThroughMay)
  const { value: rule, because } = lawOn(residentTaxOfLeavers, leftOn, options)
  const { months } = residentTaxMonthly(
    { annual: first, ...(input.firstMonth === undefined ? {} : { firstMonth: input.firstMonth }) },
    options,
  )
  const lastMay = leftOn.slice(5) < '06' ? `${leftOn.slice(0, 4)}-05` : `${dateParts(leftOn).year + 1}-05`
  const deducted = months.findIndex(({ month: each }) => each === Number(lastDeducted.slice(5)))
  const left = lastDeducted >= lastMay ? [] : months.slice(deducted + 1)
  const remaining = left.reduce((sum, { month: each }) => sum + (each === months[0]?.month ? first : others), 0)
  const monthDay = leftOn.slice(5)
  const isMandatory = monthDay >= rule.mandatoryFrom && monthDay <= rule.mandatoryTo
  const suffices = payDue === undefined || payDue > remaining
  const treatment: ResidentTaxTreatment =
    remaining === 0
      ? 'normal'
      : continuesAtNewEmployer
        ? 'transfer'
        : isMandatory && suffices
          ? 'lump-sum-mandatory'
          : requestsLumpSum && suffices
            ? 'lump-sum-on-request'
            : 'ordinary-collection'
  return {
    treatment,
    remaining,
    remainingMonths: left.length,
    lumpSum: treatment.startsWith('lump-sum') ? remaining : 0,
    ...sentences[treatment],
    because,
  }
}
