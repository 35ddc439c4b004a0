import type { AnswerOf, LocalDate } from '@ennoshita/kernel'
import { addDays } from '@ennoshita/kernel'
import type { Column, DayFace } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  dateInTable,
  EmptyState,
  PrintButton,
  Select,
  Sheet,
  Split,
  Status,
  ThrownNote,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useLanguage,
  useRights,
  YearView,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { people } from '../../contract.ts'
import { DayDialog } from './day-dialog.tsx'
import type { Profile } from './profile-page.tsx'
import { WeeklyRestDialog } from './weekly-rest-dialog.tsx'

export type CalendarDay = AnswerOf<typeof people.calendarDays>[number]

const onOf = (day: CalendarDay) => day.on

/** How a day looks and reads in the year view. */
export function faceOfDay(day: CalendarDay): DayFace {
  const faces: Record<CalendarDay['because'], DayFace> = {
    usual: { kind: 'open', mark: '', says: day.name || t('営業日') },
    'weekly-rest': { kind: 'rest', mark: '', says: [t('週休日'), day.name].filter((part) => part !== '').join(' ') },
    holiday: { kind: 'holiday', mark: t('祝'), says: day.guess ? t('{name}（予定）', { name: day.name }) : day.name },
    closed: { kind: 'closed', mark: t('休'), says: t('休業日 {reason}', { reason: day.name }) },
    open: { kind: 'extra', mark: t('出'), says: t('営業日 {reason}', { reason: day.name }) },
  }
  return faces[day.because]
}

function columnsOf(): Column<CalendarDay>[] {
  return [
    { key: 'on', head: t('日付'), width: '8rem', card: '1', cell: (day) => dateInTable(day.on), sortBy: onOf },
    {
      key: 'what',
      head: t('扱い'),
      width: '6rem',
      card: '1-end',
      cell: (day) => {
        if (day.because === 'holiday') return <Status colour="red">{t('祝日')}</Status>
        return day.because === 'closed' ? (
          <Status colour="amber">{t('休業')}</Status>
        ) : (
          <Status colour="green">{t('営業')}</Status>
        )
      },
    },
    {
      key: 'name',
      head: t('名称・理由'),
      card: '2',
      cell: (day) => (day.guess && day.because === 'holiday' ? t('{name}（予定）', { name: day.name }) : day.name),
    },
  ]
}

/** 営業日カレンダー: the business year at a glance; a day opens the dialog that closes or opens it. */
export function CalendarPage({ profile }: { readonly profile: Profile }) {
  const today = todayInTokyo()
  const rights = useRights()
  const keeps = rights.may('people.keep-company')
  const begins = fiscalYearAround(today, profile.fiscalYearMonth)
  const [firstOn, setFirstOn] = useAddressState('year', begins)
  const [weekBegins, setWeekBegins] = useAddressState('week', '0')
  const lastOn = addDays(`${Number(firstOn.slice(0, 4)) + 1}${firstOn.slice(4)}`, -1)
  const answer = useAsk(people.calendarDays, { fromOn: firstOn, untilOn: lastOn })
  const [chosen, setChosen] = useState<LocalDate | null>(null)
  const [isSettingWeek, setSettingWeek] = useState(false)
  const days = answer.data
  const byDate = useMemo(() => new Map((days ?? []).map((day) => [day.on, day])), [days])
  const marked = useMemo(
    () => days?.filter((day) => day.because === 'holiday' || day.because === 'closed' || day.because === 'open'),
    [days],
  )
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the acts do not change
  const columns = useMemo(columnsOf, [inUse])
  const openCount = days?.filter((day) => day.open).length ?? 0
  const guesses = days?.some((day) => day.guess && day.because === 'holiday') === true
  return (
    <>
      <div className="filter-bar">
        <div className="filters">
          <Button onPress={() => setFirstOn(yearLater(firstOn, -1))}>{t('前の年度')}</Button>
          <Button onPress={() => setFirstOn(yearLater(firstOn, 1))}>{t('次の年度')}</Button>
          <Select
            label={t('週の始まり')}
            hidesLabel
            isRequired
            choices={[
              { value: '0', label: t('日曜始まり') },
              { value: '1', label: t('月曜始まり') },
            ]}
            value={weekBegins === '1' ? '1' : '0'}
            onChange={(next) => setWeekBegins(next ?? '0')}
          />
          {keeps ? (
            <>
              <Button onPress={() => setChosen(today)}>{t('休業日・営業日を登録')}</Button>
              <Button onPress={() => setSettingWeek(true)}>{t('週休日を決める')}</Button>
            </>
          ) : null}
          <PrintButton />
        </div>
        <div className="totals">
          <Total label={t('営業日')} value={openCount} unit={t('日間')} />
          <Total label={t('休日')} value={(days?.length ?? 0) - openCount} unit={t('日間')} />
        </div>
      </div>
      {answer.error === null ? null : <ThrownNote error={answer.error} />}
      <Split
        aside={
          <Sheet title={t('凡例')}>
            <ul className="plain-list">
              <li>{t('灰色：週休日')}</li>
              <li>{t('祝：国民の祝日・休日')}</li>
              <li>{t('休：会社の休業日')}</li>
              <li>{t('出：休みの日の営業')}</li>
            </ul>
            {guesses ? (
              <p className="field-help">{t('（予定）の祝日は法律から計算したもので、暦要項の発表前です。')}</p>
            ) : null}
          </Sheet>
        }
      >
        <Sheet title={t('{from} 〜 {until}', { from: dateInTable(firstOn), until: dateInTable(lastOn) })}>
          <YearView
            firstOn={firstOn}
            weekBegins={weekBegins === '1' ? 1 : 0}
            today={today}
            faceOf={(on) => {
              const day = byDate.get(on)
              return day === undefined ? undefined : faceOfDay(day)
            }}
            {...(keeps ? { onChoose: setChosen } : {})}
          />
        </Sheet>
        <Sheet title={t('祝日と、会社の休業日・営業日')}>
          <DataTable
            label={t('祝日と、会社の休業日・営業日')}
            rows={marked}
            rowId={onOf}
            columns={columns}
            {...(keeps ? { onOpen: (day: CalendarDay) => setChosen(day.on) } : {})}
            empty={<EmptyState title={t('この年度には祝日も登録された日もありません')} />}
          />
        </Sheet>
      </Split>
      {chosen === null ? null : (
        <DayDialog key={chosen} on={chosen} day={byDate.get(chosen)} onClose={() => setChosen(null)} />
      )}
      {isSettingWeek ? <WeeklyRestDialog profile={profile} onClose={() => setSettingWeek(false)} /> : null}
    </>
  )
}

/** The first day of the month in which the business year around a date begins. */
export function fiscalYearAround(date: LocalDate, month: number): LocalDate {
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < month ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}-01`
}

function yearLater(date: LocalDate, by: number): LocalDate {
  return `${Number(date.slice(0, 4)) + by}${date.slice(4)}`
}
