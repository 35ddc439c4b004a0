import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookiesOf, founder, openTestHttp, type TestHttp } from '../http/test.ts'
import { inTransaction } from '../sql/database.ts'
import { openFile, sweepFiles, useFile } from './file-store.ts'

let http: TestHttp
let cookie: { cookie: string }
let companyId: string
beforeAll(async () => {
  http = await openTestHttp()
  const begun = await http.post('/api/first-run', founder)
  cookie = cookiesOf(begun)
  companyId = begun.json().companyId
})
afterAll(() => http.close())

function upload(content: Buffer | string, name = '請求書.pdf', field = 'file') {
  const edge = 'edge-of-the-part'
  const payload = Buffer.concat([
    Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  return http.post('/api/files', undefined, {
    payload,
    headers: { ...cookie, 'content-type': `multipart/form-data; boundary=${edge}` },
  })
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

describe('an uploaded file', () => {
  test('lies under its SHA-256, once, whatever it is called', async () => {
    const answers = [await upload('hello'), await upload('hello', '別名.pdf')]
    expect(answers.map((each) => each.statusCode)).toEqual([200, 200])
    expect(answers[0]?.json()).toMatchObject({ name: '請求書.pdf', mediaType: 'application/pdf', bytes: 5 })
    const place = join(http.filesFolder, '2c/f2/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824')
    expect(readFileSync(place, 'utf8')).toBe('hello')
    expect(filesIn(http.filesFolder)).toHaveLength(1)
  })

  test('of no bytes, none at all, or more than 20 MB, is refused and leaves nothing', async () => {
    const before = filesIn(http.filesFolder).length
    const empty = await upload('', 'empty.csv')
    expect([empty.statusCode, empty.json().error.code]).toEqual([400, 'kernel.empty-file'])
    const large = await upload(Buffer.alloc(21 * 1024 * 1024, 7))
    expect([large.statusCode, large.json().error.code]).toEqual([413, 'kernel.too-large'])
    const none = await http.post('/api/files', {}, { headers: cookie })
    expect([none.statusCode, none.json().error.code]).toEqual([400, 'kernel.no-file'])
    expect(filesIn(http.filesFolder)).toHaveLength(before)
  })

  test('with a name that climbs is kept by its last part only, without control characters', async () => {
    expect((await upload('x', '../../etc/passwd')).json().name).toBe('passwd')
  })

  test('is read back; of another company it is not there', async () => {
    const { fileId } = (await upload('本文')).json()
    const read = async (company: string) =>
      inTransaction(http.office.database.owner, async (tx) => {
        const file = await openFile(tx, http.filesFolder, company, fileId)
        return file ? Buffer.concat(await file.content.toArray()).toString() : undefined
      })
    expect(await read(companyId)).toBe('本文')
    expect(await read('00000000-0000-7000-8000-000000000000')).toBeUndefined()
  })

  test('that no command recorded is swept after its time, with its content; a recorded one stays', async () => {
    const kept = (await upload('kept')).json().fileId
    await upload('orphan')
    await inTransaction(http.office.database.owner, async (tx) => {
      expect(await useFile(tx, companyId, kept)).toMatchObject({ name: '請求書.pdf' })
      expect(await sweepFiles(tx, http.filesFolder, 24)).toEqual({ rows: 0, contents: 0 })
      await tx.run`update kernel.file set stored_at = now() - interval '2 days'`
      expect((await sweepFiles(tx, http.filesFolder, 0)).rows).toBeGreaterThan(0)
    })
    const left = filesIn(http.filesFolder).map((entry) => join(entry.parentPath, entry.name))
    expect(left.map((path) => readFileSync(path, 'utf8'))).toEqual(['kept'])
    expect(left.map((path) => statSync(path).size)).toEqual([4])
  })
})
