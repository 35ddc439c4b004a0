import type { Module } from '@ennoshita/kernel/server'
import { addDepartment } from './commands/add-department.ts'
import { addPerson } from './commands/add-person.ts'
import { addPost } from './commands/add-post.ts'
import { applyPeopleImport } from './commands/apply-people-import.ts'
import { assignPerson } from './commands/assign-person.ts'
import { cancelAssignment } from './commands/cancel-assignment.ts'
import { changeDepartment } from './commands/change-department.ts'
import { changePerson } from './commands/change-person.ts'
import { changePost } from './commands/change-post.ts'
import { clearCalendarDay } from './commands/clear-calendar-day.ts'
import { closeDepartment } from './commands/close-department.ts'
import { endAssignment } from './commands/end-assignment.ts'
import { eraseName } from './commands/erase-name.ts'
import { movePerson } from './commands/move-person.ts'
import { recordLeaving } from './commands/record-leaving.ts'
import { restorePerson } from './commands/restore-person.ts'
import { setCalendarDay } from './commands/set-calendar-day.ts'
import { setCompanyProfile } from './commands/set-company-profile.ts'
import { setRoles } from './commands/set-roles.ts'
import { stagePeopleImport } from './commands/stage-people-import.ts'
import { undoPeopleImport } from './commands/undo-people-import.ts'
import { peopleEvents, peoplePermissions } from './permissions-and-events.ts'
import { calendarDays } from './queries/calendar-days.ts'
import { companyProfiles } from './queries/company-profiles.ts'
import { departments } from './queries/departments.ts'
import { importPreviews } from './queries/import-previews.ts'
import { myProfile } from './queries/my-profile.ts'
import { organisationChart } from './queries/organisation-chart.ts'
import { peopleExports } from './queries/people-exports.ts'
import { peopleList } from './queries/people-list.ts'
import { personDetails } from './queries/person-details.ts'
import { posts } from './queries/posts.ts'

export { enterFirstPerson } from './commands/enter-first-person.ts'
export { calendarOf } from './queries/calendar-days.ts'
export { departmentsOf, placedOn } from './queries/placements.ts'
export const people: Module = {
  name: 'people',
  tier: 'foundation',
  says: { ja: '会社と人', en: 'Company and people' },
  tables: new URL('./tables/', import.meta.url),
  permissions: peoplePermissions,
  commands: [
    setCompanyProfile,
    setCalendarDay,
    clearCalendarDay,
    addDepartment,
    changeDepartment,
    closeDepartment,
    addPost,
    changePost,
    addPerson,
    changePerson,
    assignPerson,
    endAssignment,
    cancelAssignment,
    movePerson,
    recordLeaving,
    restorePerson,
    eraseName,
    setRoles,
    stagePeopleImport,
    applyPeopleImport,
    undoPeopleImport,
  ],
  queries: [
    companyProfiles,
    calendarDays,
    departments,
    posts,
    organisationChart,
    peopleList,
    personDetails,
    myProfile,
    peopleExports,
    importPreviews,
  ],
  events: peopleEvents,
}
