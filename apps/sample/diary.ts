import type { LocalDate } from '@ennoshita/kernel'

/** One act of a story: what belongs to the same story happens one after the other. */
type Entry = { readonly at: string; readonly place: number; readonly story: string; readonly act: () => Promise<void> }

/** The days ahead, as they were written; living a day carries out its acts. */
export type Diary = {
  /** `time` is a time of day in Asia/Tokyo; acts of the story `early` come before all others of the day, one by one. */
  write(on: LocalDate, at: string, story: string, act: () => Promise<void>): void
  live(on: LocalDate): Promise<void>
}

/** The story whose acts prepare the day for all others. */
export const early = 'early'
const atOnce = 6

/** A diary; up to six independent stories of a day are lived side by side. */
export function openDiary(): Diary {
  const days = new Map<LocalDate, Entry[]>()
  let place = 0
  const takeDay = (on: LocalDate, wanted: (entry: Entry) => boolean): Entry[] => {
    const all = days.get(on) ?? []
    days.set(
      on,
      all.filter((entry) => !wanted(entry)),
    )
    return all
      .filter(wanted)
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.place - other.place))
  }
  return {
    write(on, at, story, act) {
      place += 1
      const entries = days.get(on) ?? []
      entries.push({ at, place, story, act })
      days.set(on, entries)
    },
    async live(on) {
      for (const entry of takeDay(on, ({ story }) => story === early)) await entry.act()
      const stories = [
        ...Map.groupBy(
          takeDay(on, () => true),
          ({ story }) => story,
        ).values(),
      ]
      const one = async () => {
        for (let story = stories.shift(); story; story = stories.shift()) for (const entry of story) await entry.act()
      }
      await Promise.all(Array.from({ length: atOnce }, one))
      days.delete(on)
    },
  }
}
