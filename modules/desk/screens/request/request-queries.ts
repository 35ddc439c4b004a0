import { desk } from '../../contract.ts'

/** Every list in which a changed request may stand. */
export const requestQueries = [desk.requestsWaiting, desk.myRequests, desk.requestDetails, desk.answeredQuestions]
