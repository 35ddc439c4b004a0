import { InvalidInputError, oneOf, record } from '../../core/input.ts'
import type { Rate } from '../../core/rounding.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { careRate, childSupportLevyRate } from './law.ts'
import { kyoukaiKenpoRates, prefectureRates } from './prefecture-rates.ts'

/** The own rates of a health insurance society (健康保険組合), as in its rules (規約). Rates over a power of ten up to 100,000. */
export type SocietyRates = {
  /** 健康保険料率, both sides together, 調整保険料率 included. */
  rate: Rate
  /** 介護保険料率, both sides together. */
  care: Rate
  /** What the employee bears of each when the society’s rules let the employer bear more than half (健康保険法162条). */
  employeeShare?: { rate: Rate; care: Rate }
  /** 子ども・子育て支援金率, both sides together; the national rate when left out. */
  childSupportLevy?: Rate
}

/** Who insures: the prefecture of the establishment (協会けんぽ, JIS code '01'–'47') or a society’s own rates; exactly one of them. */
export type Insurer = { prefecture?: string; health?: SocietyRates }

/** `total` in 1/100,000 of the base, `employee` in 1/200,000: half of an odd total stays whole. */
export type SharedRate = { total: number; employee: number }

export type InsurerRates = { general: SharedRate; care: SharedRate; levy: SharedRate; because: Because[] }

/** A rate as a person writes it, where both parts are numbers. */
const written = (parts: unknown, over: unknown): unknown =>
  typeof parts === 'number' && typeof over === 'number' ? `${parts}/${over}` : {}

const inHalves = (total: number): SharedRate => ({ total, employee: total })

const perHundredThousand = (field: string, rate: Rate | undefined): number => {
  const { parts, over } = record(field, rate ?? { parts: -1, over: 0 })
  const isKnownBase = Number.isInteger(over) && over > 0 && 100_000 % over === 0
  if (isKnownBase && Number.isInteger(parts) && parts >= 0 && parts * 2 <= over) return parts * (100_000 / over)
  throw new InvalidInputError(field, rate === undefined ? undefined : written(parts, over), {
    ja: '保険料率を{ parts: 98, over: 1000 }（9.8％）のように、母数を100000までの10の累乗として整数で指定してください。',
    en: 'Give the rate as whole parts over a power of ten up to 100,000, such as { parts: 98, over: 1000 } for 9.8 %.',
  })
}

const societyShare = (name: 'rate' | 'care', society: SocietyRates): SharedRate => {
  const total = perHundredThousand(`health.${name}`, society[name])
  if (society.employeeShare === undefined) return inHalves(total)
  const field = `health.employeeShare.${name}`
  const given = record('health.employeeShare', society.employeeShare)[name]
  const employee = perHundredThousand(field, given) * 2
  if (employee <= total) return { total, employee }
  throw new InvalidInputError(field, `${given.parts}/${given.over}`, {
    ja: '被保険者の負担は保険料率の半分までです（健康保険法161条、162条）。',
    en: 'The employee bears at most half of the rate (Health Insurance Act, articles 161 and 162).',
  })
}

const otherInsurer: InsurerRates = { general: inHalves(0), care: inHalves(0), levy: inHalves(0), because: [] }

/** Rates of the insurer for an insured month, none needed for a person whose health insurer is another (`isElsewhere`); throws InvalidInputError for an unknown prefecture, UnknownLawError for the month. */
export function insurerRates(
  { prefecture, health }: Insurer,
  on: string,
  isElsewhere: boolean,
  options: Preview,
): InsurerRates {
  if (isElsewhere && prefecture === undefined && health === undefined) return otherInsurer
  if (prefecture !== undefined && health !== undefined) {
    throw new InvalidInputError('health', 'prefecture + health', {
      ja: '都道府県（協会けんぽ）と健康保険組合の料率は、どちらか一方を指定してください。',
      en: 'Give either the prefecture (Japan Health Insurance Association) or the rates of a society, not both.',
    })
  }
  if (health !== undefined) {
    record('health', health)
    const levy = lawOn(childSupportLevyRate, on, options)
    return {
      general: societyShare('rate', health),
      care: societyShare('care', health),
      levy: inHalves(
        levy.value === 0 || health.childSupportLevy === undefined
          ? levy.value
          : perHundredThousand('health.childSupportLevy', health.childSupportLevy),
      ),
      because: levy.because,
    }
  }
  const general = lawOn(kyoukaiKenpoRates, on, options)
  const rates = prefectureRates(general.value)
  const rate = typeof prefecture === 'string' ? rates.get(prefecture) : undefined
  if (rate === undefined) {
    oneOf('prefecture', prefecture, [...rates.keys()])
    throw new Error(`no rate for ${prefecture}`)
  }
  const care = lawOn(careRate, on, options)
  const levy = lawOn(childSupportLevyRate, on, options)
  return {
    general: inHalves(rate),
    care: inHalves(care.value),
    levy: inHalves(levy.value),
    because: [...general.because, ...care.because, ...levy.because],
  }
}
