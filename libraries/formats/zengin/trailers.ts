import type { Values } from './field.ts'
import type { ZenginKind } from './layouts.ts'

const sumOf = (records: readonly Values[]): number => records.reduce((sum, { amount }) => sum + Number(amount), 0)

/** 口座振替の結果: a request has 0 in every 振替結果コード and nothing transferred or failed in its trailer. */
const debitTotals = (records: readonly Values[], isResult: boolean): Values => {
  const transferred = isResult ? records.filter(({ resultCode }) => resultCode === '0') : []
  const failed = isResult ? records.filter(({ resultCode }) => resultCode !== '0') : []
  return {
    transferredCount: transferred.length,
    transferredTotal: sumOf(transferred),
    failedCount: failed.length,
    failedTotal: sumOf(failed),
  }
}

const statementTotals = (header: Values, records: readonly Values[]): Values => {
  const deposits = records.filter(({ direction }) => direction === '1')
  const withdrawals = records.filter(({ direction }) => direction === '2')
  const unread = deposits.length + withdrawals.length < records.length ? Number.NaN : 0
  const [depositTotal, withdrawalTotal] = [sumOf(deposits) + unread, sumOf(withdrawals) + unread]
  return {
    depositCount: deposits.length + unread,
    depositTotal,
    withdrawalCount: withdrawals.length + unread,
    withdrawalTotal,
    closingBalance: Number(header.openingBalance) + depositTotal - withdrawalTotal,
    count: records.length,
  }
}

/** What the trailer must say of these records; NaN where a record cannot be read. 取引前残高 + 入金 − 出金 = 取引後残高. */
export function trailerOf(kind: ZenginKind, header: Values, records: readonly Values[], isResult: boolean): Values {
  switch (kind) {
    case '03':
      return statementTotals(header, records)
    case '91':
      return { count: records.length, total: sumOf(records), ...debitTotals(records, isResult) }
    case '01': {
      const cancelled = records.filter(({ cancellation }) => cancellation === '1')
      return {
        count: records.length,
        total: sumOf(records),
        cancelledCount: cancelled.length,
        cancelledTotal: sumOf(cancelled),
      }
    }
    default:
      return { count: records.length, total: sumOf(records) }
  }
}
