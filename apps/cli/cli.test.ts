import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { programFolder, settingsOf } from '../server/settings.ts'
import { reference } from './explain.ts'
import { shapeOf } from './shapes.ts'

describe('npm run new', () => {
  test('writes a command where its name says, with a test that fails until it is written', () => {
    const { files } = shapeOf('command', 'work.add-task')
    expect(files.map(({ path }) => path)).toEqual([
      'modules/work/commands/add-task.ts',
      'modules/work/commands/add-task.test.ts',
    ])
    expect(files[0]?.text).toContain(
      "export const addTask = command(work.addTask, {\n  may: 'work.add-task',\n  emits: ['work.task-added'],",
    )
    expect(files[1]?.text).toContain("expect.fail('not written yet')")
  })

  test.each([
    ['module', 'rooms', 'modules/rooms/package.json'],
    ['query', 'work.open-tasks', 'modules/work/queries/open-tasks.ts'],
    ['statute', 'paid-leave', 'libraries/statutes/paid-leave/paid-leave.ts'],
  ])('knows a %s', (kind, name, path) => {
    expect(shapeOf(kind, name).files.map((file) => file.path)).toContain(path)
  })

  test.each([
    ['module', 'Rooms'],
    ['module', '../rooms'],
    ['command', 'work.add'],
    ['command', 'addTask'],
    ['table', 'tasks'],
  ])('refuses %s %s in words', (kind, name) => {
    expect(() => shapeOf(kind, name)).toThrow('npm run new -- command MODULE.VERB-NOUN')
  })
})

describe('settings', () => {
  test('have sensible defaults', () => {
    expect(settingsOf({})).toMatchObject({
      host: '127.0.0.1',
      port: 4649,
      address: 'http://127.0.0.1:4649',
      dataFolder: join(programFolder, 'data'),
      databases: undefined,
    })
  })

  test.each([
    [{ ENNOSHITA_PORT: 'many' }, 'ENNOSHITA_PORT'],
    [{ ENNOSHITA_ADDRESS: 'office.example.jp' }, 'ENNOSHITA_ADDRESS'],
    [{ DATABASE_URL: 'postgres://x' }, 'DATABASE_APP_URL'],
    [{ ENNOSHITA_SECRET: 'short' }, 'ENNOSHITA_SECRET'],
  ])('%j is refused by name', (environment, name) => {
    expect(() => settingsOf(environment)).toThrow(name)
  })
})

describe('ennoshita', () => {
  test('without an act says what it can do', () => {
    const asked = spawnSync(process.execPath, [join(programFolder, 'apps/cli/start.mjs')], { encoding: 'utf8' })
    expect(asked.status, asked.stderr).toBe(0)
    expect(asked.stdout).toMatch(/start .*\n.*demo .*\n.*migrate .*\n.*verify .*\n.*export .*\n.*user .*\n.*explain /)
  })

  test.each([...reference()])('docs/reference/%s is what explain says', (file, text) => {
    const path = join(programFolder, 'docs/reference', file)
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '', 'run: npm run explain -- --write').toBe(text)
  })
})
