import { daysBetween } from '@ennoshita/kernel'

/**
 * 月間件数 that finished tasks show: their count over the months from the first of them (a month at least, twelve at most),
 * to one decimal; undefined where nothing is finished.
 */
export function observedMonthlyCount(
  history: { doneCount: number; firstDoneOn: string } | undefined,
  today: string,
): number | undefined {
  if (!history || history.doneCount === 0) return undefined
  const months = Math.min(12, Math.max(1, (daysBetween(history.firstDoneOn, today) + 1) / 30.4375))
  return Math.round((history.doneCount / months) * 10) / 10
}

/** 月間工数 in minutes: the observed count where the log holds one, else the declared, times the usual minutes of one. */
export function monthlyMinutes(
  observed: number | undefined,
  declared: number | null,
  usualMinutes: number | null,
): number | null {
  const count = observed ?? declared
  return count === null || usualMinutes === null ? null : Math.round(count * usualMinutes)
}

/** 代替者数: deputies, and others who did it three times or more in twelve months, without the main person. */
export function substitutesOf(
  kind: { mainId: string | null; deputyIds: readonly string[] },
  doerIds: readonly string[],
): string[] {
  return [...new Set([...kind.deputyIds, ...doerIds])].filter((person) => person !== kind.mainId)
}
