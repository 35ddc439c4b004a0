/** まとめて承認: at most so many at once, each of a known amount up to this many yen; what is larger is opened and read. */
export const bulkLimits = { count: 50, amount: 1_000_000 } as const

/** Whether a matter may be approved from the list without being opened. One's own matter (自己承認) never. */
export function isForBulk(matter: { readonly amount: number | null; readonly isSelfApproval: boolean }): boolean {
  return matter.amount !== null && Math.abs(matter.amount) <= bulkLimits.amount && !matter.isSelfApproval
}
