export { offerNewPermissions } from './access/grant-presets.ts'
export { kernelModule } from './access/module.ts'
export { type FirstPerson, noOrganisation, type Organisation } from './access/organisation.ts'
export { invitationLink, type KernelParts } from './access/parts.ts'
export { passwordLink } from './access/password.ts'
export {
  type Clock,
  dateInTokyo,
  instantInTokyo,
  instantOf,
  milliseconds,
  stoppedClock,
  systemClock,
} from './clock/clock.ts'
export type {
  Command,
  CommandAnswer,
  CommandContext,
  EventObject,
  Module,
  NewEvent,
  Permission,
  PresetRole,
  Query,
  QueryContext,
  TimedJob,
} from './command/command.ts'
export { command, query } from './command/command.ts'
export { type Office, openOffice } from './command/office.ts'
export { Refusal, refuse, refuseNotFound } from './command/refusal.ts'
export { type Order, RolledBack, runCommand } from './command/run-command.ts'
export { runQuery } from './command/run-query.ts'
export { dispatch, withoutFlows } from './event/dispatcher.ts'
export { callOf, type Flow, type FlowAsk, type FlowCall, type RecordedEvent } from './event/flow.ts'
export { seal, type Verification, verifySeals } from './event/seals.ts'
export {
  enterFile,
  openFile,
  type ReadFile,
  type StoredFile,
  storeContent,
  sweepFiles,
  useFile,
} from './files/file-store.ts'
export { derivedId } from './ids/derived-id.ts'
export * from './index.ts'
export { type DeadLetter, deadLetters, retryDeadLetter } from './jobs/dead-letters.ts'
export { migrateJobs, startWorker, type Worker, type WorkerPulse } from './jobs/worker.ts'
export type { Letter, Mail } from './mail/mail.ts'
export { migrationsOf } from './migrations/all.ts'
export { type Migrations, migrate } from './migrations/migrate.ts'
export { type Actor, programFor, type Reach, type Scope, scopeOf, within } from './permission/actor.ts'
export { admitMember, endMembership } from './permission/members.ts'
export { presetRoles } from './permission/roles.ts'
export { type Database, inTransaction, openDatabase } from './sql/database.ts'
export { type Connection, type EmbeddedServer, startEmbedded } from './sql/launcher.ts'
export { join, raw, type Sql, sql, type Tx } from './sql/sql.ts'
