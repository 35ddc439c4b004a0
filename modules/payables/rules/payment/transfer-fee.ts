import type { FeeBearer, FeeSteps, TransferFees } from './payment-form.ts'

/** 振込手数料 of one transfer. */
export type FeeShares = {
  /** Yen that arrive at the vendor. */
  readonly sent: number
  /** Taken off the payment (先方負担). */
  readonly byPayee: number
  /** What is our cost (当方負担). */
  readonly byUs: number
}

const step = 30_000

type Place = { readonly bankCode: string; readonly branchCode: string }

/** The fees of our bank for this destination: 同一店, 本支店, 他行. */
export function feesFor(fees: TransferFees, from: Place, to: Place): FeeSteps {
  if (from.bankCode !== to.bankCode) return fees.otherBank
  return from.branchCode === to.branchCode ? fees.sameBranch : fees.sameBank
}

/** What the bank takes for sending an amount; nothing where nothing is sent. */
export function feeAt(sent: number, { under30000, from30000 }: FeeSteps): number {
  if (sent === 0) return 0
  return sent < step ? under30000 : from30000
}

/**
 * Who bears the fee of sending what is owed. A payee never bears more than the bank takes for the amount that arrives: of the two fees the
 * larger that keeps to this is taken off. Owed 30,600 at 484 and 660: less 660 is 29,940, which costs 484 only, so 484 is taken off and 30,116
 * is sent; 176 of its 660 are ours. Null where nothing would be left to send.
 */
export function shareFee(owed: number, bearer: FeeBearer, steps: FeeSteps): FeeShares | null {
  if (owed === 0 || bearer === 'us') return { sent: owed, byPayee: 0, byUs: feeAt(owed, steps) }
  const [larger, smaller] = [Math.max(steps.under30000, steps.from30000), Math.min(steps.under30000, steps.from30000)]
  const byPayee = larger <= feeAt(Math.max(owed - larger, 1), steps) ? larger : smaller
  const sent = owed - byPayee
  return sent < 1 ? null : { sent, byPayee, byUs: feeAt(sent, steps) - byPayee }
}
