import type { LocalDate, Tx } from '@ennoshita/kernel/server'
import type { Because } from '@ennoshita/statutes'
import { settingsOrNull } from '../../commands/settings/read-settings.ts'
import type { WithholdingGroup } from '../../rules/payment/payment-form.ts'
import { type WithholdingPeriod, withholdingDue, withholdingPeriodOf } from '../../rules/payment/withholding-periods.ts'

export type WithholdingPaid = {
  readonly withholdingPaymentId: string
  readonly on: LocalDate
  readonly amount: number
  readonly journalId: string
}

/** What was withheld in a period, and what of it is paid. */
export type WithheldSum = WithholdingPeriod & {
  readonly dueOn: LocalDate
  readonly law: Because['source']
  readonly withheld: number
  /** People it was withheld from, each counted once. */
  readonly payees: number
  /** What was paid to them before the tax, with 消費税; yen. */
  readonly paidTotal: number
  /** Below zero when a transfer came back after its tax was paid. */
  readonly open: number
  /** The payments of the period, the oldest first. */
  readonly payments: readonly WithholdingPaid[]
}

type Month = { month: LocalDate; group: WithholdingGroup; withheld: number; paidTotal: number; vendorIds: string[] }

/** Sums of income tax withheld from fees paid between two days, by the period in which it is paid to the tax office, the latest first. */
export async function withheldSums(tx: Tx, company: string, from: LocalDate, until: LocalDate): Promise<WithheldSum[]> {
  const [settings, months, paid] = await Promise.all([
    settingsOrNull(tx, company),
    tx.rows<Month>`select date_trunc('month', t.paid_on)::date as month, p.withholding_group as group, sum(p.withheld)::bigint as withheld,
        sum(p.total)::bigint as "paidTotal", array_agg(distinct t.vendor_id) as "vendorIds"
      from payables.transfer t join payables.payment p on p.company_id = t.company_id and p.transfer_id = t.id
      where t.company_id = ${company} and t.paid_on between ${from} and ${until} and t.withheld <> 0 and p.state = 'paid' and p.withheld <> 0
      group by 1, 2`,
    tx.rows<
      WithholdingPaid & { group: WithholdingGroup; from: LocalDate }
    >`select id as "withholdingPaymentId", withholding_group as group,
        period_from as from, paid_on as on, amount, journal_id as "journalId" from payables.withholding_payment
      where company_id = ${company} and period_from between ${from} and ${until} order by period_from, place`,
  ])
  const isHalfYearly = settings?.halfYearlyWithholding ?? false
  const periods = new Map<string, WithholdingPeriod>()
  const keyOf = (on: LocalDate, group: WithholdingGroup): string => {
    const period = withholdingPeriodOf(on, group, isHalfYearly)
    const key = `${period.from} ${group}`
    periods.set(key, period)
    return key
  }
  const monthsOf = Map.groupBy(months, ({ month, group }) => keyOf(month, group))
  const paidOf = Map.groupBy(paid, ({ from: on, group }) => keyOf(on, group))
  return [...periods]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .map(([key, period]) => sumOf(period, monthsOf.get(key) ?? [], paidOf.get(key) ?? []))
}

function sumOf(
  period: WithholdingPeriod,
  months: readonly Month[],
  paid: readonly (WithholdingPaid & { group: string; from: string })[],
): WithheldSum {
  const sum = (of: (month: Month) => number) => months.reduce((total, month) => total + of(month), 0)
  const withheld = sum((month) => month.withheld)
  const payments = paid.map(({ group: _, from: __, ...payment }) => payment)
  return {
    ...period,
    ...withholdingDue(period),
    ...{ withheld, paidTotal: sum((month) => month.paidTotal) },
    payees: new Set(months.flatMap(({ vendorIds }) => vendorIds)).size,
    open: withheld - payments.reduce((total, { amount }) => total + amount, 0),
    payments,
  }
}
