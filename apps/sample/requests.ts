import { desk } from '@ennoshita/desk'
import type { LocalDate } from '@ennoshita/kernel'
import { runQuery } from '@ennoshita/kernel/server'
import { early } from './diary.ts'
import { type Dice, diceFor } from './dice.ts'
import { foundedOn } from './founding.ts'
import type { SampleRequest, SampleReview } from './read-data.ts'
import { act, filled, idOf, instantAt, isIn, known, nextDayIn, type World } from './world.ts'

/** A request as its story goes: who asks whom, and what they write to each other. */
type Request = Pick<
  SampleRequest,
  'title' | 'back' | 'reply' | 'answer' | 'again' | 'againAnswer' | 'share' | 'pass'
> & {
  readonly templateId: string
  readonly values: SampleRequest['values']
  readonly asker: string
  readonly answerer: string
  readonly on: LocalDate
  readonly at: number
  readonly isReview: boolean
}

const lawyer = 'shimazu'

/** The kinds of request and, over the days, the requests themselves; those for contracts wait for the one person who can. */
export async function writeRequests(world: World): Promise<void> {
  const templates = await openDesk(world)
  let openDays = 0
  for (const on of world.days.all(world.startOn, world.endOn).filter(world.days.isOpen)) {
    const dice = diceFor(world.seed, 'requests', on)
    const count = dice.between(2, 4) + (world.days.isPeak(on) ? 6 : 0)
    for (let place = 0; place < count; place += 1) {
      const themes = world.data.requests.filter(({ peak }) => peak === (world.days.isPeak(on) && place > 2))
      writeUsual(world, templates, dice.pickWeighted(themes), on, place)
    }
    openDays += 1
    const review = world.data.reviews[Math.floor(openDays / 3) % world.data.reviews.length]
    if (openDays % 3 === 1 && review) writeReview(world, templates, review, on)
  }
}

async function openDesk(world: World): Promise<Map<string, string>> {
  const [affairs, accounting, planning, it] = ['affairs', 'accounting', 'planning', 'systems'].map((key) =>
    known(world.departments, key),
  )
  await act(
    world,
    'miyauchi',
    desk.addReadyTemplates,
    { departments: { 'general-affairs': affairs, labour: affairs, accounting, legal: planning, it } },
    instantAt(foundedOn(world), 900),
  )
  const templates = await runQuery(world.office, desk.templates, world.program, {})
  const review = templates.find(({ slug }) => slug === 'contract-review')
  if (!review) throw new Error('The desk has no kind of request for contracts.')
  const { templateId, version, name, nameEn, guide, fields, usualDays, departmentId, position } = review
  await act(
    world,
    'miyauchi',
    desk.changeTemplate,
    {
      ...{ templateId, version, name, nameEn, guide, fields, usualDays, departmentId, position },
      kindId: known(world.kinds, 'contract-review').kindId,
    },
    instantAt(foundedOn(world), 905),
  )
  return new Map(templates.map((each) => [each.slug, each.templateId]))
}

function writeUsual(
  world: World,
  templates: Map<string, string>,
  theme: SampleRequest,
  on: LocalDate,
  place: number,
): void {
  const dice = diceFor(world.seed, 'request', on, place)
  const asker = someoneOf(world, theme.from, theme.by, on, dice)
  const answerer = theme.by.find((key) => isIn(world, key, on) && dice.chance(65)) ?? theme.by[0]
  if (!asker || !answerer) return
  const texts = Object.entries(theme.values).map(([key, value]) => [key, fieldValue(world, value, on, place)] as const)
  writeStory(
    world,
    {
      ...theme,
      title: filled(world, theme.title, on, place),
      answer: filled(world, theme.answer, on, place),
      values: Object.fromEntries(texts),
      templateId: known(templates, theme.slug),
      asker,
      answerer: theme.pass?.assignee ?? answerer,
      on,
      at: dice.between(9 * 60 + 5, 17 * 60 + 20),
      isReview: false,
      ...(dice.chance(50) ? {} : { again: undefined }),
    },
    dice,
  )
}

function writeReview(world: World, templates: Map<string, string>, review: SampleReview, on: LocalDate): void {
  const dice = diceFor(world.seed, 'review', on)
  const asker = someoneOf(world, ['sales1', 'sales2', 'design'], [lawyer], on, dice)
  if (!asker) return
  const title = filled(world, review.title, on)
  const counterpart = /^(.+?)(様|との|の)/.exec(title)?.[1] ?? title
  writeStory(
    world,
    {
      ...review,
      title: `${title}の確認`,
      values: { counterpart, contract: review.contract, 'sign-by': world.days.after(on, 8) },
      templateId: known(templates, 'contract-review'),
      ...{ asker, answerer: lawyer, on, at: dice.between(9 * 60 + 30, 16 * 60 + 30), isReview: true },
    },
    dice,
  )
}

function someoneOf(world: World, departments: readonly string[], not: readonly string[], on: LocalDate, dice: Dice) {
  const there = [...world.members.values()].filter(
    ({ key, departmentKey, leftOn }) =>
      leftOn === undefined && departments.includes(departmentKey) && !not.includes(key) && isIn(world, key, on),
  )
  return there.length > 0 ? dice.pick(there).key : undefined
}

