import { work } from '../../contract.ts'

/** Every list in which a deed or thanks may stand. */
export const deedQueries = [work.myDeeds, work.deedsOfTeam, work.thanksReceived]
