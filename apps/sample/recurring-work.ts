import { addDays, type LocalDate, weekdayOf } from '@ennoshita/kernel'
import { runQuery } from '@ennoshita/kernel/server'
import { type TaskRow, work } from '@ennoshita/work'
import { type Chore, write } from './chore.ts'
import { early } from './diary.ts'
import { type Dice, diceFor } from './dice.ts'
import { writePingPong } from './ping-pong.ts'
import { act, idOf, instantAt, isIn, type KindOfWork, known, minutesOf, nextDayIn, type World } from './world.ts'

/** Those who note how long things took; the others leave it out. */
const noteMinutes = new Set(['hoshino', 'kasai', 'arai', 'oikawa', 'hirose', 'sano'])
/** Those who tick the steps as they go. */
const tickSteps = new Set(['mizuno', 'arai', 'hoshino'])
/** What the last lived day leaves undone, so that the next morning begins with something overdue. */
const leftOver = new Set(['receipt-matching', 'invoice-registration', 'order-backlog-check', 'company-car'])

/** Tasks are planned every other Monday for five weeks, and on the last day for the two months ahead; each becomes a story. */
export function writeRecurringWork(world: World): void {
  const mondays = world.days
    .all(addDays(world.startOn, 10), addDays(world.endOn, -1))
    .filter((on) => weekdayOf(on) === 1)
  const plan = (on: LocalDate, days: number) =>
    world.diary.write(on, instantAt(on, 310), early, async () => {
      await act(world, undefined, work.planTasks, { days }, instantAt(on, 310))
      await beginStories(world, on)
    })
  plan(world.startOn, 35)
  for (const [place, on] of mondays.entries()) if (place % 2 === 0) plan(on, 35)
  plan(world.endOn, 62)
}

/** Begins the stories of all open tasks that have none yet. */
export async function beginStories(world: World, on: LocalDate): Promise<void> {
  const kinds = new Map([...world.kinds.values()].map((kind) => [kind.kindId, kind]))
  for (const task of await openTasks(world)) {
    const kind = task.kindId === null ? undefined : kinds.get(task.kindId)
    if (world.begunTasks.has(task.taskId) || !kind || task.dueOn === null || task.askedById !== null) continue
    world.begunTasks.add(task.taskId)
    const dice = diceFor(world.seed, 'chore', kind.key, task.dueOn)
    writeChore(world, { taskId: task.taskId, dueOn: task.dueOn, from: on, kind, dice })
  }
}

async function openTasks(world: World): Promise<TaskRow[]> {
  const rows: TaskRow[] = []
  for (let offset = 0, total = 1; offset < total; offset += 500) {
    const answer = await runQuery(world.office, work.taskList, world.program, { offset, limit: 500 })
    total = answer.total
    rows.push(...answer.rows)
  }
  return rows
}

/** One time of a kind of work: begun, waited for, commented, finished, sometimes reopened. */
function writeChore(world: World, chore: Chore): void {
  const { kind, dueOn, dice } = chore
  if (kind.pingPong) {
    writePingPong(world, chore, kind.pingPong)
    return
  }
  const wanted = dayFor(world, chore)
  if (dueOn === world.days.onOrBefore(world.endOn) && leftOver.has(kind.key)) return
  const doer = doerOn(world, kind, wanted, dice)
  const on = nextDayIn(world, doer, later(wanted, chore.from))
  if (kind.timing === 'daily' && on > wanted) {
    writeDrop(world, chore, doer, on)
    return
  }
  if (doer !== kind.main && kind.timing !== 'daily' && isAbsent(world, kind.main, on)) writeHandOver(world, chore, doer)
  const finishAt = timeOfFinish(world, kind, on, dice)
  const waitedFrom = writeWait(world, chore, doer, on)
  const length = Math.min((kind.usualMinutes * dice.between(9, 14)) / 10, finishAt - 545)
  if (kind.usualMinutes >= 45 && waitedFrom === undefined && length > 10)
    write(world, chore, on, finishAt - Math.round(length), (at) =>
      act(world, doer, work.startTask, { taskId: chore.taskId }, at),
    )
  if (tickSteps.has(doer) && kind.timing === 'monthly') writeTicks(world, chore, doer, on, finishAt)
  const touchMinutes = noteMinutes.has(doer) && dice.chance(75) ? touched(kind.usualMinutes, dice) : undefined
  write(world, chore, on, finishAt, (at) =>
    act(world, doer, work.finishTask, { taskId: chore.taskId, ...(touchMinutes ? { touchMinutes } : {}) }, at),
  )
  if (dice.chance(kind.timing === 'daily' ? 2 : 9))
    write(world, chore, on, finishAt + 2, (at) =>
      act(world, doer, work.commentTask, { taskId: chore.taskId, text: dice.pick(world.data.phrases.comments) }, at),
    )
  if (dice.chance(kind.timing === 'daily' ? 1 : 5)) writeReopening(world, chore, doer, on)
}

