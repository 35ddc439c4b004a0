import { addDays, dateOf, dateParts } from '../../calendar/days.ts'
import { day, entries, InvalidInputError, oneOf } from '../../core/input.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { healthInsuranceAge, insuranceAges } from './law.ts'
import { exemptionByLeave, type InsuranceLeave } from './leave.ts'

/** The insured person and the period of being insured at this company. */
export type InsuredPerson = {
  birthDate: string
  /** 資格取得日; insured since before the month when left out. */
  acquiredOn?: string
  /**
   * 資格喪失日, the day after the last day of work; still insured when left out. Acquired and lost in one month is charged; where the
   * person then joins another pension in that month, the office pays the pension’s part back.
   */
  lostOn?: string
  leaves?: readonly InsuranceLeave[]
  /** Schemes that do not apply to this person: care (適用除外, living abroad), health (国保組合) or pension. */
  without?: readonly ('health' | 'care' | 'pension')[]
}

/** Why a premium is not charged in the month. */
export type NotChargedCode =
  | 'not-yet-insured'
  | 'loss-month'
  | 'age-40-not-attained'
  | 'age-65-attained'
  | 'age-70-attained'
  | 'age-75-attained'
  | 'maternity-leave'
  | 'childcare-leave'
  | 'not-applicable'

export type NotCharged = { premium: 'health' | 'care' | 'pension'; code: NotChargedCode; ja: string; en: string }

export type Charged = {
  health: boolean
  care: boolean
  pension: boolean
  /** Whether the person was insured for health and for the pension on the day a bonus was paid. */
  insuredOn: (date: string) => { health: boolean; pension: boolean }
  notCharged: NotCharged[]
  because: Because[]
}

const sentences: Record<NotChargedCode, { ja: string; en: string }> = {
  'not-yet-insured': { ja: '資格を取得する前の月です。', en: 'The month lies before the insured status is acquired.' },
  'loss-month': {
    ja: '資格を喪失した月以後の保険料はかかりません（喪失日は退職日の翌日です）。',
    en: 'No premium for the month in which the insured status is lost (the day after the last day of work) and later.',
  },
  'age-40-not-attained': {
    ja: '40歳に達する日（誕生日の前日）の属する月より前のため、介護保険料はかかりません。',
    en: 'Care begins with the month of the day before the 40th birthday.',
  },
  'age-65-attained': {
    ja: '65歳に達する日（誕生日の前日）の属する月以後のため、介護保険料は給与から控除しません。',
    en: 'Care is no longer deducted from the month of the day before the 65th birthday.',
  },
  'age-70-attained': {
    ja: '70歳に達する日（誕生日の前日）に厚生年金保険の資格を喪失しています。',
    en: 'The pension ends on the day before the 70th birthday.',
  },
  'age-75-attained': {
    ja: '75歳の誕生日に健康保険の資格を喪失し、後期高齢者医療制度に移ります。',
    en: 'Health insurance ends on the 75th birthday.',
  },
  'maternity-leave': { ja: '産前産後休業のため保険料が免除されます。', en: 'Exempt by maternity leave.' },
  'childcare-leave': { ja: '育児休業等のため保険料が免除されます。', en: 'Exempt by childcare leave.' },
  'not-applicable': { ja: 'この保険の適用を受けない人です。', en: 'This scheme does not apply to the person.' },
}

const monthOf = (date: string): string => date.slice(0, 7)

/** The day on which an age is attained: the day before the birthday (年齢計算ニ関スル法律, 民法143条). */
export function attainedOn(birthDate: string, age: number): string {
  const { year, month, day: dayOfMonth } = dateParts(birthDate)
  return dayOfMonth === 1 ? dateOf(year + age, month - 1, 31) : dateOf(year + age, month, dayOfMonth - 1)
}

