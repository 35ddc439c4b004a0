import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '../command/run-command.ts'
import { runQuery } from '../command/run-query.ts'
import { newId } from '../ids/ids.ts'
import { deadLetters, retryDeadLetter } from '../jobs/dead-letters.ts'
import { runFlow } from '../jobs/run-flow.ts'
import { startWorker } from '../jobs/worker.ts'
import { notebook, notesContract, writeNoteContract } from '../notebook/module.ts'
import { programFor } from '../permission/actor.ts'
import { inTransaction } from '../sql/database.ts'
import { openTestOffice, type TestOffice, testActor, testCompany } from '../test.ts'
import { dispatch, withoutFlows } from './dispatcher.ts'
import { callOf, type Flow } from './flow.ts'
import { seal, verifySeals } from './seals.ts'

let poisoned = true
/** Every note that is not itself a reply gets a reply; the note 毒 cannot be replied to while it is poisoned. */
const reply: Flow = {
  name: 'note-to-reply',
  on: 'notebook.note-written',
  async calls(event, ask) {
    const notes = await ask(notesContract, {})
    const note = notes.find((each) => each.noteId === event.objects[0]?.id)
    if (!note || note.text.startsWith('返信')) return []
    if (note.text === '毒' && poisoned) throw new Error('cannot reply to this')
    return [callOf(writeNoteContract, { text: `返信: ${note.text}` })]
  },
}

let office: TestOffice
beforeEach(async () => {
  poisoned = true
  office = await openTestOffice([notebook], { flows: [reply], connections: 6 })
})
afterEach(() => office.close())

async function textsOf(companyId: string): Promise<string[]> {
  return (await runQuery(office, notesContract, programFor(companyId), {})).map((note) => note.text)
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await what()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not come to pass within ten seconds.')
}

/** An event written by hand in a transaction that stays open until it is let go. */
async function slowWriter(companyId: string, text: string) {
  const client = await office.database.app.connect()
  const commandId = newId()
  const eventId = newId()
  const noteId = newId()
  await client.query('begin')
  await client.query("select set_config('ennoshita.company', $1, true), set_config('ennoshita.command', 'x', true)", [
    companyId,
  ])
  await client.query(
    "insert into kernel.command (company_id, id, name, input_sha256) values ($1, $2, 'notebook.write-note', '')",
    [companyId, commandId],
  )
  await client.query('insert into notebook.note (company_id, id, text, number) values ($1, $2, $3, 999)', [
    companyId,
    noteId,
    text,
  ])
  await client.query(
    "insert into kernel.event (company_id, id, command_id, activity, occurred_at, actor_kind) values ($1, $2, $3, 'notebook.note-written', now(), 'human')",
    [companyId, eventId, commandId],
  )
  await client.query(
    "insert into kernel.event_object (company_id, event_id, object_type, object_id) values ($1, $2, 'note', $3)",
    [companyId, eventId, noteId],
  )
  return async () => {
    await client.query('commit')
    client.release()
  }
}

describe('the dispatcher', () => {
  test('hands on each event once, also one that commits late under a long writer, and waits for nobody', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    const letGo = await slowWriter(company, '遅い')
    await runCommand(office, writeNoteContract, clerk, { text: '早い' })
    expect(await dispatch(office)).toBe(1)
    expect(await dispatch(office)).toBe(0)
    await runCommand(office, writeNoteContract, clerk, { text: 'もう一つ' })
    expect(await dispatch(office)).toBe(1)
    await letGo()
    expect(await dispatch(office)).toBe(1)
    expect(await dispatch(office)).toBe(0)
  })

  test('is not held up by a long writer in another database of the cluster', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    const neighbour = await openTestOffice([notebook])
    const client = new pg.Client({ ...neighbour.database.ownerConnection })
    await client.connect()
    await client.query('begin')
    await client.query('select pg_current_xact_id()')
    for (const text of ['一', '二', '三']) {
      await runCommand(office, writeNoteContract, clerk, { text })
      expect(await dispatch(office)).toBe(1)
    }
    await client.query('commit')
    expect(await dispatch(office)).toBe(0)
    await client.end()
    await neighbour.close()
  })

  test('leaves the past alone that was lived through without flows', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    await withoutFlows(office, () => runCommand(office, writeNoteContract, clerk, { text: '昔話' }))
    expect(await dispatch(office)).toBe(0)
  })
})

