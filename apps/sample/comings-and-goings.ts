import { addDays, type LocalDate } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel/access'
import { people } from '@ennoshita/people'
import { addMonths } from '@ennoshita/statutes'
import { work } from '@ennoshita/work'
import { early } from './diary.ts'
import { enterPerson } from './founding.ts'
import { beginStories } from './recurring-work.ts'
import { act, idOf, instantAt, known, type World } from './world.ts'

/** Who joins, who leaves and who is away for a week, with the tasks that each occasion brings. */
export function writeComingsAndGoings(world: World): void {
  const { days, startOn, endOn } = world
  writeJoining(world, days.onOrAfter(`${addMonths(startOn, 2).slice(0, 7)}-01`))
  const leftOn = addDays(`${endOn.slice(0, 7)}-01`, -1)
  writeLeaving(world, days.onOrBefore(leftOn))
  writeDelegation(world)
}

function writeJoining(world: World, joinedOn: LocalDate): void {
  const knownOn = later(world.days.onOrAfter(world.startOn), world.days.after(joinedOn, -9))
  world.diary.write(knownOn, instantAt(knownOn, 600), early, async () => {
    const person = world.data.people.find(({ joins }) => joins)
    if (!person) throw new Error('Nobody joins the sample.')
    const at = instantAt(knownOn, 600)
    const number = `${joinedOn.slice(2, 4)}${String(world.members.size).padStart(2, '0')}`
    const { personId } = await enterPerson(world, { ...person, joinedOn }, number, at, 'kanzaki')
    await happen(world, knownOn, ['joined', 'pc-needed', 'account-needed'], joinedOn, personId)
  })
}

function writeLeaving(world: World, leftOn: LocalDate): void {
  const knownOn = later(world.days.onOrAfter(world.startOn), world.days.after(leftOn, -11))
  const leaver = known(world.members, 'fujieda')
  leaver.leftOn = leftOn
  world.diary.write(knownOn, instantAt(knownOn, 880), early, async () => {
    const leaving = { personId: leaver.personId, version: 1, leftOn }
    await act(world, 'kanzaki', people.recordLeaving, leaving, instantAt(knownOn, 880))
    await happen(world, knownOn, ['left'], leftOn, leaver.personId)
  })
}

/** The tasks that follow from an occasion, as the flows would ask for them. */
async function happen(world: World, today: LocalDate, occasions: string[], on: LocalDate, id: string): Promise<void> {
  for (const occasion of occasions)
    await act(
      world,
      undefined,
      work.planOccasionTasks,
      { occasion, on: occasion.endsWith('needed') ? world.days.after(on, -6) : on, subject: { type: 'person', id } },
      instantAt(today, 881),
    )
  await beginStories(world, today)
}

/** The person who will be away names a deputy for the week. */
function writeDelegation(world: World): void {
  const { key, fromOn, untilOn } = world.absence
  const on = world.days.after(fromOn, -1)
  world.diary.write(on, instantAt(on, 17 * 60 + 20), 'delegation', async () => {
    await act(
      world,
      key,
      kernel.delegate,
      { personId: idOf(world, key), deputyId: idOf(world, 'mizuno'), fromOn, untilOn },
      instantAt(on, 17 * 60 + 20),
    )
  })
}

const later = (one: LocalDate, other: LocalDate) => (one > other ? one : other)
