import { writeIcs } from '@ennoshita/formats'
import type { AnswerOf } from '@ennoshita/kernel'
import { people } from '@ennoshita/people'
import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import type { GridDay, GridEntry } from '@ennoshita/ui'
import {
  Button,
  ComboBox,
  DayGrid,
  dateInTable,
  keep,
  kept,
  Menu,
  monthOfScreen,
  offerFile,
  Screen,
  Select,
  send,
  showToast,
  ThrownNote,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useKeys,
  useOpen,
} from '@ennoshita/ui'
import { useState } from 'react'
import type { TaskRow } from '../../contract.ts'
import { work } from '../../contract.ts'
import { PostponeDialog } from '../task/postpone-dialog.tsx'
import { useTaskActs } from '../task/use-task-acts.tsx'
import type { LoadDay } from './day-load.tsx'
import { DayLoad, loadSays, OverloadedDays } from './day-load.tsx'
import type { CalendarView } from './days-shown.ts'
import { around, daysShown } from './days-shown.ts'

const keptAs = 'work.calendar.first-weekday'

/** 予定表: month or week, with what each day holds and how long it usually takes. */
export default function CalendarScreen() {
  const today = todayInTokyo()
  const [view, setView] = useAddressState('view', 'month')
  const [on, setOn] = useAddressState('on', today)
  const [personId, setPerson] = useAddressState('person', '')
  const [departmentId, setDepartment] = useAddressState('department', '')
  const [firstWeekday, setFirstWeekday] = useState<0 | 1>(kept(keptAs) === '0' ? 0 : 1)
  const [moving, setMoving] = useState<{ task: TaskRow; to: string } | null>(null)
  const layout: CalendarView = view === 'week' ? 'week' : 'month'
  const shown = daysShown(layout, on, firstWeekday)
  const [from = on, to = on] = [shown[0], shown.at(-1)]
  const whose = personId === '' ? (departmentId === '' ? {} : { departmentId }) : { personId }
  const answer = useAsk(work.taskCalendar, { from, to, ...whose })
  const names = useAsk(people.calendarDays, { fromOn: from, untilOn: to })
  const acts = useTaskActs()
  const open = useOpen()
  const days = answer.data?.days ?? []
  const tasks = answer.data?.tasks ?? []
  const go = (by: 1 | -1) => setOn(around(layout, on, by))
  useKeys([
    { key: '[', says: t('前へ'), run: () => go(-1) },
    { key: ']', says: t('次へ'), run: () => go(1) },
    { key: 't', says: t('今日へ'), run: () => setOn(today) },
  ])
  async function move(id: string, next: string) {
    const task = tasks.find((candidate) => candidate.taskId === id)
    if (task === undefined || task.dueOn === null) return
    if (task.legalDueOn !== null && next > task.legalDueOn) return setMoving({ task, to: next })
    const before = task.dueOn
    const moved = await acts.each([task], () => send(work.postponeTask, { taskId: id, dueOn: next }))
    if (moved.length === 0) return
    showToast(t('「{title}」を{date}に移しました。', { title: task.title, date: dateInTable(next) }), {
      undo: () => void acts.each([task], () => send(work.postponeTask, { taskId: id, dueOn: before })),
    })
  }
  function chooseFirst(next: 0 | 1) {
    keep(keptAs, String(next))
    setFirstWeekday(next)
  }
  return (
    <Screen
      title={t('予定表')}
      period={layout === 'month' ? monthOfScreen(on) : `${dateInTable(from)} – ${dateInTable(to)}`}
      actions={
        <Menu
          face={t('その他')}
          label={t('その他の操作')}
          entries={[
            { label: t('カレンダーのファイル（ICS）に書き出す'), run: () => offerIcs(tasks, today) },
            { label: t('印刷'), run: () => window.print() },
            'line',
            { label: t('週を月曜から'), run: () => chooseFirst(1), isChosen: firstWeekday === 1 },
            { label: t('週を日曜から'), run: () => chooseFirst(0), isChosen: firstWeekday === 0 },
          ]}
        />
      }
      filters={
        <CalendarFilters
          {...{ layout, setView, go, personId, setPerson, departmentId, setDepartment }}
          toToday={() => setOn(today)}
        />
      }
    >
      {answer.error === null ? null : <ThrownNote error={answer.error} />}
      {acts.face}
      {departmentId === '' || personId !== '' ? <OverloadedDays days={days} today={today} /> : null}
      {answer.data !== undefined && tasks.length === 0 ? (
        <p className="lead">{t('この期間に期日のあるやることはありません。')}</p>
      ) : null}
      <DayGrid
        label={t('予定表')}
        layout={layout}
        today={today}
        entries={tasks.flatMap((task) => entryOf(task, today))}
        days={shown.map((day) =>
          gridDay(day, layout === 'month' && day.slice(0, 7) !== on.slice(0, 7), days, names.data),
        )}
        onOpen={(id) => open(`/work/tasks/${id}`)}
        onMove={(id, next) => void move(id, next)}
      />
      <p className="key-line">{t('↑↓←→ 日を移る　Shift と矢印で期日を移す　Enter 開く　[ ] 前後　T 今日')}</p>
      {moving === null ? null : (
        <PostponeDialog
          tasks={[moving.task]}
          dueOn={moving.to}
          each={acts.each}
          onClose={() => setMoving(null)}
          onDone={() => {}}
        />
      )}
    </Screen>
  )
}

