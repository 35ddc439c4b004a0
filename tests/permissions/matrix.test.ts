import {
  type Actor,
  inTransaction,
  newId,
  type PresetRole,
  runCommand,
  runQuery,
  type Scope,
  statusOf,
} from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allModules } from '../../apps/server/open-program.ts'
import { plausible } from './plausible.ts'

const roles = ['president', 'administrator', 'clerk', 'head', 'employee', 'outsider'] as const
const scopes = ['own', 'department', 'company'] as const

const modules = allModules({ secret: 'a secret of the tests', address: 'http://127.0.0.1:4649' })

let office: TestOffice
let company: string
beforeAll(async () => {
  office = await openTestOffice(modules)
  company = await testCompany(office)
})
afterAll(() => office.close())

const calls = modules
  .flatMap((module) => [...module.commands, ...module.queries])
  .map((each) => ({ name: each.contract.name, each }))

function actorOf(grants: ReadonlyMap<string, Scope>): Actor {
  return { companyId: company, personId: newId(), kind: 'human', departmentIds: [], grants }
}

/** What came of the call: its answer, its refusal, or the fault that would be a 500. */
async function outcome(name: string, actor: Actor): Promise<string> {
  const command = office.commands.get(name)
  const query = office.queries.get(name)
  try {
    if (command) await runCommand(office, command.contract, actor, plausible(command.contract.input), { dryRun: true })
    else if (query) await runQuery(office, query.contract, actor, plausible(query.contract.input))
    return 'answered'
  } catch (cause) {
    if (cause instanceof Error && 'face' in cause) {
      const face: { kind: keyof typeof statusOf; code: string } = JSON.parse(JSON.stringify(cause.face))
      return face.code === 'kernel.not-allowed'
        ? 'not allowed'
        : statusOf[face.kind] < 500
          ? 'refused in words'
          : `fault ${face.code}`
    }
    return `fault ${cause instanceof Error ? cause.message : cause}`
  }
}

describe('every command and query as every role', () => {
  test.each(calls)('$name', async ({ name, each }) => {
    for (const role of roles) {
      const grants = presetGrants(office, role satisfies PresetRole)
      const isInternal = each.kind === 'command' && each.internal
      const came = await outcome(name, actorOf(grants))
      if (grants.has(each.may) && !isInternal) expect(came, `${role} may`).toMatch(/^(answered|refused in words)$/)
      else expect(came, `${role} may not`).toBe('not allowed')
    }
  })

  test.each(calls)(
    '$name, with its permission alone in each scope, and with every permission but its own',
    async ({ name, each }) => {
      const isInternal = each.kind === 'command' && each.internal
      for (const scope of scopes) {
        const came = await outcome(name, actorOf(new Map([[each.may, scope]])))
        expect(came, scope).toMatch(isInternal ? /^not allowed$/ : /^(answered|refused in words)$/)
      }
      const others = new Map(
        [...office.permissions.keys()]
          .filter((permission) => permission !== each.may)
          .map((permission) => [permission, 'company' as const]),
      )
      expect(await outcome(name, actorOf(others))).toBe('not allowed')
      expect(await outcome(name, actorOf(new Map()))).toBe('not allowed')
    },
  )
})

describe('every table and view', () => {
  test('is guarded: row security forced, first key column the company, writes by commands only', async () => {
    const schemas = ['kernel', ...modules.map((module) => module.name)]
    const found = await inTransaction(
      office.database.owner,
      (tx) => tx.rows<{ name: string; forced: boolean; guarded: boolean; first: string | null; granted: boolean }>`
        select c.oid::regclass::text as name, c.relforcerowsecurity as forced,
          (select count(*) = 3 from pg_policy p where p.polrelid = c.oid and p.polname in ('adds_own', 'changes_own', 'removes_own')) as guarded,
          (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as first,
          has_table_privilege('ennoshita_app', c.oid, 'select') as granted
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any(${schemas}) and c.relkind in ('r', 'p') order by 1`,
    )
    expect(found.length).toBeGreaterThan(20)
    const open = found.filter((table) => table.granted && !(table.forced && table.first === 'company_id'))
    expect(open).toEqual([])
    const unguarded = found.filter((table) => table.granted && !table.guarded).map((table) => table.name)
    expect(unguarded).toEqual(['kernel.file'])
  })

  test('every view asks with the rights of who asks', async () => {
    const found = await inTransaction(
      office.database.owner,
      (tx) => tx.rows<{
        name: string
      }>`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') and c.relkind = 'v'
          and has_table_privilege('ennoshita_app', c.oid, 'select') and not coalesce(c.reloptions::text, '') ~ 'security_invoker=(true|on)'`,
    )
    expect(found).toEqual([])
  })
})

describe('another company', () => {
  test('reads nothing of this one from any table, view or search', async () => {
    const other = await testCompany(office, '隣の会社')
    await inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'test', true)`
      await tx.run`insert into kernel.object_label (company_id, object_type, object_id, label, folded, opens, may) values (${company}, 'task', ${newId()}, '見えてはならない札', kernel.fold('見えてはならない札'), '/', ${[...office.permissions.keys()][0]})`
    })
    const client = await office.database.app.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('ennoshita.company', $1, true)", [other])
      const relations = await client.query<{ name: string; column: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id'
         where c.relkind in ('r', 'p', 'v') and has_table_privilege(c.oid, 'select') and n.nspname not in ('pg_catalog', 'information_schema')`,
      )
      for (const { name } of relations.rows) {
        const seen = await client.query(`select count(*)::int as rows from ${name} where company_id = $1`, [company])
        expect(seen.rows, name).toEqual([{ rows: 0 }])
      }
      const all = JSON.stringify(
        Object.fromEntries([...office.permissions.keys()].map((permission) => [permission, 'company'])),
      )
      const searched = await client.query('select * from kernel.find_objects($1, $2, $3, $4, $5)', [
        company,
        '見えては',
        all,
        newId(),
        [],
      ])
      expect(searched.rows).toEqual([])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
