import { addDays, newId, runQuery } from '@ennoshita/kernel/server'
import { presetGrants, type TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundCompany, openWorkOffice, type Staff } from '../commands/writing/test-staff.ts'
import { work } from '../contract.ts'

const peopleCount = 1_000
const doneTasks = 300_000
const openTasks = 12_000
const eventCount = 1_000_000

let office: TestOffice
let staff: Staff[]
let departmentId: string
beforeAll(async () => {
  office = await openWorkOffice()
  const { companyId, departments } = await foundCompany(office, ['総務部'])
  departmentId = departments.get('総務部') ?? ''
  const personIds = Array.from({ length: peopleCount }, () => newId())
  await fill(companyId, personIds)
  staff = personIds.map((personId, index) => ({
    companyId,
    personId,
    kind: 'human',
    departmentIds: [departmentId],
    grants: presetGrants(office, index % 10 === 0 ? 'clerk' : 'employee'),
  }))
}, 280_000)
afterAll(() => office.close())

/** A year of a company of a thousand: people, kinds, tasks done and open, and the log. */
async function fill(companyId: string, personIds: readonly string[]): Promise<void> {
  const client = await office.database.owner.connect()
  const sql = (text: string, values: unknown[] = [companyId]) => client.query(text, values)
  try {
    await sql('begin', [])
    await sql("select set_config('ennoshita.command', 'test', true)", [])
    await sql(
      `insert into people.person (company_id, id, family_name, given_name, display_name)
       select $1, p, '姓' || n, '名', '姓' || n || ' 名' from unnest($2::uuid[]) with ordinality as u (p, n)`,
      [companyId, personIds],
    )
    await sql(
      `insert into work.kind (company_id, id, major, name, department_id, main_id, due_rule, timing, usual_minutes, made_at)
       select $1, gen_random_uuid(), '区分' || n % 9, '業務' || n, $3, ($2::uuid[])[1 + n % 1000], '{"kind":"daily"}', 'daily', 20, now()
       from generate_series(1, 600) n`,
      [companyId, personIds, departmentId],
    )
    await sql(
      `insert into work.task (company_id, id, title, origin, kind_id, department_id, assignee_id, due_on, usual_minutes, state, done_at, done_by, touched, made_at)
       select $1, gen_random_uuid(), 'やること' || n, 'hand', k.ids[1 + n % 600], $4, ($2::uuid[])[1 + n % 1000],
         case when n <= $3 then date '2026-11-20' - n % 365 else date '2026-11-10' + n % 60 end, 20,
         case when n <= $3 then 'done' else 'open' end, case when n <= $3 then timestamptz '2026-11-20 10:00+09' - (n % 365) * interval '1 day' end,
         case when n <= $3 then ($2::uuid[])[1 + n % 1000] end, true, now()
       from generate_series(1, $3 + ${openTasks}) n, (select array_agg(id) as ids from work.kind where company_id = $1) k`,
      [companyId, personIds, doneTasks, departmentId],
    )
    const commandId = newId()
    await sql(`insert into kernel.command (company_id, id, name, input_sha256) values ($1, $2, 'test', '')`, [
      companyId,
      commandId,
    ])
    await sql(
      `with made as (insert into kernel.event (company_id, id, command_id, activity, occurred_at, actor, actor_kind)
         select $1, gen_random_uuid(), $2, 'work.task-finished', timestamptz '2026-11-20 10:00+09' - (n % 365) * interval '1 day', ($3::uuid[])[1 + n % 1000], 'human'
         from generate_series(1, ${eventCount}) n returning company_id, id, actor)
       insert into kernel.event_object (company_id, event_id, object_type, object_id) select company_id, id, 'person', actor from made`,
      [companyId, commandId, personIds],
    )
    await sql('commit', [])
    await sql('analyze', [])
  } finally {
    client.release()
  }
}

async function p95Of(ask: (asker: Staff) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 100; round += 1) {
    const asker = staff[(round * 37) % staff.length]
    if (!asker) throw new Error('There is nobody.')
    const start = performance.now()
    await ask(asker)
    if (round >= 10) times.push(performance.now() - start)
  }
  times.sort((one, other) => one - other)
  return times[Math.floor(times.length * 0.95)] ?? Number.POSITIVE_INFINITY
}

test('今日 of 1,000 people and 1,000,000 events is answered for each of a hundred', async () => {
  const today = await p95Of((asker) => runQuery(office, work.tasksToday, asker, {}))
  const inventory = await p95Of((asker) => runQuery(office, work.inventoryRows, asker, {}))
  const calendar = await p95Of((asker) =>
    runQuery(office, work.taskCalendar, asker, { from: '2026-11-16', to: addDays('2026-11-16', 30) }),
  )
  process.stdout.write(
    `p95 ms: today ${today.toFixed(1)}, inventory ${inventory.toFixed(1)}, calendar ${calendar.toFixed(1)}\n`,
  )
})

test('the key-person list of the whole company is answered', async () => {
  const [clerk] = staff
  if (!clerk) throw new Error('There is nobody.')
  const president: Staff = { ...clerk, grants: presetGrants(office, 'president') }
  const start = performance.now()
  const { rows } = await runQuery(office, work.keyPersonList, president, {})
  process.stdout.write(`key-person list of ${rows.length} kinds: ${(performance.now() - start).toFixed(0)} ms\n`)
  expect(rows).toHaveLength(600)
})
