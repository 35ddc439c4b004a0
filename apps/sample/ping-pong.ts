import { work } from '@ennoshita/work'
import { type Chore, write } from './chore.ts'
import { act, idOf, nextDayIn, type World } from './world.ts'

/** Work that goes to and fro between two people before it is finished. */
export function writePingPong(world: World, chore: Chore, other: string): void {
  const { kind, taskId, dice, dueOn } = chore
  const { pingOut, pingBack } = world.data.phrases
  const rounds = dice.pick([1, 2, 2, 3])
  const wanted = world.days.after(world.days.onOrBefore(dueOn), -2)
  let on = nextDayIn(world, kind.main, wanted < chore.from ? chore.from : wanted)
  write(world, chore, on, 10 * 60 + dice.between(0, 30), (at) => act(world, kind.main, work.startTask, { taskId }, at))
  for (let round = 0; round < rounds; round += 1) {
    const [note, answer] = [dice.pick(pingOut), dice.pick(pingBack)]
    const back = nextDayIn(world, other, round === 0 ? on : world.days.after(on, 1))
    write(world, chore, on, 11 * 60 + dice.between(0, 60) + round, (at) => {
      world.tally.handOversOfPingPong += 1
      return act(world, kind.main, work.handOverTask, { taskId, toPersonId: idOf(world, other), note }, at)
    })
    write(world, chore, back, 14 * 60 + dice.between(0, 150), (at) => {
      world.tally.handOversOfPingPong += 1
      return act(world, other, work.handOverTask, { taskId, toPersonId: idOf(world, kind.main), note: answer }, at)
    })
    on = nextDayIn(world, kind.main, world.days.after(back, 1))
  }
  write(world, chore, on, 15 * 60 + dice.between(0, 120), (at) =>
    act(world, kind.main, work.finishTask, { taskId }, at),
  )
}
