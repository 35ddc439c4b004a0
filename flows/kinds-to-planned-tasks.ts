import { callOf, type Flow, type RecordedEvent } from '@ennoshita/kernel/server'
import { work } from '@ennoshita/work'

/**
 * 期日のある業務が増えた・変わった: the tasks of the days ahead are there the same minute, not only after the next night.
 * A planning that left some over is followed by another, until none is left.
 */
export const kindsToPlannedTasks: readonly Flow[] = [
  planning('ready-kinds-adopted-to-planned-tasks', 'work.ready-kinds-adopted', ({ data }) => data.adopted !== 0),
  planning('inventory-applied-to-planned-tasks', 'work.inventory-applied', ({ data }) => data.left === 0),
  planning('kind-added-to-planned-tasks', 'work.kind-added', ({ data }) => data.hasDueRule === true),
  planning('kind-changed-to-planned-tasks', 'work.kind-changed', ({ data }) => namesDueRule(data.fields)),
  planning('kind-restored-to-planned-tasks', 'work.kind-restored', () => true),
  planning('tasks-planned-to-planned-tasks', 'work.tasks-planned', ({ data }) => Number(data.left) > 0),
]

const namesDueRule = (fields: unknown) => Array.isArray(fields) && fields.includes('dueRule')

function planning(name: string, on: string, isWanted: (event: RecordedEvent) => boolean): Flow {
  return { name, on, calls: async (event) => (isWanted(event) ? [callOf(work.planTasks, {})] : []) }
}
