import { formatWareki, readDate } from '@ennoshita/formats'
import type { LocalDate } from '@ennoshita/kernel'
import { addDays } from '@ennoshita/kernel'
import { useRef } from 'react'
import { todayInTokyo, weekdayWord } from '../screen/days.ts'
import { language, t } from '../words/words.ts'
import type { Writing, WrittenProps } from './written-field.tsx'
import { WrittenField } from './written-field.tsx'

/** How dates are read; a date without a year is the one nearest to `near` (today, or the period of the screen). */
export function dateWriting(near: LocalDate): Writing<LocalDate> {
  return {
    read: (text) => readDate(text, { near }),
    write: (date) => date.replaceAll('-', '/'),
    understood: (date, text) => {
      const spelt = date.replaceAll('-', '/')
      const wareki = language() === 'ja' ? ` ${formatWareki(date)}` : ''
      return `${text === spelt ? '' : `${spelt} `}(${weekdayWord(date)})${wareki}`
    },
    step: (date, by) => (date === null ? near : addDays(date, by)),
    inputMode: 'numeric',
  }
}

/**
 * A calendar date. Takes `20261120`, `1120`, `11/20`, `R8.11.20`, `令和元年5月1日`; ↑↓ move by a day; 31 February is refused
 * with a sentence. `near` decides the year where none is written; without it, today does.
 */
export function DateField(props: WrittenProps<LocalDate> & { readonly near?: LocalDate }) {
  return (
    <WrittenField
      width="medium"
      {...props}
      writing={dateWriting(props.near ?? todayInTokyo())}
      button={<CalendarButton value={props.value} onChange={props.onChange} isDisabled={props.isDisabled === true} />}
    />
  )
}

function CalendarButton(props: {
  readonly value: LocalDate | null | undefined
  readonly onChange: (date: LocalDate | null) => void
  readonly isDisabled: boolean
}) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <span className="calendar">
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      />
      <button
        type="button"
        className="control-sign"
        aria-label={t('カレンダーから選ぶ')}
        disabled={props.isDisabled}
        onClick={() => picker.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5 2v3M11 2v3" fill="none" stroke="currentColor" strokeWidth="1.3" />
        </svg>
      </button>
    </span>
  )
}
