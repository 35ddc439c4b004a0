import type { LocalDate, Words } from '@ennoshita/kernel'
import { corporateNumber, type PaymentTerms, registrationNumber, type WithholdingFeesKind } from '@ennoshita/statutes'
import type { FeeBearer, WithholdingGroup } from '../payment/payment-form.ts'
import { termsAgainstLaw, termsFault } from './payment-terms.ts'
import { type OwnFacts, type ProtectedFacts, protectionOf } from './protection.ts'
import { withholdingGroupOf } from './vendor-form.ts'

/** What the checks look at; everything else of a vendor passes as it is. */
export type VendorToCheck = ProtectedFacts & {
  readonly corporateNumber: string | null
  readonly registrationNumber: string | null
  readonly registeredFrom: LocalDate | null
  readonly registeredUntil: LocalDate | null
  readonly postalCode: string | null
  readonly terms: PaymentTerms | null
  readonly feeBearer: FeeBearer
  readonly withholdingKind: WithholdingFeesKind | null
  readonly withholdingGroup: WithholdingGroup | null
}

type NumbersRead = Pick<VendorToCheck, 'corporateNumber' | 'registrationNumber' | 'postalCode'>
export type Remark = Words & { readonly field: string }
export type VendorFault = Remark & { readonly todo: Words; readonly law?: string }
export type VendorChecked =
  | {
      readonly ok: true
      readonly numbers: NumbersRead
      readonly withholdingGroup: WithholdingGroup | null
      readonly warnings: readonly Remark[]
    }
  | { readonly ok: false; readonly fault: VendorFault }

/** Reads the numbers of a vendor and checks its terms, fee and withholding: a fault refuses, a warning stands beside the answer. */
export function checkVendor(vendor: VendorToCheck, own: OwnFacts, on: LocalDate): VendorChecked {
  const read = readNumbers(vendor)
  if (!read.ok) return read
  const fault = termFault(vendor, on) ?? withholdingFault(vendor) ?? feeFault(vendor, own, on)
  if (fault) return { ok: false, fault }
  const warnings = [...read.warnings]
  const protection = protectionOf(vendor, own, on)
  for (const words of protection.findings) warnings.push({ field: 'lawClass', ...words })
  const late = vendor.terms && termsAgainstLaw(vendor.terms, protection, on)
  if (late) warnings.push({ field: 'terms', ...late })
  if (vendor.feeBearer === 'payee' && protection.freelance)
    warnings.push({
      field: 'feeBearer',
      ja: '振込手数料を相手の負担にするには、発注前に書面で合意している必要があります（フリーランス法5条1項2号）。',
      en: 'Taking the fee off needs an agreement in writing before the order (フリーランス法5条1項2号).',
    })
  const { withholdingKind, withholdingGroup } = vendor
  const group = withholdingKind && withholdingGroupOf(withholdingKind, withholdingGroup)
  if (withholdingKind === 'general' && withholdingGroup === null)
    warnings.push({
      field: 'withholdingGroup',
      ja: '士業でない報酬として、翌月10日の納付にしました。弁護士・税理士などは「士業」を選んでください（納期の特例の対象です）。',
      en: 'Taken as no 士業: paid by the 10th of the next month. Choose 士業 for lawyers, tax accountants and the like.',
    })
  return { ok: true, numbers: read.numbers, withholdingGroup: group, warnings }
}

