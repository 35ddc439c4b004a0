import { documentCommands } from './contract/commands.ts'
import { documentQueries } from './contract/queries.ts'

export type { DocumentRow } from './contract/queries.ts'
export type { DocumentFacts, DocumentKind } from './rules/document.ts'
export { documentKinds } from './rules/document.ts'

/** Everything that the module takes and answers; safe in the browser. */
export const documents = { ...documentCommands, ...documentQueries }
