import { pathOf } from '@ennoshita/kernel/http'
import { newId, statusOf } from '@ennoshita/kernel/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allModules } from '../../apps/server/open-program.ts'
import { inputOf, schemaOf } from '../permissions/plausible.ts'
import { type Furniture, furnish, knownIn } from './furnish.ts'
import { oddFor, type Place, placesOf, wrongFor } from './inputs.ts'
import {
  type Answer,
  foundFirst,
  foundNeighbour,
  type Headers,
  jsonOf,
  openWholeProgram,
  type Program,
  writtenRows,
} from './program.ts'

let program: Program
let headers: Headers
let furniture: Furniture
let elsewhere: Furniture
beforeAll(async () => {
  program = await openWholeProgram()
  headers = (await foundFirst(program)).headers
  furniture = await furnish(program, headers)
  elsewhere = await furnish(program, (await foundNeighbour(program)).headers)
})
afterAll(() => program.close())

const modules = allModules({ secret: 'only the contracts are read here', address: 'http://localhost' })
const commands = modules.flatMap((module) => module.commands.filter((each) => !each.internal))
const queries = modules.flatMap((module) => module.queries)
const calls = [...commands, ...queries].map((each) => ({ name: each.contract.name, each }))

const moduleOf = (name: string): string => name.split('.')[0] ?? ''
const placesIn = ({ name, each }: (typeof calls)[number]): Place[] =>
  placesOf(each.contract.input, knownIn(furniture, moduleOf(name)))

const rehearsal = { 'x-dry-run': 'true' }
const ask = (name: string, input: unknown, more: Headers = {}): Promise<Answer> =>
  program.office.commands.has(name)
    ? program.send(name, input, { ...headers, ...more })
    : program.look(name, input, { ...headers, ...more })

const fixedRoutes = [
  ...['/api/session/sign-in', '/api/session/two-factor', '/api/session/choose-person', '/api/session/revoke'],
  ...['/api/session/two-factor/enrol', '/api/session/two-factor/confirm', '/api/session/two-factor/disable'],
  ...['/api/first-run', '/api/invitations/accept', '/api/files'],
]

const sentence = { ja: expect.stringMatching(/./), en: expect.stringMatching(/./) }

/** Answered, or refused in the one shape of errors with the status that belongs to its kind; never a fault. */
function expectAnswerOrRefusal(answer: Answer, because: string): void {
  expect(answer.type, because).toMatch(/^application\/json/)
  if (answer.status === 200) return
  const { error } = jsonOf(answer)
  expect(error, because).toMatchObject({
    code: expect.stringMatching(/^[a-z-]+\.[a-z-]+$/),
    what: sentence,
    todo: sentence,
  })
  expect(error.kind, `${because}: ${answer.body.slice(0, 500)}`).not.toBe('fault')
  expect(new Map<string, number>(Object.entries(statusOf)).get(error.kind), because).toBe(answer.status)
}

describe('every field of every command and query', () => {
  test('is reached with inputs that are otherwise in order: half of the commands would do as they are told', async () => {
    const answers = await Promise.all(
      commands.map(({ contract: { name, input } }) =>
        ask(name, inputOf(schemaOf(input), '', knownIn(furniture, moduleOf(name))), rehearsal),
      ),
    )
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(commands.length / 2)
  })

  test.each(calls)('$name refuses what is of another kind, naming the field, and writes nothing', async (call) => {
    const isCommand = program.office.commands.has(call.name)
    const before = await writtenRows(program.office)
    for (const place of placesIn(call)) {
      const answers = await Promise.all(
        wrongFor(place).map(async ([what, value]) => ({
          because: `${place.path}: ${what}`,
          answer: await ask(call.name, place.put(value)),
        })),
      )
      for (const { because, answer } of answers) {
        expectAnswerOrRefusal(answer, because)
        if (!isCommand) continue
        expect([answer.status, jsonOf(answer).error?.kind], `${because}: ${answer.body.slice(0, 300)}`).toEqual([
          400,
          'bad-input',
        ])
        expect(place.path.split('.'), because).toContain(jsonOf(answer).error.field.split('.')[0])
      }
    }
    const after = await writtenRows(program.office)
    if (isCommand) expect(after).toEqual(before)
  })

  test.each(calls)('$name takes or refuses what is at the edge, but never breaks', async (call) => {
    for (const place of placesIn(call))
      await Promise.all(
        oddFor(place).map(async ([what, value]) =>
          expectAnswerOrRefusal(await ask(call.name, place.put(value), rehearsal), `${place.path}: ${what}`),
        ),
      )
  })
})

