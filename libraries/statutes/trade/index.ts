import type { Statute } from '../core/statute.ts'
import { leaseTransitionLaw, rateLaws, untaxedLaw } from './consumption-tax/law.ts'
import {
  calculationMethodLaw,
  filingUnitsLaw,
  fullDeductionLaw,
  securitiesShareLaw,
  simplifiedLaw,
  threeTenthsLaw,
  twoTenthsLaw,
} from './consumption-tax-return/law.ts'
import { bookOnlyLaw, smallAmountLaw, unregisteredCapLaw, unregisteredShareLaw } from './input-tax-deduction/law.ts'
import { invoiceRoundingLaw } from './invoice-tax/law.ts'
import { electronicFilingLaw, statementDueLaw, statementLaw } from './legal-statements/law.ts'
import {
  bankHolidayLaw,
  freelanceLaw,
  lateInterestLaw,
  monthlyClosingLaw,
  paymentDaysLaw,
  prohibitedPaymentLaw,
  scopeLaw,
} from './payment-term/law.ts'
import { shownTaxLaw, stampDutyLaw, stampReliefLaw, untaxedDocumentLaw } from './stamp-duty/law.ts'

export {
  type ConsumptionTaxInput,
  type ConsumptionTaxResult,
  consumptionTax,
} from './consumption-tax/consumption-tax.ts'
export type { RateClass, TaxableClass, TaxRate as ConsumptionTaxRate, UntaxedClass } from './consumption-tax/law.ts'
export { consumptionTaxReturn } from './consumption-tax-return/consumption-tax-return.ts'
export type { BusinessKind } from './consumption-tax-return/law.ts'
export type {
  ConsumptionTaxReturnInput,
  GeneralPurchase,
  GeneralReturnInput,
  GeneralSale,
  InterimTax as InterimConsumptionTax,
  PurchaseUse,
  RateAmount as TaxedAmount,
  SimplifiedReturnInput,
  SimplifiedSale,
  SmallIssuerReturnInput,
  TaxPeriod as ConsumptionTaxPeriod,
} from './consumption-tax-return/return-input.ts'
export type { ConsumptionTaxReturnResult, ReturnColumn } from './consumption-tax-return/return-result.ts'
export {
  type InputTaxDeductionInput,
  type InputTaxDeductionResult,
  inputTaxDeduction,
} from './input-tax-deduction/input-tax-deduction.ts'
export type { BookOnlyKind } from './input-tax-deduction/law.ts'
export {
  type CheckInvoiceTaxInput,
  type CheckInvoiceTaxResult,
  checkInvoiceTax,
  type StatedTaxFinding,
} from './invoice-tax/check-invoice-tax.ts'
export {
  type InvoiceLine,
  type InvoiceRounding,
  type InvoiceTaxInput,
  type InvoiceTaxResult,
  invoiceTax,
  type RateTotal,
} from './invoice-tax/invoice-tax.ts'
export type { StatementForm, StatementKind } from './legal-statements/law.ts'
export {
  type LegalStatementsInput,
  type LegalStatementsResult,
  legalStatements,
  type StatementDecision,
  type StatementPayment,
} from './legal-statements/legal-statements.ts'
export type { CommissionKind } from './payment-term/law.ts'
export {
  type PaymentTermInput,
  type PaymentTermResult,
  type PaymentViolation,
  paymentTerm,
} from './payment-term/payment-term.ts'
export { type PaymentScope, type PaymentScopeInput, paymentScope, type TradingParty } from './payment-term/scope.ts'
export type { StampedDocument } from './stamp-duty/law.ts'
export { type StampDutyInput, type StampDutyResult, stampDuty } from './stamp-duty/stamp-duty.ts'

/** Every dated table of this family, for reports. */
export const tradeStatutes: readonly Statute<unknown>[] = [
  ...Object.values(rateLaws),
  untaxedLaw,
  leaseTransitionLaw,
  invoiceRoundingLaw,
  unregisteredShareLaw,
  unregisteredCapLaw,
  smallAmountLaw,
  bookOnlyLaw,
  filingUnitsLaw,
  calculationMethodLaw,
  fullDeductionLaw,
  securitiesShareLaw,
  simplifiedLaw,
  twoTenthsLaw,
  threeTenthsLaw,
  stampDutyLaw,
  stampReliefLaw,
  shownTaxLaw,
  untaxedDocumentLaw,
  scopeLaw,
  freelanceLaw,
  paymentDaysLaw,
  monthlyClosingLaw,
  bankHolidayLaw,
  lateInterestLaw,
  prohibitedPaymentLaw,
  statementLaw,
  statementDueLaw,
  electronicFilingLaw,
]