function gridDay(
  day: string,
  isOutside: boolean,
  loads: readonly LoadDay[],
  names: AnswerOf<typeof people.calendarDays> | undefined,
): GridDay {
  const load = loads.find((candidate) => candidate.on === day)
  const name = names?.find((candidate) => candidate.on === day)
  const isNamed = name !== undefined && name.because !== 'usual' && name.because !== 'weekly-rest'
  return {
    on: day,
    isOff: load?.isOff ?? false,
    name: isNamed ? name.name : '',
    isOutside,
    foot: load === undefined ? null : <DayLoad day={load} />,
    says: load === undefined ? '' : loadSays(load),
  }
}

function CalendarFilters(props: {
  readonly layout: CalendarView
  readonly setView: (view: string) => void
  readonly go: (by: 1 | -1) => void
  readonly toToday: () => void
  readonly personId: string
  readonly setPerson: (personId: string) => void
  readonly departmentId: string
  readonly setDepartment: (departmentId: string) => void
}) {
  const everyone = usePeopleOptions()
  const departments = useDepartmentOptions()
  return (
    <>
      <Button label={t('前へ')} onPress={() => props.go(-1)}>
        ‹
      </Button>
      <Button onPress={props.toToday}>{t('今日')}</Button>
      <Button label={t('次へ')} onPress={() => props.go(1)}>
        ›
      </Button>
      <Select
        label={t('月か週か')}
        hidesLabel
        isRequired
        value={props.layout}
        onChange={(next) => props.setView(next ?? 'month')}
        choices={[
          { value: 'month', label: t('月') },
          { value: 'week', label: t('週') },
        ]}
      />
      <ComboBox
        label={t('人')}
        hidesLabel
        placeholder={t('自分の予定')}
        options={everyone}
        value={props.personId === '' ? null : props.personId}
        onChange={(next) => props.setPerson(next ?? '')}
      />
      <ComboBox
        label={t('部門')}
        hidesLabel
        placeholder={t('部門の予定')}
        options={departments}
        value={props.departmentId === '' ? null : props.departmentId}
        onChange={(next) => props.setDepartment(next ?? '')}
      />
    </>
  )
}

function entryOf(task: TaskRow, today: string): readonly GridEntry[] {
  if (task.dueOn === null) return []
  const isOpen = task.state === 'open' || task.state === 'started'
  const legal = task.legalDueOn === null ? '' : t('（法定）')
  const isLate = isOpen && task.dueOn < today
  const mark = isOpen ? (isLate ? 'late' : task.legalDueOn === null ? undefined : 'legal') : 'done'
  return [{ id: task.taskId, on: task.dueOn, face: `${task.title}${legal}`, mark, isMovable: isOpen }]
}

function offerIcs(tasks: readonly TaskRow[], today: string) {
  const events = tasks.flatMap((task) =>
    task.dueOn === null
      ? []
      : [{ id: `${task.taskId}@ennoshita`, title: task.title, startsOn: task.dueOn, description: task.assigneeName }],
  )
  const bytes = writeIcs(events, { name: t('縁の下：やること'), madeAt: `${today}T00:00:00Z` })
  offerFile(`tasks-${today}.ics`, bytes, 'text/calendar;charset=utf-8')
}
