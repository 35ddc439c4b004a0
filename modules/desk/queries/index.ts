import { answeredQuestions } from './answered-questions.ts'
import { collectionDetails } from './collection-details.ts'
import { collections } from './collections.ts'
import { messages } from './messages.ts'
import { myCollections } from './my-collections.ts'
import { myRequests } from './my-requests.ts'
import { notices } from './notices.ts'
import { remindersToSend } from './reminders-to-send.ts'
import { requestDetails } from './request-details.ts'
import { requestsWaiting } from './requests-waiting.ts'
import { templates } from './templates.ts'

/** Every query of the desk. */
export const queries = [
  remindersToSend,
  answeredQuestions,
  collectionDetails,
  collections,
  messages,
  myCollections,
  myRequests,
  notices,
  requestDetails,
  requestsWaiting,
  templates,
]
