import type { LocalDate } from '@ennoshita/kernel'
import type { MonthDay, Shift, WithholdingFeesKind } from '@ennoshita/statutes'
import type { PaymentMethod } from '../payment/payment-form.ts'
import type { OwnFacts, ProtectedFacts } from '../vendor/protection.ts'

/** What is known about the vendor of an invoice. */
export type VendorFacts = ProtectedFacts & {
  readonly name: string
  /** Days between which the vendor is registered for qualified invoices; both null where there is no number. */
  readonly registrationNumber: string | null
  readonly registeredFrom: LocalDate | null
  readonly registeredUntil: LocalDate | null
  /** What is withheld from fees; null: nothing. */
  readonly withholdingKind: WithholdingFeesKind | null
  /** The account of the debt where it is not the company's usual one. */
  readonly payableAccountId: string | null
  /** 支払方法, 締日 and what becomes of a due day on a bank holiday. */
  readonly method: PaymentMethod
  readonly closingDay: MonthDay | null
  readonly shift: Shift
}

export type AccountFacts = {
  readonly code: string
  readonly name: string
  readonly subAccounts: 'none' | 'optional' | 'required'
  readonly closedOn: LocalDate | null
}

/** The company's settings as far as an invoice asks for them. */
export type CompanyFacts = {
  /** 未払金. */
  readonly payableAccountId: string
  /** 仮払消費税等. */
  readonly taxAccountId: string
  /** 前払費用. */
  readonly prepaidAccountId: string | null
  readonly postsOn: 'month-end' | 'invoiced-day'
  /** 検収 is needed before the last approval. */
  readonly needsAcceptance: boolean
  /** 課税売上高 of 基準期間 and 特定期間, for 少額特例; absent: the company does not use it. */
  readonly basePeriodSales?: number | undefined
  readonly specifiedPeriodSales?: number | undefined
  /** The day on which these sales were told; null: not known. */
  readonly salesToldOn: LocalDate | null
  /** Decide with those of the vendor whether 取適法 and フリーランス法 protect it. */
  readonly own: OwnFacts
  readonly fiscalStart: { readonly month: number; readonly day: number }
}

/** Everything outside the form on which its reckoning rests. */
export type InvoiceFacts = {
  readonly today: LocalDate
  readonly vendor: VendorFacts | null
  readonly company: CompanyFacts
  readonly accounts: ReadonlyMap<string, AccountFacts>
  /** The departments of the day of posting, of those that the invoice names. */
  readonly departmentsThen: ReadonlySet<string>
  /** First days of locked months. */
  readonly lockedMonths: ReadonlySet<string>
  /** Approved purchases from this vendor while unregistered, tax included, by the first day of their tax period (for the yearly cap). */
  readonly bought: ReadonlyMap<LocalDate, number>
  /** The fees of approved invoices that are paid to this vendor together with this one (所得税法205条): see withheldTax. */
  readonly feesBefore: number
}
