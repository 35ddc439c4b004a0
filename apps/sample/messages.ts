import { desk } from '@ennoshita/desk'
import type { LocalDate } from '@ennoshita/kernel'
import { diceFor } from './dice.ts'
import { act, idOf, instantAt, isIn, nextDayIn, type World } from './world.ts'

const takers = ['hirose', 'hirose', 'tsukamoto', 'arai', 'sano', 'toyoda']

/** 伝言メモ: one to three a day; most are settled within hours, those of the last afternoon still wait. */
export function writeMessages(world: World): void {
  for (const on of world.days.all(world.startOn, world.endOn).filter(world.days.isOpen)) {
    const dice = diceFor(world.seed, 'messages', on)
    const count = dice.between(1, 3)
    for (let place = 0; place < count; place += 1) writeMessage(world, on, place)
  }
}

function writeMessage(world: World, on: LocalDate, place: number): void {
  const dice = diceFor(world.seed, 'message', on, place)
  const theme = dice.pick(world.data.messages)
  const taker = dice.pick(takers.filter((key) => isIn(world, key, on)))
  const called = [...world.members.values()].filter(
    ({ key, departmentKey, joinedOn, leftOn }) =>
      departmentKey === theme.to && key !== taker && joinedOn <= on && leftOn === undefined,
  )
  const { key } = dice.pick(called)
  const at = dice.between(9 * 60 + 10, 17 * 60)
  const { company, name, number, wants, text } = theme
  const callBackOn = at < 15 * 60 ? on : world.days.after(on, 1)
  const callBackBy =
    wants === 'call-back' && dice.chance(60) ? instantAt(callBackOn, at < 15 * 60 ? 17 * 60 : 12 * 60) : undefined
  const story = `message ${on} ${place}`
  let messageId = ''
  world.diary.write(on, instantAt(on, at), story, async () => {
    const message = { callerCompany: company, callerName: name, callerNumber: number, wants, text }
    const answer = await act(
      world,
      taker,
      desk.takeMessage,
      { toPersonId: idOf(world, key), ...message, ...(callBackBy ? { callBackBy } : {}) },
      instantAt(on, at),
    )
    messageId = answer.messageId
  })
  if (on === world.days.onOrBefore(world.endOn) || dice.chance(3)) return
  const settledOn = nextDayIn(world, key, at > 15 * 60 + 30 ? world.days.after(on, 1) : on)
  const settledAt = settledOn === on ? at + dice.between(8, 90) : dice.between(9 * 60 + 5, 11 * 60)
  const outcome = wants === 'call-back' ? 'called-back' : 'done'
  const note = outcome === 'called-back' && dice.chance(50) ? dice.pick(world.data.phrases.settled) : ''
  world.diary.write(settledOn, instantAt(settledOn, settledAt), story, async () => {
    await act(world, key, desk.settleMessage, { messageId, outcome, note }, instantAt(settledOn, settledAt))
  })
}
