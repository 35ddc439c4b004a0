import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../ids/ids.ts'
import { approveNoteContract, notebook, notesContract, writeNoteContract } from '../notebook/module.ts'
import { inTransaction } from '../sql/database.ts'
import { openTestOffice, storyOf, type TestOffice, testActor, testCompany } from '../test.ts'
import { command } from './command.ts'
import { runCommand } from './run-command.ts'
import { runQuery } from './run-query.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice([notebook], { connections: 8 })
})
afterAll(() => office.close())

async function notesOf(companyId: string): Promise<string[]> {
  return inTransaction(office.database.owner, async (tx) =>
    (
      await tx.rows<{ text: string }>`select text from notebook.note where company_id = ${companyId} order by number`
    ).map((row) => row.text),
  )
}

describe('a command', () => {
  test('is written into the log with who, when and what', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    await runCommand(office, writeNoteContract, clerk, { text: '電話が鳴った' })
    expect(await storyOf(office, company, new Map([[clerk.personId, '担当']]))).toEqual([
      '11/20 09:00 担当 メモを書いた（電話が鳴った）',
    ])
  })

  test('keeps nothing when it throws, refuses or is a rehearsal', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    await expect(runCommand(office, writeNoteContract, clerk, { text: '一', trouble: 'throw' })).rejects.toThrow(
      'the pen broke',
    )
    await expect(runCommand(office, writeNoteContract, clerk, { text: '二', trouble: 'refuse' })).rejects.toThrow(
      'notebook.no',
    )
    await runCommand(office, writeNoteContract, clerk, { text: '三' }, { dryRun: true })
    expect(await notesOf(company)).toEqual([])
    expect(await storyOf(office, company)).toEqual([])
  })

  test('that swallows a database error is taken back and says so', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    await expect(
      runCommand(office, writeNoteContract, clerk, { text: '黙って失敗', trouble: 'swallow' }),
    ).rejects.toThrow()
    expect(await notesOf(company)).toEqual([])
  })

  test('that leaves work behind cannot reach into the next transaction of its connection', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    let late: Promise<unknown> = Promise.resolve()
    const forgetful = command(writeNoteContract, {
      may: 'notebook.write',
      emits: ['notebook.note-written'],
      async run({ tx }) {
        late = pause(20).then(() => tx.run`select 1`)
        throw new Error('the pen broke')
      },
    })
    const commands = new Map([[writeNoteContract.name, forgetful]])
    const written = runCommand({ ...office, commands }, writeNoteContract, clerk, { text: '後から' })
    await expect(written).rejects.toThrow('the pen broke')
    await expect(late).rejects.toThrow('after the end of its transaction')
  })

  test('sent twice at once is carried out once and answers the same', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    const requestId = newId()
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => runCommand(office, writeNoteContract, clerk, { text: '同じ依頼' }, { requestId })),
    )
    expect(new Set(answers.map((answer) => answer.noteId)).size).toBe(1)
    expect(await notesOf(company)).toEqual(['同じ依頼'])
  })

  test('refuses the same request id with other content', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    const requestId = newId()
    await runCommand(office, writeNoteContract, clerk, { text: '最初' }, { requestId })
    await expect(
      runCommand(office, writeNoteContract, clerk, { text: '別の内容' }, { requestId }),
    ).rejects.toMatchObject({ face: { kind: 'conflict', code: 'kernel.request-reused' } })
    expect(await notesOf(company)).toEqual(['最初'])
  })

  test('numbers have no gaps, whatever fails between and however many write at once', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        runCommand(office, writeNoteContract, clerk, { text: `${n}`, trouble: n % 4 === 0 ? 'throw' : 'none' }),
      ),
    )
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(30)
    const president = await testActor(office, company, 'president')
    const numbers = (await runQuery(office, notesContract, president, {})).map((note) => note.number)
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  })

  test('without the permission is refused in words', async () => {
    const company = await testCompany(office)
    const employee = await testActor(office, company, 'employee')
    await expect(runCommand(office, writeNoteContract, employee, { text: '書けない' })).rejects.toMatchObject({
      face: { kind: 'not-allowed', what: { ja: '「メモを書く」を行う権限がありません。' } },
    })
  })

  test('names the field of bad input', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    await expect(runCommand(office, writeNoteContract, clerk, { text: '  ' })).rejects.toMatchObject({
      face: { kind: 'bad-input', field: 'text' },
    })
  })
})

