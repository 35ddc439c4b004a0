import { InvalidInputError } from '../../core/input.ts'
import type { CheckedInput } from './input.ts'
import type { OwnDeduction, PeopleLaw, SpouseLaw } from './people-law.ts'

/** Whether someone under 23 is a dependent, claimed here or by another person; 特定親族 do not count. */
export function hasYoungDependent(law: PeopleLaw, { dependents, dependentUnder23 }: CheckedInput): boolean {
  return (
    dependentUnder23 ||
    dependents.some(
      ({ kind, age }) =>
        kind === 'specific' || kind === 'under-16' || (kind === 'general' && age !== undefined && age < law.youngUnder),
    )
  )
}

/** 所得金額調整控除 is for who is 特別障害者, has such a spouse or dependent, or a dependent under 23. */
export function mayAdjust(law: PeopleLaw, input: CheckedInput): boolean {
  const isSpecial = (disability: string | undefined) => disability?.startsWith('special') ?? false
  return (
    isSpecial(input.disability) ||
    hasYoungDependent(law, input) ||
    isSpecial(dependentSpouse(law, input.spouse)?.disability) ||
    input.dependents.some(({ disability }) => isSpecial(disability))
  )
}

/** 同一生計配偶者: a spouse whose income is within the limit. */
function dependentSpouse(law: PeopleLaw, spouse: CheckedInput['spouse']): CheckedInput['spouse'] {
  return spouse && spouse.income <= law.relativeIncome ? spouse : undefined
}

/** 扶養控除額及び障害者等の控除額の合計額: dependents, every disability, 寡婦・ひとり親・勤労学生. */
export function peopleDeduction(law: PeopleLaw, input: CheckedInput, totalIncome: number): number {
  const disabled = [input, dependentSpouse(law, input.spouse), ...input.dependents]
  const own = (applies: boolean, { amount, incomeThrough }: OwnDeduction) =>
    applies && totalIncome <= incomeThrough ? amount : 0
  return (
    sum(input.dependents.map(({ kind }) => law.dependents[kind])) +
    sum(disabled.map((person) => (person?.disability ? law.disability[person.disability] : 0))) +
    own(input.widow, law.widow) +
    own(input.singleParent, law.singleParent) +
    own(input.workingStudent, law.workingStudent)
  )
}

/** 配偶者控除 or 配偶者特別控除; none above the last income of the employee or of the spouse. */
export function spouseAmount(law: SpouseLaw, people: PeopleLaw, { spouse }: CheckedInput, totalIncome: number): number {
  const column = law.columns.findIndex((through) => totalIncome <= through)
  if (spouse === undefined || column < 0) return 0
  if (spouse.income <= people.relativeIncome) return (spouse.isAged ? law.aged : law.general)[column] ?? 0
  return law.special.find(({ through }) => spouse.income <= through)?.amounts[column] ?? 0
}

/** 特定親族特別控除; refuses a relative whose income is that of a dependent. */
export function specificRelativesAmount(
  law: readonly { readonly through: number; readonly amount: number }[],
  people: PeopleLaw,
  { specificRelatives }: CheckedInput,
): number {
  return sum(
    specificRelatives.map((income, at) => {
      if (income <= people.relativeIncome)
        refuseDependent(`specificRelatives[${at}].income`, income, people.relativeIncome)
      return law.find(({ through }) => income <= through)?.amount ?? 0
    }),
  )
}

function refuseDependent(field: string, income: number, most: number): never {
  throw new InvalidInputError(field, income, {
    ja: `合計所得金額が${most.toLocaleString('ja')}円以下の人は特定扶養親族です。dependents に kind: specific として指定してください。`,
    en: `Up to ${most.toLocaleString('en')} yen a relative of 19 to 22 is a dependent. Give the person in dependents as kind specific.`,
  })
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
