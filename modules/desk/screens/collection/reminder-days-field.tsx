import { addDays } from '@ennoshita/kernel'
import { people } from '@ennoshita/people'
import { dateInTable, FieldRow, Select, t, useAsk } from '@ennoshita/ui'
import { reminderDates } from '../../rules/reminder-days.ts'
import { calendarOfDays, withReminderDay } from './reminder-plan.ts'

const offered = [-10, -7, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 10]
const places = [0, 1, 2] as const

export function reminderWord(day: number): string {
  if (day === 0) return t('期日の当日')
  return day < 0 ? t('{days}営業日前', { days: -day }) : t('{days}営業日後', { days: day })
}

/** お知らせの日: up to three, with the real dates by the company's calendar. */
export function ReminderDaysField(props: {
  readonly dueOn: string | null | undefined
  readonly days: readonly number[]
  readonly onChange: (days: number[]) => void
}) {
  const { dueOn, days } = props
  const answer = useAsk(
    people.calendarDays,
    { fromOn: addDays(dueOn ?? '2026-01-01', -60), untilOn: addDays(dueOn ?? '2026-01-01', 60) },
    { when: !!dueOn },
  )
  const calendar = dueOn && answer.data ? calendarOfDays(answer.data) : undefined
  const known = [...new Set([...offered, ...days])].toSorted((a, b) => a - b)
  const choices = known.map((day) => {
    const [date] = calendar && dueOn ? reminderDates(dueOn, [day], calendar) : []
    const word = reminderWord(day)
    return { value: String(day), label: date === undefined ? word : `${word}　${dateInTable(date)}` }
  })
  return (
    <fieldset className="field">
      <legend className="field-label">{t('まだの人へのお知らせ（3回まで）')}</legend>
      <FieldRow>
        {places.map((place) => {
          const day = days[place]
          return (
            <Select
              key={place}
              label={t('{count}回目', { count: place + 1 })}
              emptyLabel={t('なし')}
              isDisabled={place > days.length}
              choices={choices}
              value={day === undefined ? null : String(day)}
              onChange={(next) => props.onChange(withReminderDay(days, place, next === null ? null : Number(next)))}
            />
          )
        })}
      </FieldRow>
      <p className="field-help">
        {t('縁の下の名前で、まだの人だけに届きます。決めた回数で終わり、それ以上は送りません。')}
      </p>
    </fieldset>
  )
}