/** Bodies that are no input of anything, as they stand on the wire. */
const bodies = [
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['a number', '42'],
  ['half of an object', '{"title":'],
  ['a poisoned prototype', '{"__proto__":{"mayDoAll":true}}'],
  ['a poisoned constructor', '{"constructor":{"prototype":{"mayDoAll":true}}}'],
  ['a name with NUL', '{"a\\u0000":1}'],
  ['a name of 100 kB', `{"${'x'.repeat(100_000)}":1}`],
  ['a bottomless list', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['a bottomless object', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
] as const

describe('a body that is no input', () => {
  test.each(bodies)('%s is refused by every command that needs one, and breaks none', async (what, body) => {
    for (const { contract } of commands) {
      const answer = await program.ask('POST', pathOf(contract.name), body, { ...headers, ...rehearsal })
      expectAnswerOrRefusal(answer, `${contract.name}: ${what}`)
      if (what !== 'null') expect(answer.status, `${contract.name}: ${what}`).toBe(400)
    }
    expect('mayDoAll' in {}).toBe(false)
  })

  test('a bottomless list where anything may stand is refused by its field', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const body = `{"changes":[{"kindId":"${furniture.kindId}","version":1,"fields":{"notes":${deep}}}]}`
    const answer = await program.ask('POST', pathOf('work.change-kinds'), body, headers)
    expect([answer.status, jsonOf(answer).error.field]).toEqual([400, 'changes'])
  })

  test.each(bodies)('%s is refused before signing in as well', async (what, body) => {
    for (const route of fixedRoutes) {
      const answer = await program.ask('POST', route, body)
      expectAnswerOrRefusal(answer, `${route}: ${what}`)
      expect(answer.status, `${route}: ${what}`).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('a header or an address that is none', () => {
  test.each([
    ['a company', { 'x-company': "' or 1=1 --" }, 400],
    ['a request id', { 'x-request-id': '0' }, 400],
    ['a person to act for', { 'x-on-behalf-of': 'null' }, 400],
    ['a post', { 'x-post': 'x'.repeat(8_000) }, 400],
    ['a session with NUL in it', { cookie: 'ennoshita.session_token=%00.%00' }, 401],
    ['a session that is no text', { cookie: 'ennoshita.session_token=%ff%fe; ennoshita.seat=%e3%81' }, 401],
    ['a cookie of 8 kB', { cookie: `ennoshita.session_token=${'x'.repeat(8_000)}` }, 401],
  ])('%s is refused and nothing is written', async (_, wrong, status) => {
    const before = await writtenRows(program.office)
    const answer = await program.send('work.add-task', { title: '郵便を出す' }, { ...headers, ...wrong })
    expectAnswerOrRefusal(answer, answer.body)
    expect(answer.status).toBe(status)
    expect(await writtenRows(program.office)).toEqual(before)
  })

  test.each([
    '/api/work/task-list?text=%00',
    '/api/work/task-list?text=%ff%fe',
    '/api/work/task-list?__proto__[state]=done',
    '/api/work/task-list?constructor=1',
    '/api/work/task-list?limit=1&limit=2',
    '/api/work/task-list?limit=-1',
    '/api/work/task-list?limit=1e9',
    '/api/work/task-list?offset=9007199254740993',
    `/api/work/task-list?text=${'%5b'.repeat(3_000)}`,
    `/api/work/task-list?text=${'x'.repeat(12_000)}`,
  ])('%.60s', async (address) => {
    const answer = await program.ask('GET', address, undefined, headers)
    expectAnswerOrRefusal(answer, address)
    expect(answer.status).toBe(address.includes('%ff') ? 200 : 400)
  })
})

describe('31 February', () => {
  const dated = calls
    .map((call) => ({
      ...call,
      dates: placesOf(call.each.contract.input, {}).filter(({ schema }) => schema.format === 'date'),
    }))
    .filter(({ dates }) => dates.length > 0)

  test('concerns every field that is called like a date', () => {
    const named = calls.flatMap((call) =>
      placesOf(call.each.contract.input, {})
        .filter(
          ({ path, schema }) =>
            schema.type === 'string' &&
            /(^on|^from|^until|^to|^month|On|From|Until)$/.test(path.split('.').at(-1) ?? '') &&
            schema.format !== 'date',
        )
        .map(({ path }) => `${call.name} ${path}`),
    )
    // whom an invoice goes back to, and between which acts it went, are no dates
    expect(named.filter((each) => !/\.(return-invoice to|invoice-map-cases (from|to))$/.test(each))).toEqual([])
    expect(dated.length).toBeGreaterThan(30)
  })

  test.each(dated)('in $name is refused by the name of the field', async (call) => {
    for (const place of placesIn(call).filter(({ schema }) => schema.format === 'date')) {
      const answer = await ask(call.name, place.put('2026-02-31'))
      expect([answer.status, jsonOf(answer).error?.field], answer.body).toEqual([400, place.path])
      expect(jsonOf(answer).error.rule.says.ja).toContain('実在する日付')
    }
  })
})

describe('an object of another company', () => {
  const pointing = calls
    .map((call) => ({
      ...call,
      ids: placesOf(call.each.contract.input, {}).filter(({ schema }) => schema.format === 'uuid'),
    }))
    .filter(({ ids }) => ids.length > 0)

  /** The answer without its ids: what is made anew has another id each time. */
  const wordsOf = (answer: Answer) => answer.body.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')

  test.each(pointing)('reads to $name exactly as one that does not exist', async (call) => {
    const theirs = knownIn(elsewhere, moduleOf(call.name))
    for (const place of placesIn(call).filter(({ schema }) => schema.format === 'uuid')) {
      const name = place.path.split('.').findLast((step) => step !== '0') ?? ''
      const foreign = String(theirs[name] ?? elsewhere.personId)
      const missing = newId()
      const found = await ask(call.name, place.put(foreign), rehearsal)
      const never = await ask(call.name, place.put(missing), rehearsal)
      expect([found.status, wordsOf(found)], place.path).toEqual([never.status, wordsOf(never)])
    }
  })

  test.each([
    ['work.finish-task', 'taskId'],
    ['work.task-details', 'taskId'],
    ['work.kind-details', 'kindId'],
    ['work.remove-deed', 'deedId'],
    ['work.entry-details', 'entryId'],
    ['work.report-details', 'reportId'],
    ['people.person-details', 'personId'],
    ['desk.take-request', 'requestId'],
    ['desk.request-details', 'requestId'],
    ['desk.collection-details', 'collectionId'],
    ['kernel.object-histories', 'objectId'],
  ])('is not found by %s', async (name, field) => {
    const { [field]: id } = knownIn(elsewhere, moduleOf(name))
    const answer = await ask(name, { [field]: id })
    expect([answer.status, jsonOf(answer).error.kind]).toEqual([404, 'not-found'])
  })
})