function dayFor(world: World, { kind, dueOn, dice }: Chore): LocalDate {
  const due = world.days.onOrBefore(dueOn)
  if (kind.timing === 'daily') return due
  if (kind.timing === 'weekly') return world.days.after(due, dice.pick([0, 0, 0, 0, -1, -1, 1]))
  if (kind.timing === 'monthly') return world.days.after(due, dice.pick([0, 0, 0, -1, -1, -2, -3, 1]))
  if (kind.timing === 'as-needed') return world.days.after(due, dice.pick([0, 0, -1]))
  return world.days.after(due, dice.between(-7, -1))
}

const isAbsent = ({ absence }: World, key: string, on: LocalDate) =>
  key === absence.key && on >= absence.fromOn && on <= absence.untilOn

/** The main person; a deputy when they are away, and now and then on other days. */
function doerOn(world: World, kind: KindOfWork, on: LocalDate, dice: Dice): string {
  const there = kind.deputies.filter((deputy) => isIn(world, deputy, on))
  const rotates = kind.timing === 'daily' ? 24 : kind.timing === 'weekly' ? 18 : 8
  if (there.length > 0 && (!isIn(world, kind.main, on) || dice.chance(rotates))) return dice.pick(there)
  return kind.main
}

/** Around the usual time; in the days of closing, accounting now and then stays late. */
function timeOfFinish(world: World, kind: KindOfWork, on: LocalDate, dice: Dice): number {
  const isAccounting = known(world.members, kind.main).departmentKey === 'accounting'
  if (isAccounting && world.days.isClosing(on) && dice.chance(35)) return dice.between(18 * 60 + 30, 21 * 60 + 20)
  return Math.max(9 * 60 + 5, minutesOf(kind.at) + dice.between(-28, 32))
}

const touched = (usual: number, dice: Dice) => Math.max(5, Math.round((usual * dice.between(70, 150)) / 500) * 5)

/** Waits for someone before the day of finishing; answers from when, if it does. */
function writeWait(world: World, chore: Chore, doer: string, on: LocalDate): LocalDate | undefined {
  const { waits } = chore.kind
  if (!waits || !chore.dice.chance(waits.chance)) return undefined
  const awaited = waits.for
  if (awaited === doer) return undefined
  const from = nextDayIn(world, doer, world.days.after(on, -waits.days))
  if (from >= on || from < chore.from) return undefined
  const who = awaited ? { personId: idOf(world, awaited) } : { outside: waits.outside ?? '' }
  write(world, chore, from, 10 * 60 + chore.dice.between(0, 40), (at) =>
    act(world, doer, work.startTask, { taskId: chore.taskId }, at),
  )
  write(world, chore, from, 11 * 60 + chore.dice.between(0, 90), (at) =>
    act(world, doer, work.waitFor, { taskId: chore.taskId, ...who }, at),
  )
  write(world, chore, on, 9 * 60 + 2 + chore.dice.between(0, 3), (at) =>
    act(world, doer, work.stopWaiting, { taskId: chore.taskId }, at),
  )
  return from
}

function writeTicks(world: World, chore: Chore, doer: string, on: LocalDate, finishAt: number): void {
  for (let place = 1; place <= 4; place += 1)
    write(world, chore, on, Math.max(9 * 60 + 6, finishAt - 12 * (5 - place)), (at) =>
      act(world, doer, work.tickStep, { taskId: chore.taskId, place }, at),
    )
}

function writeReopening(world: World, chore: Chore, doer: string, on: LocalDate): void {
  const again = nextDayIn(world, doer, world.days.after(on, 1))
  const { taskId, dice } = chore
  const reason = dice.pick(world.data.phrases.reopen)
  write(world, chore, again, 9 * 60 + dice.between(20, 70), (at) =>
    act(world, doer, work.reopenTask, { taskId, reason }, at),
  )
  write(world, chore, again, 10 * 60 + dice.between(40, 160), (at) => act(world, doer, work.finishTask, { taskId }, at))
}

/** Before a week of absence, the task goes to the deputy with a note. */
function writeHandOver(world: World, chore: Chore, deputy: string): void {
  const { fromOn, key } = world.absence
  const on = world.days.after(fromOn, -1)
  if (!isIn(world, key, on) || on < chore.from) return
  const note = chore.dice.pick(world.data.phrases.handOver)
  write(world, chore, on, 16 * 60 + chore.dice.between(0, 70), (at) =>
    act(world, key, work.handOverTask, { taskId: chore.taskId, toPersonId: idOf(world, deputy), note }, at),
  )
}

/** Daily work of a day on which nobody could do it is done with the next day's. */
function writeDrop(world: World, chore: Chore, doer: string, on: LocalDate): void {
  const reason = world.data.phrases.drop
  write(world, chore, on, 9 * 60 + 5, (at) => act(world, doer, work.dropTask, { taskId: chore.taskId, reason }, at))
}

const later = (one: LocalDate, other: LocalDate) => (one > other ? one : other)
