import { addDays, daysInMonth, type LocalDate } from '@ennoshita/kernel'
import { addMonths } from '@ennoshita/statutes'
import { work } from '@ennoshita/work'
import { early } from './diary.ts'
import { foundedOn } from './founding.ts'
import { act, idOf, instantAt, known, nextDayIn, type World } from './world.ts'

/** 期限台帳: entered at the beginning; answers the contract whose notice date comes next. */
export async function enterDates(world: World): Promise<{ entryId: string; name: string; noticeOn: LocalDate }> {
  let next: { entryId: string; name: string; noticeOn: LocalDate } | undefined
  for (const [place, entry] of world.data.register.entries()) {
    const { ends, responsible, deputy, department, kind, ...content } = entry
    const endsOn = ends === 'nextNotice' ? endOfNextNotice(world.endOn) : addDays(world.endOn, ends)
    const { entryId, noticeOn } = await act(
      world,
      'miyauchi',
      work.addEntry,
      {
        ...content,
        endsOn,
        startsOn: addDays(addMonths(endsOn, -12), 1),
        responsibleId: idOf(world, responsible),
        deputyId: deputy ? idOf(world, deputy) : null,
        departmentId: known(world.departments, department),
        kindId: kind ? known(world.kinds, kind).kindId : null,
      },
      instantAt(foundedOn(world), 930 + place),
    )
    if (ends === 'nextNotice' && noticeOn) next = { entryId, name: entry.name, noticeOn }
  }
  if (!next) throw new Error('The sample has no contract with a notice date.')
  return next
}

/** A month's end, three months before which lies a date from four days after the last lived day on. */
function endOfNextNotice(endOn: LocalDate): LocalDate {
  for (let months = 2; ; months += 1) {
    const month = addMonths(`${endOn.slice(0, 7)}-01`, months)
    const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
    const endsOn = `${month.slice(0, 8)}${days}`
    if (addMonths(endsOn, -3) > addDays(endOn, 3)) return endsOn
  }
}

/** Tasks of the register appear once a week, as their dates come near. */
export function writeRegisterTasks(world: World): void {
  for (let on = world.startOn; on <= world.endOn; on = addDays(on, 7)) writeRaising(world, on)
  writeRaising(world, world.endOn)
}

function writeRaising(world: World, on: LocalDate): void {
  const at = instantAt(on, 320)
  world.diary.write(on, at, early, async () => {
    await act(world, undefined, work.raiseRegisterTasks, {}, at)
  })
}

/** 今月の縁の下: one page of last month sent to the president, one of this month still a draft. */
export function writeReports(world: World): void {
  const thisMonth = `${world.endOn.slice(0, 7)}-01`
  const lastMonth = addMonths(thisMonth, -1)
  const sentOn = nextDayIn(world, 'hirose', world.days.after(thisMonth, 4))
  const draftedOn = nextDayIn(world, 'arai', world.days.after(world.days.onOrBefore(world.endOn), -1))
  const sendIn = sentOn <= world.endOn ? sentOn : world.days.onOrBefore(world.endOn)
  world.diary.write(sendIn, instantAt(sendIn, 18 * 60 + 10), 'report sent', () => sendReport(world, lastMonth, sendIn))
  world.diary.write(draftedOn, instantAt(draftedOn, 18 * 60 + 20), 'report drafted', async () => {
    const month = `${draftedOn.slice(0, 7)}-01`
    await act(world, 'arai', work.draftReport, { month }, instantAt(draftedOn, 18 * 60 + 20))
  })
}

async function sendReport(world: World, month: LocalDate, on: LocalDate): Promise<void> {
  const { reportId, sections, version } = await act(
    world,
    'hirose',
    work.draftReport,
    { month },
    instantAt(on, 18 * 60 + 10),
  )
  const [first, ...rest] = sections
  const written = first
    ? [
        {
          ...first,
          text: `${first.text}\n電話の取次ぎが多い日は、午前中の発送の準備を前日の夕方に回しました。来月は受付の当番を決めて、二人で受けられるようにしたいです。`.trim(),
        },
        ...rest,
      ]
    : []
  const title = `${Number(month.slice(5, 7))}月の縁の下（人事総務部・総務）`
  const changed = await act(
    world,
    'hirose',
    work.changeReport,
    { reportId, version, title, sections: written },
    instantAt(on, 18 * 60 + 25),
  )
  await act(
    world,
    'hirose',
    work.sendReport,
    { reportId, version: changed.version, toPersonId: idOf(world, 'mizusawa') },
    instantAt(on, 18 * 60 + 30),
  )
}
