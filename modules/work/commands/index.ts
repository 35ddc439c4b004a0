import { addCorrection } from './add-correction.ts'
import { addEntry } from './add-entry.ts'
import { addKind } from './add-kind.ts'
import { addTask } from './add-task.ts'
import { adoptReadyKinds } from './adopt-ready-kinds.ts'
import { applyInventoryImport } from './apply-inventory-import.ts'
import { attachThanks } from './attach-thanks.ts'
import { changeDeed } from './change-deed.ts'
import { changeEntry } from './change-entry.ts'
import { changeKind } from './change-kind.ts'
import { changeKinds } from './change-kinds.ts'
import { changeReport } from './change-report.ts'
import { changeSteps } from './change-steps.ts'
import { changeTask } from './change-task.ts'
import { commentTask } from './comment-task.ts'
import { confirmKind } from './confirm-kind.ts'
import { discardReport } from './discard-report.ts'
import { draftReport } from './draft-report.ts'
import { dropTask } from './drop-task.ts'
import { endEntry } from './end-entry.ts'
import { finishTask } from './finish-task.ts'
import { groupDeeds } from './group-deeds.ts'
import { handOverTask } from './hand-over-task.ts'
import { planOccasionTasks } from './plan-occasion-tasks.ts'
import { planTasks } from './plan-tasks.ts'
import { postponeTask } from './postpone-task.ts'
import { raiseRegisterTasks } from './raise-register-tasks.ts'
import { recordDeed } from './record-deed.ts'
import { removeDeed } from './remove-deed.ts'
import { removeThanks } from './remove-thanks.ts'
import { renewEntry } from './renew-entry.ts'
import { reopenTask } from './reopen-task.ts'
import { restoreKind } from './restore-kind.ts'
import { retireKind } from './retire-kind.ts'
import { sendReport } from './send-report.ts'
import { setKindPeople } from './set-kind-people.ts'
import { shareDeeds } from './share-deeds.ts'
import { stageInventoryImport } from './stage-inventory-import.ts'
import { startTask } from './start-task.ts'
import { stopWaiting } from './stop-waiting.ts'
import { tickStep } from './tick-step.ts'
import { undoInventoryImport } from './undo-inventory-import.ts'
import { untickStep } from './untick-step.ts'
import { waitFor } from './wait-for.ts'

/** Every command of the module. */
export const commands = [
  addCorrection,
  addEntry,
  addKind,
  addTask,
  adoptReadyKinds,
  applyInventoryImport,
  attachThanks,
  changeDeed,
  changeEntry,
  changeKind,
  changeKinds,
  changeReport,
  changeSteps,
  changeTask,
  commentTask,
  confirmKind,
  discardReport,
  draftReport,
  dropTask,
  endEntry,
  finishTask,
  groupDeeds,
  handOverTask,
  planOccasionTasks,
  planTasks,
  postponeTask,
  raiseRegisterTasks,
  recordDeed,
  removeDeed,
  removeThanks,
  renewEntry,
  reopenTask,
  restoreKind,
  retireKind,
  sendReport,
  setKindPeople,
  shareDeeds,
  stageInventoryImport,
  startTask,
  stopWaiting,
  tickStep,
  undoInventoryImport,
  untickStep,
  waitFor,
] as const
