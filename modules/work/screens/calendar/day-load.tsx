import { formatMinutes } from '@ennoshita/formats'
import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTable, language, t } from '@ennoshita/ui'
import type { work } from '../../contract.ts'

export type LoadDay = AnswerOf<typeof work.taskCalendar>['days'][number]

/** What fits into a day of one person, as a measure for the bar; minutes. */
const fullDayMinutes = 480

/** The usual minutes of a day's open tasks, as a quiet bar with its number; one bar is one person's full day. */
export function DayLoad({ day }: { readonly day: LoadDay }) {
  if (day.loadMinutes === 0) return null
  const words = formatMinutes(day.loadMinutes, language())
  return (
    <p className="day-load">
      <meter
        min={0}
        max={fullDayMinutes}
        high={fullDayMinutes * 0.9}
        optimum={0}
        value={day.loadMinutes}
        aria-label={t('見込みの時間')}
      >
        {words}
      </meter>
      <span>{words}</span>
    </p>
  )
}

/** What a screen reader says about a day. */
export function loadSays(day: LoadDay): string {
  if (day.taskCount === 0) return ''
  const minutes = formatMinutes(day.loadMinutes, language())
  return t('{count}件、見込み{minutes}', { count: day.taskCount, minutes })
}

/** Which of the coming days hold more than a day's work, in words; group calendars have no such measure. */
export function OverloadedDays(props: { readonly days: readonly LoadDay[]; readonly today: string }) {
  const full = props.days.filter((day) => day.on >= props.today && day.loadMinutes > fullDayMinutes)
  const working = props.days.filter((day) => day.on >= props.today && day.isOff && day.taskCount > 0)
  if (full.length === 0 && working.length === 0) return null
  return (
    <p className="note note-quiet">
      {full.length === 0
        ? null
        : t('{days}は、見込みの時間が一日分（8時間）を超えています。前の日に移すか、引き継ぐと楽になります。', {
            days: full.map((day) => `${dateInTable(day.on)} ${formatMinutes(day.loadMinutes, language())}`).join('、'),
          })}
      {working.length === 0
        ? null
        : t('休みの日に期日のあるもの：{days}', { days: working.map((day) => dateInTable(day.on)).join('、') })}
    </p>
  )
}
