/** An all-day entry (`endsOn` is the last day, included), or one with instants in UTC ('2026-11-20T01:00:00Z'). */
export type IcsEvent = {
  id: string
  title: string
  description?: string
  location?: string
  url?: string
  alarmMinutesBefore?: number
} & ({ startsOn: string; endsOn?: string } | { startsAt: string; endsAt: string })

export function writeIcs(_events: readonly IcsEvent[], _options: { name?: string; madeAt: string }): Uint8Array {
  throw new Error('not written yet')
}