describe('segregation of duties', () => {
  test('the maker does not approve; a named exception is kept in the log', async () => {
    const company = await testCompany(office)
    const clerk = await testActor(office, company, 'clerk')
    const president = await testActor(office, company, 'president')
    const { noteId } = await runCommand(office, writeNoteContract, clerk, { text: '稟議メモ' })
    await expect(runCommand(office, approveNoteContract, clerk, { noteId })).rejects.toMatchObject({
      face: { code: 'kernel.same-person' },
    })
    await runCommand(office, approveNoteContract, president, { noteId })

    const own = await runCommand(office, writeNoteContract, clerk, { text: '一人の日' })
    await inTransaction(office.database.owner, async (tx) => {
      await tx.run`select set_config('ennoshita.command', 'test', true)`
      await tx.run`insert into kernel.duty_exception (company_id, id, command, person_id, reason) values (${company}, ${newId()}, 'notebook.approve-note', ${clerk.personId}, '社長出張のため')`
    })
    await runCommand(office, approveNoteContract, clerk, { noteId: own.noteId })
    const kept = await inTransaction(
      office.database.owner,
      (tx) =>
        tx.rows<{
          exception: string
        }>`select exception from kernel.event where company_id = ${company} and exception is not null`,
    )
    expect(kept).toEqual([{ exception: '社長出張のため' }])
  })
})

describe('the locks in the database', () => {
  test('hold without the runner: no command, no write; no company, no rows; the log only grows', async () => {
    const company = await testCompany(office)
    const other = await testCompany(office, '別の会社')
    const clerk = await testActor(office, company, 'clerk')
    await runCommand(office, writeNoteContract, clerk, { text: '秘密' })
    const asApp = async (companyId: string | undefined, text: string) => {
      const client = await office.database.app.connect()
      try {
        await client.query('begin')
        if (companyId) await client.query("select set_config('ennoshita.company', $1, true)", [companyId])
        return (await client.query(text)).rows
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(await asApp(company, 'select text from notebook.note')).toEqual([{ text: '秘密' }])
    expect(await asApp(other, 'select text from notebook.note')).toEqual([])
    expect(await asApp(other, 'select text from notebook.short_note')).toEqual([])
    expect(await asApp(undefined, 'select text from notebook.note')).toEqual([])
    await expect(asApp(company, "update notebook.note set text = 'x'")).rejects.toThrow('written by commands only')
    await expect(asApp(company, "update kernel.event set activity = 'x'")).rejects.toThrow('permission denied')
    await expect(asApp(company, "update kernel.command set name = 'x'")).rejects.toThrow('permission denied')
    await expect(asApp(company, 'delete from kernel.event')).rejects.toThrow('permission denied')
    await expect(office.database.owner.query("update kernel.event set activity = 'x'")).rejects.toThrow('only grows')
    await expect(office.database.owner.query('truncate kernel.event cascade')).rejects.toThrow('only grows')
  })

  test('a command that leaves no event fails at commit', async () => {
    const company = await testCompany(office)
    const silent = inTransaction(office.database.app, async (tx) => {
      await tx.run`select set_config('ennoshita.company', ${company}, true), set_config('ennoshita.command', 'x', true)`
      await tx.run`insert into kernel.command (company_id, id, name, input_sha256) values (${company}, ${newId()}, 'x', '')`
    })
    await expect(silent).rejects.toThrow('left no event')
  })
})
