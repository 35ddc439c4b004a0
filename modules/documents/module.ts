import type { Module } from '@ennoshita/kernel/server'
import { correctDocument } from './commands/correct-document.ts'
import { discardDocument } from './commands/discard-document.ts'
import { keepDocuments } from './commands/keep-documents.ts'
import { replaceFile } from './commands/replace-file.ts'
import { restoreDocument } from './commands/restore-document.ts'
import { documentEvents, documentPermissions } from './permissions-and-events.ts'
import { documentArchives } from './queries/document-archives.ts'
import { documentDetails } from './queries/document-details.ts'
import { documentExports } from './queries/document-exports.ts'
import { documentFiles } from './queries/document-files.ts'
import { documentList } from './queries/document-list.ts'
import { documentReadings } from './queries/document-readings.ts'

export { describeDocument } from './commands/describe-document.ts'
export { shareDocument } from './commands/share-document.ts'
export { readingOf } from './queries/document-readings.ts'
export const documents: Module = {
  name: 'documents',
  tier: 'foundation',
  says: { ja: '書類', en: 'Documents' },
  tables: new URL('./tables/', import.meta.url),
  permissions: documentPermissions,
  commands: [keepDocuments, correctDocument, replaceFile, discardDocument, restoreDocument],
  queries: [documentList, documentDetails, documentReadings, documentFiles, documentExports, documentArchives],
  events: documentEvents,
}
