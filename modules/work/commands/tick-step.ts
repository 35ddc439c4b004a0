import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { tick } from './writing/tick.ts'

/** 手順に印を付ける. */
export const tickStep = command(work.tickStep, {
  may: 'work.do',
  emits: ['work.step-ticked'],
  async run(context, { taskId, place }) {
    const { objects, version } = await tick(context, taskId, place, true)
    return { events: [{ activity: 'work.step-ticked', objects, data: { place } }], answer: { taskId, version } }
  },
})
