import { addCollectionPeople } from './add-collection-people.ts'
import { addReadyTemplates } from './add-ready-templates.ts'
import { addTemplate } from './add-template.ts'
import { answerCollection } from './answer-collection.ts'
import { answerRequest } from './answer-request.ts'
import { askBack } from './ask-back.ts'
import { changeCollection } from './change-collection.ts'
import { changeNotice } from './change-notice.ts'
import { changeTemplate } from './change-template.ts'
import { closeCollection } from './close-collection.ts'
import { closeRequest } from './close-request.ts'
import { linkRequest } from './link-request.ts'
import { passRequest } from './pass-request.ts'
import { promiseDate } from './promise-date.ts'
import { publishNotice } from './publish-notice.ts'
import { readNotice } from './read-notice.ts'
import { reopenRequest } from './reopen-request.ts'
import { replyRequest } from './reply-request.ts'
import { retireTemplate } from './retire-template.ts'
import { sendDueReminders } from './send-due-reminders.ts'
import { settleMessage } from './settle-message.ts'
import { settleReminder } from './settle-reminder.ts'
import { shareAnswer } from './share-answer.ts'
import { startCollection } from './start-collection.ts'
import { submitRequest } from './submit-request.ts'
import { takeMessage } from './take-message.ts'
import { takeRequest } from './take-request.ts'
import { tickCollection } from './tick-collection.ts'
import { unshareAnswer } from './unshare-answer.ts'
import { untickCollection } from './untick-collection.ts'
import { withdrawNotice } from './withdraw-notice.ts'
import { withdrawRequest } from './withdraw-request.ts'

/** Every command of the desk. */
export const commands = [
  settleReminder,
  addCollectionPeople,
  addReadyTemplates,
  addTemplate,
  answerCollection,
  answerRequest,
  askBack,
  changeCollection,
  changeNotice,
  changeTemplate,
  closeCollection,
  closeRequest,
  linkRequest,
  passRequest,
  promiseDate,
  publishNotice,
  readNotice,
  reopenRequest,
  replyRequest,
  retireTemplate,
  sendDueReminders,
  settleMessage,
  shareAnswer,
  startCollection,
  submitRequest,
  takeMessage,
  takeRequest,
  tickCollection,
  unshareAnswer,
  untickCollection,
  withdrawNotice,
  withdrawRequest,
]
