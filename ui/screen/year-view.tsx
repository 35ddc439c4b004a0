import type { LocalDate } from '@ennoshita/kernel'
import { addDays, daysInMonth, weekdayOf } from '@ennoshita/kernel'
import type { KeyboardEvent } from 'react'
import { useMemo, useRef, useState } from 'react'
import { t } from '../words/words.ts'
import { monthOfScreen, weekdayWord } from './days.ts'

/** How a day looks: `mark` is one character below the number, so that nothing is said by colour alone. */
export type DayFace = {
  readonly kind: 'open' | 'rest' | 'holiday' | 'closed' | 'extra'
  readonly mark: string
  /** What a screen reader and the pointer are told besides the date. */
  readonly says: string
}

/** The months from `firstOn` on, each as weeks of dates; days of other months are null. Weeks begin on Sunday (0) or Monday (1). */
export function monthsFrom(firstOn: LocalDate, count: number, weekBegins: 0 | 1): (LocalDate | null)[][][] {
  const [year = 0, month = 1] = firstOn.split('-').map(Number)
  return Array.from({ length: count }, (_, at) => {
    const index = year * 12 + month - 1 + at
    const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
    const lead = (weekdayOf(first) - weekBegins + 7) % 7
    const length = daysInMonth(Math.floor(index / 12), (index % 12) + 1)
    const weeks = Math.ceil((lead + length) / 7)
    return Array.from({ length: weeks }, (_w, week) =>
      Array.from({ length: 7 }, (_d, day) => {
        const place = week * 7 + day - lead
        return place < 0 || place >= length ? null : addDays(first, place)
      }),
    )
  })
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A year at a glance, twelve months side by side. Arrows move by day and week, Enter chooses the day. */
export function YearView(props: {
  readonly firstOn: LocalDate
  readonly weekBegins: 0 | 1
  readonly faceOf: (date: LocalDate) => DayFace | undefined
  readonly onChoose?: (date: LocalDate) => void
  readonly today: LocalDate
}) {
  const { firstOn, weekBegins, faceOf, today, onChoose } = props
  const months = useMemo(() => monthsFrom(firstOn, 12, weekBegins), [firstOn, weekBegins])
  const days = months.flat(2).filter((date) => date !== null)
  const [held, setAt] = useState(today)
  const at = days.includes(held) ? held : (days[0] ?? firstOn)
  const frame = useRef<HTMLDivElement>(null)
  function onKeyDown(event: KeyboardEvent) {
    const next = addDays(at, steps[event.key] ?? 0)
    if (next === at || !days.includes(next)) return
    event.preventDefault()
    event.stopPropagation()
    setAt(next)
    frame.current?.querySelector<HTMLElement>(`[data-on="${next}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: moves between the buttons within
    <div ref={frame} className="year" onKeyDown={onKeyDown}>
      {months.map((weeks) => {
        const first = weeks.flat().find((date) => date !== null) ?? firstOn
        return (
          <table key={first} className="month">
            <caption>{monthOfScreen(first)}</caption>
            <thead>
              <tr>
                {(weeks[1] ?? []).map((date, day) => (
                  <th key={date ?? day} scope="col">
                    {date === null ? '' : weekdayWord(date)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((date) => date !== null) ?? ''}>
                  {week.map((date, day) => (
                    <td key={date ?? day}>
                      {date === null ? null : (
                        <Day
                          date={date}
                          face={faceOf(date)}
                          isAt={date === at}
                          isToday={date === today}
                          onPress={() => {
                            setAt(date)
                            onChoose?.(date)
                          }}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </div>
  )
}

function Day(props: {
  readonly date: LocalDate
  readonly face: DayFace | undefined
  readonly isAt: boolean
  readonly isToday: boolean
  readonly onPress: () => void
}) {
  const { date, face } = props
  const spoken = `${date.replaceAll('-', '/')} ${weekdayWord(date)} ${face?.says ?? ''}${props.isToday ? ` ${t('今日')}` : ''}`
  return (
    <button
      type="button"
      className="day"
      data-on={date}
      data-kind={face?.kind ?? 'open'}
      data-today={props.isToday ? '' : undefined}
      tabIndex={props.isAt ? 0 : -1}
      aria-label={spoken.trim()}
      title={face?.says}
      onClick={props.onPress}
    >
      {Number(date.slice(8))}
      <span className="day-mark" aria-hidden="true">
        {face?.mark ?? ''}
      </span>
    </button>
  )
}
