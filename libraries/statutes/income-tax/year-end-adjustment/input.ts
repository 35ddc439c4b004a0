import { flag, InvalidInputError, oneOf, record, records, wholeNumber, yen } from '../../core/input.ts'

export type Disability = 'general' | 'special' | 'special-living-together'

/** 一般の控除対象扶養親族, 特定扶養親族 (19–22), 老人扶養親族 (70 or more), 同居老親等, 16歳未満; ages on 31 December. */
export type DependentKind = 'general' | 'specific' | 'aged' | 'aged-living-together' | 'under-16'

/** 扶養親族. `age` is needed only of a `general` one of 16 to 18, who counts as under 23. */
export type YearEndDependent = { kind: DependentKind; disability?: Disability; age?: number }

/** 配偶者 of the same livelihood and her or his total income; `aged` is 70 or more on 31 December. */
export type YearEndSpouse = { income: number; aged?: boolean; disability?: Disability }

/** Everything but year, pay and withheld may be absent, which means none. Whole yen; incomes are 合計所得金額. */
export type YearEndAdjustmentInput = {
  year: number
  /** All pay of the year, earlier employers included. */
  pay: number
  /** All income tax withheld from it. */
  withheld: number
  /** 社会保険料: deducted from pay and declared. */
  socialInsurance?: number
  /** 小規模企業共済等掛金, iDeCo included. */
  smallEnterpriseMutualAid?: number
  /** Premiums paid by class: 一般 (new, old), 介護医療, 個人年金 (new, old). */
  lifeInsurance?: { newGeneral?: number; oldGeneral?: number; care?: number; newPension?: number; oldPension?: number }
  /** 地震保険料 and 旧長期損害保険料 paid. */
  earthquake?: { new?: number; oldLongTerm?: number }
  spouse?: YearEndSpouse
  dependents?: readonly YearEndDependent[]
  /** A dependent under 23 whom another person claims; counts for 所得金額調整控除 and 生命保険料控除. */
  dependentUnder23?: boolean
  /** 特定親族 (19–22, total income above a dependent's). */
  specificRelatives?: readonly { income: number }[]
  /** The employee's own: 障害者, 寡婦, ひとり親, 勤労学生. */
  disability?: 'general' | 'special'
  widow?: boolean
  singleParent?: boolean
  workingStudent?: boolean
  /** Estimated income besides this pay (給与所得以外の合計所得金額): counts only in the income tests of the deductions. */
  otherIncome?: number
  /** 住宅借入金等特別控除額 of the certificate. */
  housingLoanCredit?: number
}

const disabilities = ['general', 'special', 'special-living-together'] as const
const kinds = ['general', 'specific', 'aged', 'aged-living-together', 'under-16'] as const
const mostPeople = 99

/** The ages of a kind, to refuse an age that contradicts it. */
const ages: Readonly<Record<DependentKind, readonly (readonly [number, number])[]>> = {
  general: [
    [16, 18],
    [23, 69],
  ],
  specific: [[19, 22]],
  aged: [[70, 150]],
  'aged-living-together': [[70, 150]],
  'under-16': [[0, 15]],
}

const optionalYen = (field: string, given: unknown): number => (given === undefined ? 0 : yen(field, given))
const optionalOneOf = <const Word extends string>(field: string, given: unknown, words: readonly Word[]) =>
  given === undefined ? undefined : oneOf(field, given, words)

function dependent(given: YearEndDependent, at: number) {
  const field = `dependents[${at}]`
  const kind = oneOf(`${field}.kind`, given.kind, kinds)
  const disability = optionalOneOf(`${field}.disability`, given.disability, disabilities)
  const age = given.age === undefined ? undefined : wholeNumber(`${field}.age`, given.age, 0, 150)
  if (age !== undefined && !ages[kind].some(([least, most]) => least <= age && age <= most)) {
    throw new InvalidInputError(`${field}.age`, age, {
      ja: `区分 ${kind} の年齢（12月31日現在）ではありません。区分か年齢を直してください。`,
      en: `That is not an age of kind ${kind} on 31 December. Correct the kind or the age.`,
    })
  }
  return { kind, disability, age }
}

/** The whole input checked; throws InvalidInputError naming the field, such as `dependents[2].kind`. */
export function checkedInput(input: YearEndAdjustmentInput) {
  record('input', input)
  const life = record('lifeInsurance', input.lifeInsurance ?? {})
  const earthquake = record('earthquake', input.earthquake ?? {})
  const spouse = input.spouse === undefined ? undefined : record('spouse', input.spouse)
  const widow = flag('widow', input.widow)
  const singleParent = flag('singleParent', input.singleParent)
  if (widow && singleParent) {
    throw new InvalidInputError('widow', true, {
      ja: 'ひとり親に当たる人は寡婦に当たりません。どちらか一つにしてください。',
      en: 'A single parent is not a widow in the sense of the law. Give only one of the two.',
    })
  }
  return {
    year: wholeNumber('year', input.year, 1900, 2200),
    pay: yen('pay', input.pay),
    withheld: yen('withheld', input.withheld),
    socialInsurance: optionalYen('socialInsurance', input.socialInsurance),
    smallEnterpriseMutualAid: optionalYen('smallEnterpriseMutualAid', input.smallEnterpriseMutualAid),
    life: {
      newGeneral: optionalYen('lifeInsurance.newGeneral', life.newGeneral),
      oldGeneral: optionalYen('lifeInsurance.oldGeneral', life.oldGeneral),
      care: optionalYen('lifeInsurance.care', life.care),
      newPension: optionalYen('lifeInsurance.newPension', life.newPension),
      oldPension: optionalYen('lifeInsurance.oldPension', life.oldPension),
    },
    earthquake: {
      new: optionalYen('earthquake.new', earthquake.new),
      oldLongTerm: optionalYen('earthquake.oldLongTerm', earthquake.oldLongTerm),
    },
    spouse: spouse && {
      income: yen('spouse.income', spouse.income),
      isAged: flag('spouse.aged', spouse.aged),
      disability: optionalOneOf('spouse.disability', spouse.disability, disabilities),
    },
    dependents: records('dependents', input.dependents ?? [], mostPeople, 0).map(dependent),
    dependentUnder23: flag('dependentUnder23', input.dependentUnder23),
    specificRelatives: records('specificRelatives', input.specificRelatives ?? [], mostPeople, 0).map(
      ({ income }, at) => yen(`specificRelatives[${at}].income`, income),
    ),
    disability: optionalOneOf('disability', input.disability, ['general', 'special']),
    widow,
    singleParent,
    workingStudent: flag('workingStudent', input.workingStudent),
    otherIncome: optionalYen('otherIncome', input.otherIncome),
    housingLoanCredit: optionalYen('housingLoanCredit', input.housingLoanCredit),
  }
}

export type CheckedInput = ReturnType<typeof checkedInput>
