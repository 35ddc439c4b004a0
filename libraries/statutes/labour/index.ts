import type { Statute } from '../core/statute.ts'
import * as averageWageLaws from './average-wage/law.ts'
import { minimumWageByPrefecture, minimumWagePay } from './minimum-wage/law.ts'
import * as overtimeLimitLaws from './overtime-limits/law.ts'
import {
  fiveDayDutyLaw,
  hourlyLeave,
  leaveExpiry,
  leaveTable,
  overlappingDuty,
  uniformGrant,
} from './paid-leave/law.ts'
import { allowedRounding, premiumBase, premiumRates, premiumRatesOfSmallCompanies } from './premium-pay/law.ts'
import { retentionRules } from './retention/law.ts'
import * as workingTimeLaws from './working-time/law.ts'

export { type AverageWage, type AverageWageInput, averageWage } from './average-wage/average-wage.ts'
export { closureAllowance, dismissalNoticePay } from './average-wage/pay-by-average-wage.ts'
export {
  type MinimumWageCheck,
  type MinimumWageCheckInput,
  type MinimumWagePayItem,
  minimumWageCheck,
} from './minimum-wage/minimum-wage-check.ts'
export {
  type OvertimeLimitCheck,
  type OvertimeLimitKind,
  type OvertimeLimits,
  type OvertimeLimitsInput,
  type OvertimeMonth,
  overtimeLimits,
} from './overtime-limits/overtime-limits.ts'
export type { LeaveAttendance } from './paid-leave/attendance.ts'
export {
  type LeaveAmount,
  type LeaveEntry,
  type LeaveNotCovered,
  type PaidLeaveBalance,
  type PaidLeaveBalanceInput,
  paidLeaveBalance,
} from './paid-leave/balance.ts'
export type { LeaveContract } from './paid-leave/contract.ts'
export { type FiveDayDuty, type FiveDayDutyInput, fiveDayDuty, type OverlapRule } from './paid-leave/five-day-duty.ts'
export {
  type FirstGrant,
  type PaidLeaveGrant,
  type PaidLeaveGrantsInput,
  paidLeaveGrants,
} from './paid-leave/grants.ts'
export type { LeaveGranted, LeaveUse } from './paid-leave/leave-input.ts'
export type { PayItem, ScheduledHours } from './premium-pay/hourly-base.ts'
export {
  type PremiumLine,
  type PremiumMinutes,
  type PremiumPay,
  type PremiumPayInput,
  type PremiumPayItem,
  type PremiumRounding,
  premiumPay,
} from './premium-pay/premium-pay.ts'
export {
  type RetentionKind,
  type RetentionPeriod,
  type RetentionPeriodInput,
  retentionPeriod,
} from './retention/retention-period.ts'
export {
  type ClassifiedDay,
  type ClassifiedWork,
  classifyWork,
  type WorkMinutes,
} from './working-time/classify-work.ts'
export type { OvertimeStep } from './working-time/overtime-steps.ts'
export type {
  ClassifyWorkInput,
  FixedRule,
  FlexRule,
  MonthlyVariableRule,
  WorkDay,
  WorkDayKind,
  WorkRule,
} from './working-time/work-rule.ts'
export type { WorkFinding } from './working-time/work-rules.ts'

/** Every dated table of this family, for reports. */
export const labourStatutes: readonly Statute<unknown>[] = [
  ...Object.values(workingTimeLaws),
  premiumRates,
  premiumRatesOfSmallCompanies,
  premiumBase,
  allowedRounding,
  ...Object.values(overtimeLimitLaws),
  leaveTable,
  uniformGrant,
  leaveExpiry,
  hourlyLeave,
  fiveDayDutyLaw,
  overlappingDuty,
  ...Object.values(averageWageLaws),
  minimumWagePay,
  ...minimumWageByPrefecture().values(),
  ...Object.values(retentionRules),
]
