import { day, flag, InvalidInputError, record, wholeNumber, yen, yesOrNo } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import type { InsuredWorker } from '../determination/paid-months.ts'
import { attainedOn } from '../premiums/insured-person.ts'
import { healthInsuranceAge, insuranceAges } from '../premiums/law.ts'
import { employmentConditions, shortTimeConditions, threeQuartersRule } from './law.ts'

/** Contractual (所定) minutes a week and days a month. */
export type WorkingTime = { weeklyMinutes: number; monthlyDays: number }

/**
 * `ordinary` is the working time of ordinary workers in the same work; `monthlyPay` 所定内賃金 in yen; `companyInsured` the people insured by
 * the pension in the whole company, `isVoluntary` a company that has joined below that size (任意特定適用事業所).
 */
export type InsuranceQualificationInput = {
  on: string
  birthDate: string
  work: WorkingTime
  ordinary: WorkingTime
  monthlyPay: number
  companyInsured: number
  isVoluntary?: boolean
  /** Whether more than two months of employment are expected (2か月を超える見込み). */
  isOverTwoMonths: boolean
  /** Whether 31 days or more are expected (employment insurance). */
  isOver31Days: boolean
  /** 学生: a day student, not on leave, in evening classes or by correspondence. */
  isStudent: boolean
}

export type NotInsuredCode =
  | 'two-months-or-less'
  | 'too-few-hours'
  | 'pay-too-low'
  | 'student'
  | 'company-too-small'
  | 'age-75-attained'
  | 'age-70-attained'
  | 'less-than-31-days'

export type NotInsured = { scheme: 'health' | 'pension' | 'employment'; code: NotInsuredCode; ja: string; en: string }

/** `worker` is the kind to give to the determinations, absent when neither health nor pension applies. */
export type InsuranceQualification = {
  health: boolean
  pension: boolean
  employment: boolean
  worker?: InsuredWorker
  notInsured: NotInsured[]
  because: Because[]
}

const sentences: Record<NotInsuredCode, { ja: string; en: string }> = {
  'two-months-or-less': { ja: '雇用の見込みが2か月以内です。', en: 'Employment of two months or less is expected.' },
  'too-few-hours': { ja: '週の所定労働時間が要件に足りません。', en: 'The contractual weekly hours are too few.' },
  'pay-too-low': { ja: '所定内賃金の月額が要件に足りません。', en: 'The contractual monthly pay is too low.' },
  student: { ja: '学生は適用されません。', en: 'Students are not insured.' },
  'company-too-small': {
    ja: '厚生年金保険の被保険者の数が特定適用事業所の規模に足りません。',
    en: 'The company has too few people insured by the pension.',
  },
  'age-75-attained': {
    ja: '75歳の誕生日からは後期高齢者医療制度に移ります。',
    en: 'From the 75th birthday medical care for the elderly applies.',
  },
  'age-70-attained': {
    ja: '70歳に達する日（誕生日の前日）からは厚生年金保険の被保険者になりません。',
    en: 'From the day before the 70th birthday the pension does not apply.',
  },
  'less-than-31-days': {
    ja: '31日以上の雇用の見込みがありません。',
    en: 'Employment of 31 days or more is not expected.',
  },
}

const workingTime = (path: string, given: WorkingTime, least: number): WorkingTime => ({
  weeklyMinutes: wholeNumber(`${path}.weeklyMinutes`, record(path, given).weeklyMinutes, least, 10_080),
  monthlyDays: wholeNumber(`${path}.monthlyDays`, given.monthlyDays, least, 31),
})

function bornBy(on: string, birthDate: string): string {
  if (birthDate <= on) return birthDate
  throw new InvalidInputError('birthDate', birthDate, {
    ja: `判定する日（${on}）以前の生年月日を指定してください。`,
    en: `Give a date of birth on or before the day in question (${on}).`,
  })
}

/**
 * Whether health, pension and employment insurance apply to a worker of an insured establishment, and why not (健康保険法3条1項, 厚生年金保険法12条, 雇用保険法6条).
 * Not judged: seasonal and emergency work, day labourers, dependants, officers.
 * Throws InvalidInputError naming the field, and UnknownLawError before 2024-10-01 and after what has been enacted.
 */
export function insuranceQualification(
  input: InsuranceQualificationInput,
  options: Preview = {},
): InsuranceQualification {
  record('input', input)
  const on = day('on', input.on)
  const birthDate = bornBy(on, day('birthDate', input.birthDate))
  const work = workingTime('work', input.work, 0)
  const ordinary = workingTime('ordinary', input.ordinary, 1)
  const monthlyPay = yen('monthlyPay', input.monthlyPay)
  const isVoluntary = flag('isVoluntary', input.isVoluntary)
  const isOverTwoMonths = yesOrNo('isOverTwoMonths', input.isOverTwoMonths)
  const isOver31Days = yesOrNo('isOver31Days', input.isOver31Days)
  const isStudent = yesOrNo('isStudent', input.isStudent)
  const companyInsured = wholeNumber('companyInsured', input.companyInsured, 0, 10_000_000)
  const quarters = lawOn(threeQuartersRule, on, options)
  const shortTime = lawOn(shortTimeConditions, on, options)
  const employment = lawOn(employmentConditions, on, options)
  const age = lawOn(insuranceAges, on, options)
  const healthAge = lawOn(healthInsuranceAge, on, options)

  const reaches = (own: number, of: number): boolean => own * quarters.value.over >= of * quarters.value.parts
  const isThreeQuarters =
    reaches(work.weeklyMinutes, ordinary.weeklyMinutes) && reaches(work.monthlyDays, ordinary.monthlyDays)
  const isOrdinary = work.weeklyMinutes >= ordinary.weeklyMinutes && work.monthlyDays >= ordinary.monthlyDays
  const asShortTime = (): NotInsuredCode | undefined => {
    if (work.weeklyMinutes < shortTime.value.weeklyMinutes) return 'too-few-hours'
    if (monthlyPay < shortTime.value.monthlyPay) return 'pay-too-low'
    if (isStudent) return 'student'
    return companyInsured < shortTime.value.companyInsured && !isVoluntary ? 'company-too-small' : undefined
  }
  const socially = isOverTwoMonths ? (isThreeQuarters ? undefined : asShortTime()) : 'two-months-or-less'
  const health = socially ?? (on > attainedOn(birthDate, healthAge.value) ? 'age-75-attained' : undefined)
  const pension = socially ?? (on >= attainedOn(birthDate, age.value.pensionUntil) ? 'age-70-attained' : undefined)
  const employed =
    work.weeklyMinutes < employment.value.weeklyMinutes
      ? 'too-few-hours'
      : !isOver31Days
        ? 'less-than-31-days'
        : isStudent
          ? 'student'
          : undefined
  const notInsured = [
    ...(health ? [{ scheme: 'health', code: health, ...sentences[health] } as const] : []),
    ...(pension ? [{ scheme: 'pension', code: pension, ...sentences[pension] } as const] : []),
    ...(employed ? [{ scheme: 'employment', code: employed, ...sentences[employed] } as const] : []),
  ]
  const worker = isOrdinary ? 'full-time' : isThreeQuarters ? 'part-time' : 'short-time'
  return {
    health: !health,
    pension: !pension,
    employment: !employed,
    ...(health && pension ? {} : { worker }),
    notInsured,
    because: allBecause(quarters.because, shortTime.because, employment.because, age.because, healthAge.because),
  }
}