function period(person: InsuredPerson, through: string): { birthDate: string; acquiredOn: string; lostOn: string } {
  const birthDate = day('birthDate', person.birthDate)
  if (birthDate > through) {
    throw new InvalidInputError('birthDate', birthDate, {
      ja: `対象の月（${monthOf(through)}）までの生年月日を指定してください。`,
      en: `Give a date of birth not after the month in question (${monthOf(through)}).`,
    })
  }
  const acquiredOn = person.acquiredOn === undefined ? birthDate : day('acquiredOn', person.acquiredOn)
  if (acquiredOn < birthDate) {
    throw new InvalidInputError('birthDate', birthDate, {
      ja: `資格取得日（${acquiredOn}）以前の生年月日を指定してください。`,
      en: `Give a date of birth not after the insured status is acquired (${acquiredOn}).`,
    })
  }
  const lostOn = person.lostOn === undefined ? '9999-12-31' : day('lostOn', person.lostOn)
  if (lostOn > acquiredOn) return { birthDate, acquiredOn, lostOn }
  throw new InvalidInputError('lostOn', lostOn, {
    ja: `資格取得日（${acquiredOn}）より後の日を指定してください。喪失日は退職日の翌日です。`,
    en: `Give a day after the insured status is acquired (${acquiredOn}). It is lost on the day after the last day of work.`,
  })
}

/** The schemes that do not apply (`without`); throws InvalidInputError naming the place in the list. */
export function withoutOf(person: InsuredPerson): ('health' | 'care' | 'pension')[] {
  return entries('without', person.without ?? [], 3, 0).map((each, index) =>
    oneOf(`without[${index}]`, each, ['health', 'care', 'pension']),
  )
}

/** The month of acquiring is charged, that of losing is not, unless both fall in it (健康保険法156条, 厚生年金保険法19条). */
function refusal(month: string, acquiredOn: string, lostOn: string): 'not-yet-insured' | 'loss-month' | undefined {
  if (lostOn <= acquiredOn) return 'loss-month'
  if (month < monthOf(acquiredOn)) return 'not-yet-insured'
  const isBothInMonth = monthOf(acquiredOn) === month && monthOf(lostOn) === month
  return month >= monthOf(lostOn) && !isBothInMonth ? 'loss-month' : undefined
}

/** Which premiums are due for an insured month, or for a bonus paid in it, and why the others are not. */
export function chargedIn(person: InsuredPerson, month: string, of: 'month' | 'bonus', options: Preview): Charged {
  const { birthDate, acquiredOn, lostOn } = period(person, `${month}-31`)
  const without = withoutOf(person)
  const { value: ages, because } = lawOn(insuranceAges, `${month}-01`, options)
  const healthAge = lawOn(healthInsuranceAge, `${month}-01`, options)
  const healthEnd = addDays(attainedOn(birthDate, healthAge.value), 1)
  const pensionEnd = attainedOn(birthDate, ages.pensionUntil)
  const careStart = attainedOn(birthDate, ages.careFrom)
  const leave = exemptionByLeave(person.leaves ?? [], month, options)
  const exempt = of === 'month' ? leave.month : leave.bonus

  const healthLost = healthEnd < lostOn ? healthEnd : lostOn
  const pensionLost = pensionEnd < lostOn ? pensionEnd : lostOn
  const byAge = (code: NotChargedCode | undefined, lost: string, end: string, aged: NotChargedCode) =>
    code === 'loss-month' && lost === end ? aged : code
  const leaveCode = exempt && (`${exempt}-leave` as const)
  const health =
    (without.includes('health') && 'not-applicable') ||
    byAge(refusal(month, acquiredOn, healthLost), healthLost, healthEnd, 'age-75-attained') ||
    leaveCode
  const pension =
    (without.includes('pension') && 'not-applicable') ||
    byAge(refusal(month, acquiredOn, pensionLost), pensionLost, pensionEnd, 'age-70-attained') ||
    leaveCode
  const care =
    health ||
    (without.includes('care') && 'not-applicable') ||
    ((month < monthOf(careStart) || careStart >= healthLost) && 'age-40-not-attained') ||
    (month >= monthOf(attainedOn(birthDate, ages.careUntil)) && 'age-65-attained')

  const notCharged: NotCharged[] = []
  if (health) notCharged.push({ premium: 'health', code: health, ...sentences[health] })
  if (care) notCharged.push({ premium: 'care', code: care, ...sentences[care] })
  if (pension) notCharged.push({ premium: 'pension', code: pension, ...sentences[pension] })
  return {
    health: !health,
    care: !care,
    pension: !pension,
    insuredOn: (date) => ({
      health: acquiredOn <= date && date < healthLost && !without.includes('health'),
      pension: acquiredOn <= date && date < pensionLost && !without.includes('pension'),
    }),
    notCharged,
    because: [...because, ...(health === 'age-75-attained' ? healthAge.because : []), ...leave.because],
  }
}
