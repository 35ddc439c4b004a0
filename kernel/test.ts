import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type Clock, stoppedClock } from './clock/clock.ts'
import type { Module, PresetRole } from './command/command.ts'
import { type Office, openOffice } from './command/office.ts'
import type { Flow } from './event/flow.ts'
import { newId } from './ids/ids.ts'
import { migrateJobs } from './jobs/worker.ts'
import { migrationsOf } from './migrations/all.ts'
import { migrate } from './migrations/migrate.ts'
import { type Actor, programFor, type Scope } from './permission/actor.ts'
import { presetRoles } from './permission/roles.ts'
import { inTransaction, openDatabase } from './sql/database.ts'

export type TestOffice = Office & {
  readonly clock: Clock & { set(at: string): void }
  readonly databaseName: string
  close(): Promise<void>
}

/** An office on a fresh database of its own, its clock standing at the given instant. */
export async function openTestOffice(
  modules: readonly Module[],
  options: { flows?: readonly Flow[]; at?: string; connections?: number; filesFolder?: string } = {},
): Promise<TestOffice> {
  const server = inject('databaseServer')
  const databaseName = await freshDatabase(modules)
  const database = await openDatabase(
    { ...server.app, database: databaseName },
    { ...server.owner, database: databaseName },
    options.connections ?? 4,
  )
  const clock = stoppedClock(options.at ?? '2026-11-20T09:00:00+09:00')
  const office = openOffice({ database, clock, filesFolder: options.filesFolder, modules, flows: options.flows ?? [] })
  return { ...office, clock, databaseName, close: () => database.close() }
}

/** As openTestOffice, closed when the running test ends. */
export async function testOffice(
  modules: readonly Module[],
  options: { flows?: readonly Flow[]; at?: string } = {},
): Promise<TestOffice> {
  const office = await openTestOffice(modules, options)
  onTestFinished(() => office.close())
  return office
}

async function freshDatabase(modules: readonly Module[]): Promise<string> {
  const server = inject('databaseServer')
  const folders = migrationsOf(modules)
  const files = folders.flatMap(({ folder }) =>
    readdirSync(folder)
      .sort()
      .map((file) => readFileSync(new URL(file, folder))),
  )
  const template = `template_${createHash('sha256').update(Buffer.concat(files)).digest('hex').slice(0, 16)}`
  const name = `test_${newId().replaceAll('-', '')}`
  const superuser = new pg.Client(server.superuser)
  await superuser.connect()
  try {
    await superuser.query('select pg_advisory_lock(hashtext($1))', [template])
    const found = await superuser.query('select 1 from pg_database where datname = $1', [template])
    if (found.rowCount === 0) {
      await superuser.query(`create database ${template}_growing owner ennoshita_owner`)
      const owner = new pg.Pool({ ...server.owner, database: `${template}_growing`, max: 1 })
      await migrate(owner, folders)
      await migrateJobs({ ...server.owner, database: `${template}_growing` })
      await owner.end()
      await superuser.query(`alter database ${template}_growing rename to ${template}`)
    }
    await superuser.query(`create database ${name} template ${template} owner ennoshita_owner`)
  } finally {
    await superuser.end()
  }
  return name
}

/** Founds a company in the office without the screens: the company row, its preset roles, nobody in it. */
export async function testCompany(office: Office, name = '株式会社サンプル'): Promise<string> {
  const companyId = newId()
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'test', true)`
    await tx.run`insert into kernel.company (company_id, name) values (${companyId}, ${name})`
    for (const { role, says } of presetRoles) {
      await tx.run`insert into kernel.role (company_id, role, name, name_en) values (${companyId}, ${role}, ${says.ja}, ${says.en})`
    }
  })
  return companyId
}

/** A person with a preset role, as the sign-in would load them; also a member of the company. */
export async function testActor(
  office: Office,
  companyId: string,
  role: PresetRole,
  departmentIds: readonly string[] = [],
): Promise<Actor & { personId: string }> {
  const personId = newId()
  await inTransaction(office.database.owner, async (tx) => {
    await tx.run`select set_config('ennoshita.command', 'test', true)`
    await tx.run`insert into kernel.member (company_id, person_id, from_on) values (${companyId}, ${personId}, '2020-04-01')`
    await tx.run`insert into kernel.member_role (company_id, person_id, role) values (${companyId}, ${personId}, ${role})`
  })
  return { companyId, personId, kind: 'human', departmentIds, grants: presetGrants(office, role) }
}

/** What a preset role is granted when a company is founded. */
export function presetGrants(office: Office, role: PresetRole): Map<string, Scope> {
  const grants = new Map<string, Scope>()
  for (const [name, permission] of office.permissions) {
    const scope = permission.roles[role]
    if (scope) grants.set(name, scope)
  }
  return grants
}

/** The company's event log as text, one line an event, in the words of the log: `09:00 担当 タスクを足した（請求書の発送）`. */
export async function storyOf(
  office: Office,
  companyId: string,
  names: ReadonlyMap<string, string> = new Map(),
): Promise<string[]> {
  return inTransaction(office.database.owner, async (tx) => {
    const rows = await tx.rows<{
      activity: string
      at: string
      actor: string | null
      labels: string[] | null
      actor_kind: string
    }>`
      select e.activity, to_char(e.occurred_at at time zone 'Asia/Tokyo', 'MM/DD HH24:MI') as at, e.actor, e.actor_kind,
        (select array_agg(l.label order by o.object_type, l.label) from kernel.event_object o
          join kernel.object_label l on l.company_id = o.company_id and l.object_type = o.object_type and l.object_id = o.object_id
          where o.company_id = e.company_id and o.event_id = e.id) as labels
      from kernel.event e where e.company_id = ${companyId} order by e.recorded_at, e.id`
    return rows.map((row) => {
      const who = row.actor ? (names.get(row.actor) ?? '人') : 'システム'
      const what = office.events.get(row.activity)?.ja ?? row.activity
      return `${row.at} ${who} ${what}${row.labels ? `（${row.labels.join('・')}）` : ''}`
    })
  })
}

export { programFor }
