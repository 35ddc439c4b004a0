import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { tick } from './writing/tick.ts'

/** 手順の印を外す. */
export const untickStep = command(work.untickStep, {
  may: 'work.do',
  emits: ['work.step-unticked'],
  async run(context, { taskId, place }) {
    const { objects, version } = await tick(context, taskId, place, false)
    return { events: [{ activity: 'work.step-unticked', objects, data: { place } }], answer: { taskId, version } }
  },
})
