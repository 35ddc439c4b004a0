import type { AnswerOf } from '@ennoshita/kernel'
import type { PaymentTerms, Shift } from '@ennoshita/statutes'
import type { Choice, StatusColour } from '@ennoshita/ui'
import { Status, t } from '@ennoshita/ui'
import { payables } from '../../contract.ts'
import type { accountStates, LawClass } from '../../rules/vendor/vendor-form.ts'
import { commissionKinds, lawClasses, withholdingKinds } from '../../rules/vendor/vendor-form.ts'

export type VendorRow = AnswerOf<typeof payables.vendorList>['vendors'][number]
export type VendorDetails = AnswerOf<typeof payables.vendorDetails>
export type VendorAccount = VendorDetails['accounts'][number]
type CommissionKind = (typeof commissionKinds)[number]
type WithholdingKind = (typeof withholdingKinds)[number]

/** The lists that show vendors and what is held for their accounts. */
export const vendorQueries = [
  payables.vendorList,
  payables.vendorDetails,
  payables.waitingBankAccounts,
  payables.payableInvoices,
  payables.runDetails,
]

const dayWord = (day: number | 'month-end') => (day === 'month-end' ? t('末日') : t('{day}日', { day }))

export function monthsLaterWord(months: number): string {
  const words = [t('当月'), t('翌月'), t('翌々月')]
  return words[months] ?? t('{months}か月後', { months })
}

export function shiftWord(shift: Shift): string {
  const words: Record<Shift, string> = {
    previous: t('前の営業日'),
    next: t('次の営業日'),
    none: t('動かさない'),
  }
  return words[shift]
}

/** 20日締め 翌月末日払い; without terms each invoice says itself when it is due. */
export function termsWord(terms: PaymentTerms | null): string {
  if (terms === null) return t('請求書ごと')
  const { closing, payment } = terms
  return t('{closing}締め {month}{day}払い', {
    closing: dayWord(closing.day),
    month: monthsLaterWord(payment.monthsLater),
    day: dayWord(payment.day),
  })
}

export function lawClassWord(lawClass: LawClass): string {
  const words: Record<LawClass, string> = {
    none: t('対象外'),
    toritekihou: t('取適法'),
    freelance: t('フリーランス法'),
  }
  return words[lawClass]
}

export const lawClassChoices = (): Choice<LawClass>[] =>
  lawClasses.map((value) => ({ value, label: lawClassWord(value) }))

export function LawClassFace({ lawClass }: { readonly lawClass: LawClass }) {
  return lawClass === 'none' ? null : <Status colour="amber">{lawClassWord(lawClass)}</Status>
}

export function commissionWord(kind: CommissionKind): string {
  const words: Record<CommissionKind, string> = {
    manufacturing: t('製造委託'),
    repair: t('修理委託'),
    'designated-transport': t('特定運送委託'),
    program: t('プログラムの作成委託'),
    'transport-storage-data-service': t('運送・倉庫・情報処理の役務委託'),
    'information-product': t('情報成果物の作成委託（デザイン・原稿など）'),
    service: t('役務提供委託'),
  }
  return words[kind]
}

export const commissionChoices = (): Choice<CommissionKind>[] =>
  commissionKinds.map((value) => ({ value, label: commissionWord(value) }))

export function withholdingWord(kind: WithholdingKind): string {
  const words: Record<WithholdingKind, string> = {
    general: t('原稿料・デザイン料・講演料、税理士・弁護士などの報酬'),
    'judicial-scrivener': t('司法書士の報酬'),
    'land-and-house-investigator': t('土地家屋調査士の報酬'),
    'marine-procedure-commission-agent': t('海事代理士の報酬'),
    'sales-agent': t('外交員・集金人などの報酬'),
    hostess: t('ホステスなどの報酬'),
    'advertising-prize': t('広告宣伝の賞金'),
    'administrative-scrivener': t('行政書士の報酬（源泉徴収なし）'),
  }
  return words[kind]
}

export const withholdingChoices = (): Choice<WithholdingKind>[] =>
  withholdingKinds.map((value) => ({ value, label: withholdingWord(value) }))

type AccountState = (typeof accountStates)[number]
const accountColours: Record<AccountState, StatusColour> = {
  waiting: 'amber',
  confirmed: 'green',
  refused: 'red',
  replaced: 'grey',
}

export function AccountStateFace({ state }: { readonly state: AccountState }) {
  const words: Record<AccountState, string> = {
    waiting: t('確認待ち'),
    confirmed: t('確認済み'),
    refused: t('使わない'),
    replaced: t('前の口座'),
  }
  return <Status colour={accountColours[state]}>{words[state]}</Status>
}

/** Why nothing is transferred to the vendor now. */
export function HoldFace({ hold }: { readonly hold: VendorRow['hold'] }) {
  if (hold === null) return null
  return hold === 'account-waiting' ? (
    <Status colour="red">{t('口座の確認待ち')}</Status>
  ) : (
    <Status colour="amber">{t('口座なし')}</Status>
  )
}
