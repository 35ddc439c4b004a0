import { desk } from '@ennoshita/desk'
import { addDays, type LocalDate } from '@ennoshita/kernel'
import { early } from './diary.ts'
import { diceFor } from './dice.ts'
import { act, idOf, idsOf, instantAt, isIn, known, nextDayIn, type World } from './world.ts'

type Collection = {
  readonly by: string
  readonly from: LocalDate
  readonly dueOn: LocalDate
  readonly title: string
  readonly explanation: string
  readonly answerKind: 'done' | 'date'
  readonly kind: string
  /** So many of a hundred answer by themselves; the others wait for a reminder or longer. */
  readonly prompt: number
  readonly isClosed: boolean
}

/** One collection that is over, and one under way whose last answers are missing. */
export function writeCollections(world: World): void {
  const { days, startOn, endOn } = world
  const lastDueOn = days.after(days.onOrBefore(endOn), -2)
  const firstFrom = days.after(days.onOrAfter(startOn), 6)
  writeCollection(world, {
    by: 'arai',
    from: firstFrom,
    dueOn: days.after(firstFrom, 9),
    title: '定期健康診断の受診日の回答',
    explanation: '受診する日を一つ選んでお知らせください。医療機関の予約は総務でまとめて行います。',
    answerKind: 'date',
    kind: 'regular-health-check',
    prompt: 90,
    isClosed: true,
  })
  writeCollection(world, {
    ...(isSeasonOfYearEnd(endOn) ? yearEnd : contactDetails),
    by: 'arai',
    from: days.after(lastDueOn, -11),
    dueOn: lastDueOn,
    answerKind: 'done',
    kind: 'year-end-adjustment-papers',
    prompt: 55,
    isClosed: false,
  })
}

const isSeasonOfYearEnd = (on: LocalDate) => on.slice(5) >= '10-10' && on.slice(5) <= '12-20'
const yearEnd = {
  title: '年末調整の書類',
  explanation:
    '扶養・保険料・住宅ローンなどの書類をお出しください。該当するものがない方も「提出」を押してください。用紙は人事総務部にあります。',
}
const contactDetails = {
  title: '緊急連絡先と通勤経路の確認',
  explanation: '登録の内容に変わりがなければそのまま、変わったところがあれば総務の窓口に用紙をお出しください。',
}

function writeCollection(world: World, collection: Collection): void {
  const { by, from, dueOn, title, explanation, answerKind, kind, isClosed } = collection
  const asked = [...world.members.keys()].filter((key) => !['komatsu', 'fujieda', by].includes(key))
  const on = nextDayIn(world, by, from)
  const story = `collection ${title}`
  let collectionId = ''
  world.diary.write(on, instantAt(on, 595), early, async () => {
    const answer = await act(
      world,
      by,
      desk.startCollection,
      {
        ...{ title, explanation, answerKind, dueOn },
        personIds: idsOf(world, asked),
        kindId: known(world.kinds, kind).kindId,
        departmentId: known(world.departments, 'affairs'),
      },
      instantAt(on, 595),
    )
    collectionId = answer.collectionId
  })
  for (const day of world.days.all(on, world.days.after(dueOn, 5)).filter(world.days.isOpen))
    world.diary.write(day, instantAt(day, 545), early, async () => {
      await act(world, undefined, desk.sendDueReminders, {}, instantAt(day, 545))
    })
  for (const key of asked) writeAnswer(world, collection, key, on, () => collectionId)
  if (!isClosed) return
  const closedOn = nextDayIn(world, by, world.days.after(dueOn, 7))
  world.diary.write(closedOn, instantAt(closedOn, 1030), story, async () => {
    await act(world, by, desk.closeCollection, { collectionId }, instantAt(closedOn, 1030))
  })
}

/** Some answer the same day, some near the date, some after a reminder; some hand their papers over the counter and are ticked. */
function writeAnswer(world: World, collection: Collection, key: string, from: LocalDate, id: () => string): void {
  const dice = diceFor(world.seed, 'collection', collection.title, key)
  const length = world.days.between(from, collection.dueOn)
  const isPrompt = dice.chance(collection.prompt)
  const wanted = world.days.after(from, isPrompt ? dice.between(0, length) : length + dice.between(0, 8))
  const on = nextDayIn(world, key, wanted)
  const story = `collection ${collection.title} ${key}`
  const at = dice.between(9 * 60 + 57, 17 * 60 + 40)
  const date = collection.answerKind === 'date' ? { on: world.days.after(collection.dueOn, dice.between(10, 25)) } : {}
  const isHandedIn = collection.answerKind === 'done' && isIn(world, collection.by, on) && dice.chance(30)
  world.diary.write(on, instantAt(on, at), story, async () => {
    const collectionId = id()
    const now = instantAt(on, at)
    if (isHandedIn)
      await act(world, collection.by, desk.tickCollection, { collectionId, personIds: [idOf(world, key)] }, now)
    else await act(world, key, desk.answerCollection, { collectionId, ...date }, now)
  })
}

/** 裏方からのお知らせ, each read by some in the days after. */
export function writeNotices(world: World): void {
  for (const { by, kind, daysBefore, title, body, reason } of world.data.notices) {
    const on = nextDayIn(world, by, addDays(world.endOn, -daysBefore))
    if (on < world.startOn) continue
    let noticeId = ''
    world.diary.write(on, instantAt(on, 620), early, async () => {
      const content = { title, body, reason, kindId: known(world.kinds, kind).kindId }
      noticeId = (await act(world, by, desk.publishNotice, content, instantAt(on, 620))).noticeId
    })
    for (const key of world.members.keys()) {
      const dice = diceFor(world.seed, 'notice', title, key)
      if (key === by || known(world.members, key).leftOn !== undefined || !dice.chance(38)) continue
      const readOn = nextDayIn(world, key, world.days.after(on, dice.pick([0, 0, 1, 1, 2, 3])))
      const at = dice.between(11 * 60, 17 * 60 + 30)
      world.diary.write(readOn, instantAt(readOn, at), `notice ${title} ${key}`, async () => {
        await act(world, key, desk.readNotice, { noticeId }, instantAt(readOn, at))
      })
    }
  }
}
