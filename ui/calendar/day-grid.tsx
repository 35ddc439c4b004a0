import { addDays } from '@ennoshita/kernel'
import type { DragEvent, KeyboardEvent, ReactNode } from 'react'
import { useRef, useState } from 'react'
import { weekdayWord } from '../screen/days.ts'
import { t } from '../words/words.ts'

export type GridDay = {
  readonly on: string
  readonly isOff: boolean
  /** Its name, where it has one: 勤労感謝の日, 創立記念日. */
  readonly name: string
  /** A day of another month, shown to fill the week. */
  readonly isOutside?: boolean
  /** What stands under the number of the day, such as its load. */
  readonly foot?: ReactNode
  /** What a screen reader says about the day besides its date. */
  readonly says: string
}

export type GridEntry = {
  readonly id: string
  readonly on: string
  readonly face: string
  readonly mark?: 'late' | 'legal' | 'done' | undefined
  readonly isMovable?: boolean
}

type About = {
  readonly label: string
  readonly days: readonly GridDay[]
  readonly entries: readonly GridEntry[]
  readonly today: string
  readonly layout: 'month' | 'week'
  readonly onOpen: (id: string) => void
  readonly onMove: (id: string, to: string) => void
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/**
 * Days in weeks with entries in them. Arrows move between days and, with ↓, into a day; Enter opens; Shift with an arrow moves the
 * entry by a day or a week; it can be dragged too. On a phone the days that have entries follow one another.
 */
export function DayGrid(props: About) {
  const { days, entries } = props
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState('')
  const filled = days.find((day) => entries.some((entry) => entry.on === day.on)) ?? days[0]
  const first = days.some((day) => day.on === props.today) ? props.today : (filled?.on ?? '')
  const current = days.some((day) => day.on === at) ? at : first
  const focus = (selector: string) => frame.current?.querySelector<HTMLElement>(selector)?.focus()
  function goTo(on: string) {
    if (days.some((day) => day.on === on)) focus(`[data-day="${on}"]`)
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = steps[event.key]
    const target = event.target
    if (!(target instanceof HTMLElement) || (step === undefined && event.key !== 'Escape')) return
    const on = target.closest('[data-day]')?.getAttribute('data-day') ?? current
    const id = target.getAttribute('data-entry') ?? undefined
    event.preventDefault()
    if (step === undefined) return goTo(on)
    if (id !== undefined && event.shiftKey) {
      const entry = entries.find((candidate) => candidate.id === id)
      return entry?.isMovable === true ? props.onMove(id, addDays(on, step)) : undefined
    }
    const here = entries.filter((entry) => entry.on === on)
    const place = here.findIndex((entry) => entry.id === id)
    const next = here[place + 1]
    const before = here[place - 1]
    if (event.key === 'ArrowDown' && next !== undefined) return focus(`[data-entry="${next.id}"]`)
    if (event.key === 'ArrowUp' && id !== undefined)
      return before === undefined ? goTo(on) : focus(`[data-entry="${before.id}"]`)
    goTo(addDays(on, step))
  }
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of days whose cells take the focus is no table of data
    <div
      ref={frame}
      className="days"
      role="grid"
      aria-label={props.label}
      data-layout={props.layout}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: the row of a grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the heads of a grid are read, not focused */}
      <div className="days-head" role="row">
        {(weeks[0] ?? []).map((day) => (
          // biome-ignore lint/a11y/useSemanticElements: the head of a grid's column
          // biome-ignore lint/a11y/useFocusableInteractive: the heads of a grid are read, not focused
          <div key={day.on} role="columnheader">
            {weekdayWord(day.on)}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        // biome-ignore lint/a11y/useSemanticElements: the row of a grid
        // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
        <div key={week[0]?.on} className="days-week" role="row">
          {week.map((day) => (
            <DayCell key={day.on} day={day} about={props} isAt={day.on === current} onAt={() => setAt(day.on)} />
          ))}
        </div>
      ))}
    </div>
  )
}

function DayCell(props: {
  readonly day: GridDay
  readonly about: About
  readonly isAt: boolean
  readonly onAt: () => void
}) {
  const { day, about } = props
  const [isOver, setOver] = useState(false)
  const entries = about.entries.filter((entry) => entry.on === day.on)
  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const id = event.dataTransfer.getData('text/plain')
    if (about.entries.some((entry) => entry.id === id && entry.on !== day.on)) about.onMove(id, day.on)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the cell of a grid
    <div
      role="gridcell"
      className="day-cell"
      data-day={day.on}
      data-off={day.isOff ? '' : undefined}
      data-outside={day.isOutside === true ? '' : undefined}
      data-today={day.on === about.today ? '' : undefined}
      data-empty={entries.length === 0 ? '' : undefined}
      data-over={isOver ? '' : undefined}
      aria-label={t('{date}（{weekday}）{says}', { date: day.on, weekday: weekdayWord(day.on), says: day.says })}
      tabIndex={props.isAt ? 0 : -1}
      onFocus={props.onAt}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p className="day-head">
        <b className="figure">{dayNumber(day, about.layout)}</b>
        <span className="day-weekday">{weekdayWord(day.on)}</span>
        <span className="day-name">{day.name}</span>
      </p>
      {day.foot}
      {entries.map((entry) => (
        <button
          key={entry.id}
          type="button"
          className="day-entry"
          data-entry={entry.id}
          data-mark={entry.mark}
          tabIndex={-1}
          draggable={entry.isMovable === true}
          title={entry.face}
          onDragStart={(event) => event.dataTransfer.setData('text/plain', entry.id)}
          onClick={() => about.onOpen(entry.id)}
        >
          {entry.face}
        </button>
      ))}
    </div>
  )
}

function dayNumber(day: GridDay, layout: 'month' | 'week'): string {
  const number = Number(day.on.slice(8))
  return number === 1 || layout === 'week' ? `${Number(day.on.slice(5, 7))}/${number}` : String(number)
}
