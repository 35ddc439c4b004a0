import type { LocalDate } from '@ennoshita/kernel'
import { work } from '@ennoshita/work'
import { early } from './diary.ts'
import { diceFor } from './dice.ts'
import { act, idOf, instantAt, isIn, known, type World } from './world.ts'

const doers = [
  { key: 'hirose', weight: 10 },
  { key: 'tsukamoto', weight: 7 },
  { key: 'arai', weight: 5 },
  { key: 'oikawa', weight: 2 },
  { key: 'sano', weight: 2 },
  { key: 'asai', weight: 1 },
]
const thankful = ['matsunaga', 'hayasaka', 'saegusa', 'tominaga', 'mizuno', 'kuze', 'kuroiwa', 'miyauchi', 'nguyen']

type Deed = { readonly key: string; readonly on: LocalDate; readonly at: number; readonly place: number }

/** これもやった: recorded by the back office, mostly private, sometimes shown, sometimes thanked for; grouped at the end of a month. */
export function writeUnsungWork(world: World): void {
  const grouped = new Map<string, string[]>()
  for (const on of world.days.all(world.startOn, world.endOn).filter(world.days.isOpen)) {
    const dice = diceFor(world.seed, 'deeds', on)
    const count = dice.between(3, 6) + (world.days.isPeak(on) ? 3 : 0)
    for (let place = 0; place < count; place += 1) {
      const { key } = dice.pickWeighted(doers)
      if (isIn(world, key, on))
        writeDeed(world, { key, on, at: dice.between(9 * 60 + 5, 17 * 60 + 50), place }, grouped)
    }
    if (world.days.after(on, 1).slice(0, 7) !== on.slice(0, 7)) writeGrouping(world, on, grouped)
  }
}

/** In the latest weeks the kind is given at once; before, deeds are grouped into it at the end of the month. */
function writeDeed(world: World, { key, on, at, place }: Deed, grouped: Map<string, string[]>): void {
  const dice = diceFor(world.seed, 'deed', on, place)
  const theme = dice.pickWeighted(world.data.deeds)
  const text = dice.pick(theme.texts)
  const kind = theme.kind === undefined ? undefined : known(world.kinds, theme.kind)
  const isGroupedLater = kind !== undefined && on.slice(0, 7) !== world.endOn.slice(0, 7) && dice.chance(60)
  const [isShown, isThanked] = [dice.chance(22), dice.chance(45)]
  const story = `deed ${on} ${place}`
  let deedId = ''
  world.diary.write(on, instantAt(on, at), story, async () => {
    const answer = await act(
      world,
      key,
      work.recordDeed,
      {
        text,
        ...(dice.chance(70) ? { minutes: dice.between(...theme.minutes) } : {}),
        ...(kind && !isGroupedLater ? { kindId: kind.kindId } : {}),
      },
      instantAt(on, at),
    )
    deedId = answer.deedId
    const name = kind?.name ?? text
    world.tally.deeds.set(name, (world.tally.deeds.get(name) ?? 0) + 1)
    if (isGroupedLater) grouped.set(`${key} ${kind.key}`, [...(grouped.get(`${key} ${kind.key}`) ?? []), deedId])
  })
  if (!isShown) return
  world.diary.write(on, instantAt(on, at + 1), story, async () => {
    await act(world, key, work.shareDeeds, { deedIds: [deedId], isShared: true }, instantAt(on, at + 1))
  })
  const thanker = thankful.find((each) => isIn(world, each, on) && dice.chance(30))
  if (isThanked && thanker)
    world.diary.write(on, instantAt(on, at + 40), story, async () => {
      const thanks = { about: { type: 'deed', id: deedId }, text: dice.pick(world.data.phrases.thanks) } as const
      await act(world, thanker, work.attachThanks, { ...thanks, toPersonId: idOf(world, key) }, instantAt(on, at + 40))
    })
}

/** The next working morning, when all deeds of the month are there. */
function writeGrouping(world: World, monthEndOn: LocalDate, grouped: Map<string, string[]>): void {
  const on = world.days.after(monthEndOn, 1)
  const at = instantAt(on, 9 * 60 + 6)
  world.diary.write(on, at, early, async () => {
    for (const [names, deedIds] of [...grouped].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const [key = '', kind = ''] = names.split(' ')
      await act(world, key, work.groupDeeds, { deedIds, kindId: known(world.kinds, kind).kindId }, at)
    }
    grouped.clear()
  })
}
