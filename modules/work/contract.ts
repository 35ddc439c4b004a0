import { deeds } from './contract/deeds.ts'
import { inventory } from './contract/inventory.ts'
import { kinds } from './contract/kinds.ts'
import { register } from './contract/register.ts'
import { report } from './contract/report.ts'
import { tasks } from './contract/tasks.ts'
import { views } from './contract/views.ts'

/** Everything that the module takes and answers; safe in the browser. */
export const work = { ...kinds, ...inventory, ...tasks, ...views, ...deeds, ...register, ...report }

export { dueRule } from './contract/due-rule.ts'
export { lineOutcomes, type Remark } from './contract/inventory.ts'
export {
  improvements,
  type KindChanges,
  type KindRow,
  type KindStep,
  kindChanges,
  kindFields,
  reliefs,
  type Timing,
  timings,
} from './contract/kind-fields.ts'
export type { TaskRow } from './contract/tasks.ts'
