import { defineCommand, defineQuery } from '@ennoshita/kernel'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ask, queryString, RefusedError, send } from './client.ts'

const tasks = defineQuery('work.open-tasks', {
  says: { ja: '仕事', en: 'tasks' },
  input: z.object({ text: z.string().optional(), kinds: z.array(z.string()).optional(), limit: z.number().optional() }),
  answer: z.object({ count: z.number() }),
})
const addTask = defineCommand('work.add-task', {
  says: { ja: '仕事を足す', en: 'add a task' },
  input: z.object({ title: z.string() }),
  answer: z.object({ taskId: z.string() }),
})

const calls: { path: string; init: RequestInit }[] = []
function server(...answers: (() => Response)[]) {
  calls.length = 0
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    calls.push({ path, init })
    const answer = answers.shift()
    if (answer === undefined) throw new TypeError('Failed to fetch')
    return answer()
  })
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const unreachable = () => {
  throw new TypeError('Failed to fetch')
}
const headersOf = (call: (typeof calls)[number] | undefined) => new Headers(call?.init.headers)

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('asking', () => {
  test('texts travel as they are, lists as JSON, and what is missing not at all', async () => {
    expect(queryString({ text: '請求 書', kinds: ['a', 'b'], limit: 5, from: undefined })).toBe(
      'text=%E8%AB%8B%E6%B1%82+%E6%9B%B8&kinds=%5B%22a%22%2C%22b%22%5D&limit=5',
    )
    server(() => json({ count: 3 }))
    expect(await ask(tasks, { limit: 5 })).toEqual({ count: 3 })
    expect(calls[0]?.path).toBe('/api/work/open-tasks?limit=5')
    expect(headersOf(calls[0]).get('x-ennoshita')).toBe('1')
  })
  test('an answer of another shape is said to be unreadable', async () => {
    server(() => json({ total: 3 }))
    await expect(ask(tasks, {})).rejects.toMatchObject({ face: { code: 'ui.unreadable-answer' } })
  })
})

describe('sending', () => {
  test('names the company, the request, the rehearsal and for whom one acts', async () => {
    server(() => json({ taskId: 't1' }))
    await send(addTask, { title: '郵便' }, { requestId: 'r1', dryRun: true, onBehalfOf: 'p2', post: 'o3' })
    const headers = headersOf(calls[0])
    expect(calls[0]?.path).toBe('/api/work/add-task')
    expect(calls[0]?.init.body).toBe('{"title":"郵便"}')
    expect(['x-request-id', 'x-dry-run', 'x-on-behalf-of', 'x-post'].map((name) => headers.get(name))).toEqual([
      'r1',
      'true',
      'p2',
      'o3',
    ])
  })
  test('is sent again under the same request id when the way fails', async () => {
    vi.useFakeTimers()
    server(unreachable, unreachable, () => json({ taskId: 't1' }))
    const answer = send(addTask, { title: '郵便' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(await answer).toEqual({ taskId: 't1' })
    expect(new Set(calls.map((call) => headersOf(call).get('x-request-id'))).size).toBe(1)
    expect(calls).toHaveLength(3)
  })
  test('says plainly that the server cannot be reached', async () => {
    vi.useFakeTimers()
    server()
    const refused = expect(send(addTask, { title: '郵便' })).rejects.toMatchObject({ face: { code: 'ui.unreachable' } })
    await vi.advanceTimersByTimeAsync(2000)
    await refused
  })
  test('a refusal comes back whole and is not sent again', async () => {
    const face = {
      kind: 'conflict',
      code: 'work.period-closed',
      what: { ja: '締めたあとです。', en: 'Closed.' },
      field: 'title',
      todo: { ja: '翌月の日付にしてください。', en: 'Use next month.' },
    }
    server(() => json({ error: face }, 409))
    const error = await send(addTask, { title: '郵便' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(RefusedError)
    expect(error).toMatchObject({ face })
    expect(calls).toHaveLength(1)
  })
})
