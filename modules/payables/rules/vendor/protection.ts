import type { LocalDate, Words } from '@ennoshita/kernel'
import { type Because, InvalidInputError, paymentScope, UnknownLawError } from '@ennoshita/statutes'
import type { commissionKinds, LawClass } from './vendor-form.ts'

/** What decides whether an act protects the vendor: as declared, and the facts of both sides. */
export type ProtectedFacts = {
  readonly lawClass: LawClass
  /** Null: nothing is commissioned, so neither act applies by the facts. */
  readonly commissionKind: (typeof commissionKinds)[number] | null
  readonly isIndividual: boolean
  readonly capital: number | null
  readonly employees: number | null
  readonly officers: number | null
}

/** The parties of paymentTerm where フリーランス法 alone protects: an orderer with people, a contractor without. */
export const freelanceAlone = { kind: 'service', orderer: { employees: 2 }, contractor: { employees: 0 } } as const

/** 資本金, 従業員 and 役員 of the own company, as the settings tell them. */
export type OwnFacts = {
  readonly capital: number | null
  readonly employees: number | null
  readonly officers: number | null
}

export type VendorProtection = {
  readonly toriteki: boolean
  readonly freelance: boolean
  /** Something is commissioned, but the facts that decide on 取適法 are missing, and it was not declared. */
  readonly isUnknown: boolean
  readonly findings: readonly Words[]
  readonly because: readonly Because[]
}

/**
 * Which acts protect payments to the vendor on that day: those declared and those that the facts give, the stricter of both.
 * 取適法2条8項・9項, フリーランス法2条. Facts of a day whose law is not known yet are judged by the newest known.
 */
export function protectionOf(vendor: ProtectedFacts, own: OwnFacts, on: LocalDate): VendorProtection {
  const { lawClass, commissionKind } = vendor
  const declared = { toriteki: lawClass === 'toritekihou', freelance: lawClass === 'freelance' }
  if (commissionKind === null) return { ...declared, isUnknown: false, findings: [], because: [] }
  const missing = missingFacts(vendor, own)
  if (missing) return { ...declared, isUnknown: !declared.toriteki, findings: [missing], because: [] }
  const scope = scopeOrNothing(vendor, own, commissionKind, on)
  if (scope === undefined) return { ...declared, isUnknown: false, findings: [], because: [] }
  const findings: Words[] = []
  if (scope.toriteki && !declared.toriteki)
    findings.push({
      ja: `${scope.ground === 'capital' ? '資本金' : '従業員の数'}からは取適法の対象です。対象として扱います。`,
      en: `By ${scope.ground} the vendor is protected by 取適法, and is treated so.`,
    })
  if (declared.toriteki && !scope.toriteki)
    findings.push({
      ja: '資本金と従業員の数からは取適法の対象ではありませんが、登録のとおり対象として扱います。',
      en: 'By the facts 取適法 does not apply; the vendor is treated as declared.',
    })
  if (scope.freelance && !declared.freelance)
    findings.push({
      ja: '従業員のいない個人（または一人の会社）のため、フリーランス法の対象です。',
      en: 'A vendor of one person is protected by フリーランス法.',
    })
  return {
    toriteki: declared.toriteki || scope.toriteki,
    freelance: declared.freelance || scope.freelance,
    isUnknown: false,
    findings,
    because: scope.because,
  }
}

function missingFacts(vendor: ProtectedFacts, own: OwnFacts): Words | undefined {
  if (own.employees === null || own.capital === null)
    return {
      ja: '自社の資本金と従業員の数が支払の設定にないため、取適法の対象かどうかを判定できません。',
      en: 'The own capital and employees are not in the settings: it cannot be told whether 取適法 applies.',
    }
  if (vendor.employees === null || (!vendor.isIndividual && vendor.capital === null))
    return {
      ja: '取引先の資本金と従業員の数がないため、取適法の対象かどうかを判定できません。',
      en: "The vendor's capital and employees are missing: it cannot be told whether 取適法 applies.",
    }
  return undefined
}

function scopeOrNothing(vendor: ProtectedFacts, own: OwnFacts, kind: (typeof commissionKinds)[number], on: LocalDate) {
  const party = ({ capital, employees, officers }: OwnFacts) => ({
    ...(capital === null ? {} : { capital }),
    ...(officers === null ? {} : { officers }),
    employees: employees ?? 0,
  })
  const contractor = party(vendor.isIndividual ? { ...vendor, capital: null } : vendor)
  try {
    return paymentScope({ on, kind, orderer: party(own), contractor }, { preview: true })
  } catch (cause) {
    // 特定運送 before 取適法, or a day before any law that is known
    if (cause instanceof InvalidInputError || cause instanceof UnknownLawError) return undefined
    throw cause
  }
}
