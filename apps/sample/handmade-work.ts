import type { LocalDate } from '@ennoshita/kernel'
import { work } from '@ennoshita/work'
import { type Dice, diceFor } from './dice.ts'
import { act, filled, idOf, instantAt, isIn, nextDayIn, type World } from './world.ts'

/** Tasks added by hand in one line: a few a day, many more of accounting's at the end of the month and on the 25th. */
export function writeHandmadeWork(world: World): void {
  const usual = world.data.handmade.filter(({ peak }) => !peak)
  const ofPeak = world.data.handmade.filter(({ peak }) => peak)
  for (const on of world.days.all(world.startOn, world.endOn).filter(world.days.isOpen)) {
    const dice = diceFor(world.seed, 'handmade', on)
    const chosen = [
      ...Array.from({ length: dice.between(1, 3) }, () => dice.pick(usual)),
      ...Array.from({ length: world.days.isPeak(on) ? dice.between(14, 19) : dice.between(0, 1) }, () =>
        dice.pick(ofPeak),
      ),
    ]
    for (const [place, theme] of chosen.entries()) writeTask(world, theme, on, place)
  }
}

function writeTask(world: World, theme: World['data']['handmade'][number], on: LocalDate, place: number): void {
  const dice = diceFor(world.seed, 'handmade', on, place)
  const by = theme.by.filter((key) => isIn(world, key, on))
  if (by.length === 0) return
  const maker = dice.pick(by)
  const doer = theme.to ?? maker
  const story = `handmade ${on} ${place}`
  let taskId = ''
  const addedAt = dice.between(9 * 60 + 10, theme.peak ? 12 * 60 : 16 * 60)
  world.diary.write(on, instantAt(on, addedAt), story, async () => {
    const answer = await act(
      world,
      maker,
      work.addTask,
      {
        title: filled(world, theme.title, story),
        dueOn: world.days.after(on, theme.days),
        ...(theme.to ? { assigneeId: idOf(world, theme.to) } : {}),
      },
      instantAt(on, addedAt),
    )
    taskId = answer.taskId
  })
  const [doneOn, doneAt] = whenDone(world, { doer, on, addedAt, days: theme.days, isPeak: theme.peak }, dice)
  if (dice.chance(4)) {
    writeDropping(world, { doer, on, days: theme.days, story }, () => taskId)
    return
  }
  world.diary.write(doneOn, instantAt(doneOn, doneAt), story, async () => {
    await act(world, doer, work.finishTask, { taskId }, instantAt(doneOn, doneAt))
  })
}

/** What was not finished is given up a week after its date; the latest of it still stands there, overdue. */
function writeDropping(
  world: World,
  { doer, on, days, story }: { doer: string; on: LocalDate; days: number; story: string },
  id: () => string,
): void {
  const droppedOn = nextDayIn(world, doer, world.days.after(on, days + 5))
  const at = instantAt(droppedOn, 9 * 60 + 40)
  world.diary.write(droppedOn, at, story, async () => {
    await act(world, doer, work.dropTask, { taskId: id(), reason: world.data.phrases.givenUp }, at)
  })
}

/** At the peak most is finished the same day, some of it late in the evening. */
function whenDone(
  world: World,
  task: { doer: string; on: LocalDate; addedAt: number; days: number; isPeak: boolean },
  dice: Dice,
): [LocalDate, number] {
  if (task.isPeak && isIn(world, task.doer, task.on) && dice.chance(80))
    return [
      task.on,
      dice.chance(22) ? dice.between(18 * 60 + 20, 21 * 60) : dice.between(task.addedAt + 20, 17 * 60 + 50),
    ]
  const on = nextDayIn(world, task.doer, world.days.after(task.on, dice.between(1, Math.max(1, task.days))))
  return [on, dice.between(9 * 60 + 15, 17 * 60 + 40)]
}
