import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command, type Module, query } from '../command/command.ts'
import { defineCommand, defineQuery } from '../command/contract.ts'
import { type Download, download } from '../command/download.ts'
import { cookiesOf, founder, openTestHttp, type TestHttp } from './test.ts'

const lists = defineQuery('papers.lists', {
  says: { ja: '一覧をダウンロードする', en: 'download the list' },
  input: z.strictObject({ as: z.enum(['text', 'bytes', 'stored', 'missing']), fileId: z.string().optional() }),
  answer: download,
})

const stageSheet = defineCommand('papers.stage-sheet', {
  says: { ja: '表を預ける', en: 'stage a sheet' },
  input: z.strictObject({ rows: z.array(z.string()) }),
  answer: z.object({ rows: z.int() }),
})

const papers: Module = {
  name: 'papers',
  tier: 'business',
  says: { ja: '書類', en: 'Papers' },
  permissions: {
    'papers.read': {
      says: { ja: '社長は書類を読める', en: 'The president reads papers' },
      roles: { president: 'company' },
    },
  },
  commands: [
    command(stageSheet, {
      may: 'papers.read',
      emits: ['papers.sheet-staged'],
      largestInputBytes: 4 * 1024 * 1024,
      run: async ({ actor }, { rows }) => ({
        events: [{ activity: 'papers.sheet-staged', objects: [{ type: 'company', id: actor.companyId }] }],
        answer: { rows: rows.length },
      }),
    }),
  ],
  queries: [
    query(lists, {
      may: 'papers.read',
      leaves: 'papers.list-taken',
      async run(_, { as, fileId = '00000000-0000-7000-8000-000000000000' }): Promise<Download> {
        const face = { name: '期限 一覧.csv', mediaType: 'text/csv; charset=utf-8' }
        if (as === 'text') return { ...face, content: { text: '期限,業務\r\n' } }
        if (as === 'bytes') return { ...face, content: { bytes: Uint8Array.of(0x82, 0xa0) } }
        return { ...face, content: { fileId } }
      },
    }),
  ],
  events: {
    'papers.sheet-staged': { ja: '表を預けた', en: 'sheet staged' },
    'papers.list-taken': { ja: '一覧をダウンロードした', en: 'list downloaded' },
  },
}

const web = mkdtempSync(join(tmpdir(), 'ennoshita-web-'))
let http: TestHttp
let cookie: { cookie: string }
beforeAll(async () => {
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>縁の下</title>')
  writeFileSync(join(web, 'assets', 'index-abc123.js'), 'export {}')
  http = await openTestHttp({ webFolder: web }, [papers])
  cookie = cookiesOf(await http.post('/api/first-run', founder))
})
afterAll(async () => {
  await http.close()
  rmSync(web, { recursive: true })
})

const take = (query: string) => http.get(`/api/papers/lists?${query}`, { headers: cookie })

describe('a query that answers a file', () => {
  test('sends it as an attachment under its Japanese name, and that it was taken is in the log', async () => {
    const answer = await take('as=text')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': "attachment; filename*=UTF-8''%E6%9C%9F%E9%99%90%20%E4%B8%80%E8%A6%A7.csv",
    })
    expect(answer.body).toBe('期限,業務\r\n')
    const logged = await http.office.database.owner.query(
      "select count(*)::int as n from kernel.event where activity = 'papers.list-taken'",
    )
    expect(logged.rows).toEqual([{ n: 1 }])
  })

  test('sends bytes as they are, and a stored file from the disk', async () => {
    expect([...(await take('as=bytes')).rawPayload]).toEqual([0x82, 0xa0])
    const stored = await http.post('/api/files', undefined, {
      payload:
        '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\nhello\r\n--edge--\r\n',
      headers: { ...cookie, 'content-type': 'multipart/form-data; boundary=edge' },
    })
    const answer = await take(`as=stored&fileId=${stored.json().fileId}`)
    expect([answer.body, answer.headers['content-length']]).toEqual(['hello', '5'])
  })

  test('whose stored file is gone is a fault with a number, not half an answer', async () => {
    const answer = await take('as=missing')
    expect([answer.statusCode, answer.json().error.code]).toEqual([500, 'kernel.fault'])
  })
})

test('a command that takes a whole sheet may name a larger input than 1 MB, and still has an end', async () => {
  const stage = (rows: number) =>
    http.post(
      '/api/papers/stage-sheet',
      { rows: Array.from({ length: rows }, () => 'x'.repeat(1000)) },
      { headers: cookie },
    )
  expect((await stage(2_000)).json()).toEqual({ rows: 2_000 })
  expect((await stage(5_000)).json().error.code).toBe('kernel.too-large')
})

describe('the screens', () => {
  test('open by any path and are asked for anew; files named by their content are kept for a year', async () => {
    for (const path of ['/', '/today', '/work/kinds/7']) {
      const page = await http.get(path)
      expect([page.statusCode, page.headers['cache-control']], path).toEqual([200, 'no-cache'])
      expect(page.body).toContain('縁の下')
    }
    const script = await http.get('/assets/index-abc123.js')
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('do not answer for files that are not there, nor for what lies outside', async () => {
    for (const path of ['/assets/gone.js', '/%2e%2e/%2e%2e/etc/passwd.txt', '/.env'])
      expect((await http.get(path)).json().error.code, path).toBe('kernel.not-found')
    expect((await http.get('/api/papers/nothing')).json().error.code).toBe('kernel.unknown-route')
  })
})