describe('a flow', () => {
  test('delivered twice replies once', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    await runCommand(office, writeNoteContract, clerk, { text: 'お元気ですか' })
    const event = await inTransaction(
      office.database.owner,
      (tx) => tx.row<{ id: string }>`select id from kernel.event where company_id = ${company}`,
    )
    const letter = { flow: 'note-to-reply', companyId: company, eventId: event?.id }
    await runFlow(office, letter)
    await runFlow(office, letter)
    expect(await textsOf(company)).toEqual(['お元気ですか', '返信: お元気ですか'])
  })

  test('that cannot deliver one event still delivers the others; the dead letter waits and can be retried', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    const faults: unknown[] = []
    const worker = await startWorker(office, (fault) => faults.push(fault))
    await runCommand(office, writeNoteContract, clerk, { text: '毒' })
    await runCommand(office, writeNoteContract, clerk, { text: '良い知らせ' })
    await until(async () => (await textsOf(company)).includes('返信: 良い知らせ'))
    await office.database.owner.query(
      "update graphile_worker._private_jobs set attempts = max_attempts, locked_at = null, locked_by = null where payload ->> 'flow' = 'note-to-reply'",
    )
    await until(async () => (await deadLetters(office, company)).length === 1)
    const [letter] = await deadLetters(office, company)
    expect(letter?.flow).toBe('note-to-reply')
    poisoned = false
    expect(await retryDeadLetter(office, company, letter?.jobId ?? '')).toBe(true)
    await until(async () => (await textsOf(company)).includes('返信: 毒'))
    await worker.stop()
    expect(faults).toEqual([])
  })
})

describe('the seals', () => {
  test('are clean for what commands wrote and name the first seal that was tampered with', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    for (const text of ['一', '二']) await runCommand(office, writeNoteContract, clerk, { text })
    expect(await seal(office)).toBe(1)
    await runCommand(office, writeNoteContract, clerk, { text: '三' })
    expect(await verifySeals(office.database)).toEqual({ companies: 1, seals: 1, events: 3, unsealed: 1, broken: [] })
    expect(await seal(office)).toBe(1)
    expect(await verifySeals(office.database)).toEqual({ companies: 1, seals: 2, events: 3, unsealed: 0, broken: [] })

    await office.database.owner.query('alter table kernel.event disable trigger user, no force row level security')
    await office.database.owner.query(
      "update kernel.event set occurred_at = occurred_at - interval '1 day' where id = (select event_ids[1] from kernel.seal where number = 2)",
    )
    const found = await verifySeals(office.database)
    expect(found.broken).toEqual([
      { companyId: company, number: 2, reason: 'events or objects differ from what was sealed' },
    ])
  })

  test('notice an object that was changed and an event that was slipped in behind them', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    for (const text of ['一', '二']) await runCommand(office, writeNoteContract, clerk, { text })
    await seal(office)
    const owner = office.database.owner
    await owner.query('alter table kernel.event_object disable trigger user, no force row level security')
    await owner.query(
      "update kernel.event_object set object_type = 'x' where event_id = (select event_ids[2] from kernel.seal where number = 1)",
    )
    expect((await verifySeals(office.database)).broken).toMatchObject([{ number: 1 }])
    await owner.query("update kernel.event_object set object_type = 'note'")
    expect((await verifySeals(office.database)).broken).toEqual([])

    await owner.query('alter table kernel.event disable trigger user, no force row level security')
    await owner.query(`insert into kernel.event (company_id, id, command_id, activity, occurred_at, actor_kind, xact)
      select company_id, '018f0000-0000-7000-8000-000000000001', command_id, activity, occurred_at, actor_kind, xact from kernel.event limit 1`)
    expect((await verifySeals(office.database)).broken).toMatchObject([
      { reason: 'event 018f0000-0000-7000-8000-000000000001 is older than the newest seal but stands in none' },
    ])
  })
})
