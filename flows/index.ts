import type { Flow, Mail } from '@ennoshita/kernel/server'
import { kindsToPlannedTasks } from './kinds-to-planned-tasks.ts'
import { leavingRecordedToLeavingTasks } from './leaving-recorded-to-leaving-tasks.ts'
import { personAddedToJoiningTasks } from './person-added-to-joining-tasks.ts'
import { remindersToMail } from './reminders-to-mail.ts'

/** Every arrow between modules; this list is the map of integration. */
export function flowsOf(mail: Mail): readonly Flow[] {
  return [personAddedToJoiningTasks, leavingRecordedToLeavingTasks, ...kindsToPlannedTasks, remindersToMail(mail)]
}