function fieldValue(world: World, value: string | number | boolean, on: LocalDate, place: number) {
  if (typeof value !== 'string') return value
  return /^\+\d+$/.test(value) ? world.days.after(on, Number(value)) : filled(world, value, on, place)
}

/** Submitted, taken (or passed on), asked back, answered, closed or asked again. */
function writeStory(world: World, request: Request, dice: Dice): void {
  const { asker, answerer, on, at, isReview } = request
  const story = `request ${on} ${request.title} ${asker} ${at}`
  let requestId = ''
  const say = (
    day: LocalDate,
    minutes: number,
    run: (at: string, requestId: string) => Promise<unknown>,
    first = false,
  ) =>
    world.diary.write(day, instantAt(day, minutes), first ? early : story, async () => {
      await run(instantAt(day, minutes), requestId)
    })
  const submit = { templateId: request.templateId, title: request.title, values: request.values }
  say(on, at, async (now) => ({ requestId } = await act(world, asker, desk.submitRequest, submit, now)), true)
  const isLast = on === world.days.onOrBefore(world.endOn)
  const days = isReview ? dice.between(4, 9) : isLast ? 1 : dice.pick([0, 0, 0, 1, 1, 1, 2])
  const takenOn = nextDayIn(world, answerer, isReview || at > 16 * 60 ? world.days.after(on, 1) : on)
  const takenAt = takenOn === on ? at + dice.between(4, 30) : dice.between(9 * 60 + 3, 10 * 60)
  const { pass } = request
  if (pass) say(takenOn, takenAt, (now, id) => act(world, 'hirose', desk.passRequest, passOf(world, pass, id), now))
  else say(takenOn, takenAt, (now, id) => act(world, answerer, desk.takeRequest, { requestId: id }, now))
  const wanted = world.days.after(on, days)
  const answeredOn = nextDayIn(world, answerer, wanted < takenOn ? takenOn : wanted)
  if (isReview || days === 2)
    say(takenOn, takenAt + 3, (now, id) =>
      act(world, answerer, desk.promiseDate, { requestId: id, promisedOn: answeredOn }, now),
    )
  const heardAt = writeQuestion(say, world, request, takenOn, takenAt, answeredOn)
  const earliest = answeredOn === takenOn ? Math.max(takenAt, heardAt) + 8 : 9 * 60 + 20
  const answeredAt = Math.max(earliest, dice.between(earliest, Math.max(earliest, 17 * 60 + 30)))
  say(answeredOn, answeredAt, (now, id) => {
    world.tally.waits.push({ isReview, days: world.days.between(on, answeredOn) })
    return act(world, answerer, desk.answerRequest, { requestId: id, text: request.answer }, now)
  })
  writeEnd(say, world, request, answeredOn, dice)
}

type Say = (on: LocalDate, minutes: number, run: (at: string, requestId: string) => Promise<unknown>) => void

const passOf = (world: World, pass: NonNullable<SampleRequest['pass']>, requestId: string) => ({
  requestId,
  departmentId: known(world.departments, pass.to),
  assigneeId: idOf(world, pass.assignee),
  reason: pass.reason,
})

/** Asks back and is replied to, on the way to the answer; answers when on that day it was heard. */
function writeQuestion(
  say: Say,
  world: World,
  { back, reply, asker, answerer }: Request,
  takenOn: LocalDate,
  takenAt: number,
  answeredOn: LocalDate,
): number {
  if (!back || !reply || !isIn(world, asker, takenOn)) return 0
  const repliedOn =
    answeredOn > world.days.after(takenOn, 1) ? nextDayIn(world, asker, world.days.after(takenOn, 1)) : takenOn
  if (repliedOn > answeredOn) return 0
  const heardAt = repliedOn === takenOn ? takenAt + 35 : 9 * 60 + 12
  say(takenOn, takenAt + 6, (now, id) => act(world, answerer, desk.askBack, { requestId: id, text: back }, now))
  say(repliedOn, heardAt, (now, id) => act(world, asker, desk.replyRequest, { requestId: id, text: reply }, now))
  return repliedOn === answeredOn ? heardAt : 0
}

/** After the answer: closed, asked again and answered once more, shared with everybody, or left as it is. */
function writeEnd(say: Say, world: World, request: Request, answeredOn: LocalDate, dice: Dice): void {
  const { asker, answerer, again, againAnswer, share } = request
  let last = nextDayIn(world, asker, world.days.after(answeredOn, 1))
  if (again && againAnswer) {
    say(last, dice.between(9 * 60 + 10, 11 * 60), (now, id) =>
      act(world, asker, desk.reopenRequest, { requestId: id, text: again }, now),
    )
    last = nextDayIn(world, answerer, last)
    say(last, dice.between(13 * 60, 17 * 60), (now, id) =>
      act(world, answerer, desk.answerRequest, { requestId: id, text: againAnswer }, now),
    )
    last = nextDayIn(world, asker, world.days.after(last, 1))
  }
  if (share && dice.chance(40))
    say(answeredOn, 18 * 60 - 5, (now, id) =>
      act(world, answerer, desk.shareAnswer, { requestId: id, question: share, answer: request.answer }, now),
    )
  if (dice.chance(55))
    say(last, dice.between(9 * 60 + 5, 17 * 60 + 30), (now, id) =>
      act(world, asker, desk.closeRequest, { requestId: id }, now),
    )
}
