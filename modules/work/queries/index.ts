import { absencePreviews } from './absence-previews.ts'
import { deedsOfTeam } from './deeds-of-team.ts'
import { entryDetails } from './entry-details.ts'
import { importReports } from './import-reports.ts'
import { inventoryRows } from './inventory-rows.ts'
import { keyPersonList } from './key-person-list.ts'
import { kindDetails } from './kind-details.ts'
import { kindExports } from './kind-exports.ts'
import { myDeeds } from './my-deeds.ts'
import { myReports } from './my-reports.ts'
import { readyKinds } from './ready-kinds.ts'
import { receivedReports } from './received-reports.ts'
import { registerEntries } from './register-entries.ts'
import { reportDetails } from './report-details.ts'
import { taskCalendar } from './task-calendar.ts'
import { taskDetails } from './task-details.ts'
import { taskList } from './task-list.ts'
import { tasksToday } from './tasks-today.ts'
import { thanksReceived } from './thanks-received.ts'
import { workMaps } from './work-maps.ts'

/** Every query of the module. */
export const queries = [
  absencePreviews,
  deedsOfTeam,
  entryDetails,
  importReports,
  inventoryRows,
  keyPersonList,
  kindDetails,
  kindExports,
  myDeeds,
  myReports,
  readyKinds,
  receivedReports,
  registerEntries,
  reportDetails,
  taskCalendar,
  taskDetails,
  taskList,
  tasksToday,
  thanksReceived,
  workMaps,
] as const