function readNumbers(
  vendor: VendorToCheck,
): { ok: true; numbers: NumbersRead; warnings: Remark[] } | { ok: false; fault: VendorFault } {
  const warnings: Remark[] = []
  const todo = { ja: '番号を確かめて、入力し直してください。', en: 'Check the number and enter it again.' }
  const numbers: { -readonly [Field in keyof NumbersRead]: string | null } = {
    corporateNumber: null,
    registrationNumber: null,
    postalCode: null,
  }
  for (const [field, reader] of [
    ['corporateNumber', corporateNumber],
    ['registrationNumber', registrationNumber],
  ] as const) {
    const text = vendor[field] ?? ''
    if (text.trim() === '') continue
    const check = reader.read(text)
    if (!check.ok) return { ok: false, fault: { field, ja: check.message, en: check.messageEn, todo } }
    numbers[field] = check.value
    if (check.warning && !vendor.isIndividual)
      warnings.push({ field, ja: check.warning.message, en: check.warning.messageEn })
  }
  const postal = (vendor.postalCode ?? '').normalize('NFKC').replace(/[〒\s\-‐−ー]/g, '')
  if (postal !== '' && !/^\d{7}$/.test(postal))
    return {
      ok: false,
      fault: { field: 'postalCode', ja: '郵便番号は7桁の数字です。', en: 'A postal code has 7 digits.', todo },
    }
  numbers.postalCode = postal === '' ? null : postal
  const date = registrationFault(numbers.registrationNumber, vendor)
  if (date) return { ok: false, fault: date }
  const differ = numbers.corporateNumber !== null && numbers.registrationNumber !== null && !vendor.isIndividual
  if (differ && numbers.registrationNumber !== `T${numbers.corporateNumber}`)
    warnings.push({
      field: 'registrationNumber',
      ja: '法人の登録番号は「T」と法人番号ですが、登録された法人番号と違います。',
      en: 'The registration number of a company is T and its corporate number, but they differ.',
    })
  return { ok: true, numbers, warnings }
}

function registrationFault(
  number: string | null,
  { registeredFrom, registeredUntil }: VendorToCheck,
): VendorFault | undefined {
  const todo = { ja: '公表サイトで確かめて、入力し直してください。', en: 'Look it up and enter it again.' }
  if (number === null && (registeredFrom !== null || registeredUntil !== null))
    return {
      ...{ field: 'registrationNumber', todo },
      ja: '登録年月日がありますが、登録番号がありません。',
      en: 'There are days of a registration, but no number.',
    }
  if (registeredFrom !== null && registeredUntil !== null && registeredUntil < registeredFrom)
    return {
      ...{ field: 'registeredUntil', todo },
      ja: '登録の終わりの日が、登録年月日より前です。',
      en: 'The registration ends before it begins.',
    }
  return undefined
}

function termFault({ terms }: VendorToCheck, on: LocalDate): VendorFault | undefined {
  const fault = terms && termsFault(terms, on)
  return fault
    ? { field: 'terms', ...fault, todo: { ja: '支払条件を直してください。', en: 'Correct the terms.' } }
    : undefined
}

function withholdingFault({ isIndividual, withholdingKind }: VendorToCheck): VendorFault | undefined {
  if (isIndividual || withholdingKind === null) return undefined
  return {
    field: 'withholdingKind',
    ja: '法人への報酬からは、源泉徴収しません。',
    en: 'Nothing is withheld from fees of a corporation.',
    todo: { ja: '個人にするか、源泉徴収の区分を外してください。', en: 'Make it an individual, or leave the kind out.' },
    law: '所得税法204条1項',
  }
}

/** 取適法5条1項3号: the fee taken off is a reduction of the price, consent or not; refused as well while it is not known whether the act applies. */
function feeFault(vendor: VendorToCheck, own: OwnFacts, on: LocalDate): VendorFault | undefined {
  if (vendor.feeBearer !== 'payee') return undefined
  const { toriteki, isUnknown, findings } = protectionOf(vendor, own, on)
  if (!toriteki && !isUnknown) return undefined
  return {
    field: 'feeBearer',
    ja: toriteki
      ? '取適法の対象の取引先には、合意があっても振込手数料を負担させられません（代金の減額に当たります）。'
      : `振込手数料を相手の負担にできるか判定できません。${findings[0]?.ja ?? ''}`,
    en: toriteki
      ? 'A vendor protected by 取適法 does not bear the transfer fee, even with consent: it reduces the price.'
      : `It cannot be told whether the vendor may bear the fee. ${findings[0]?.en ?? ''}`,
    todo: toriteki
      ? { ja: '振込手数料を「当方負担」にしてください。', en: 'Let us bear the fee.' }
      : {
          ja: '資本金と従業員の数を登録するか、「当方負担」にしてください。',
          en: 'Enter the facts, or let us bear the fee.',
        },
    law: '取適法5条1項3号',
  }
}
