import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readZip } from '@ennoshita/formats'
import {
  type Actor,
  enterFile,
  inTransaction,
  type PresetRole,
  programFor,
  runCommand,
  runQuery,
  storeContent,
} from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { people as peopleModule } from '@ennoshita/people/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { documents } from '../contract.ts'
import { describeDocument, documents as documentsModule, shareDocument } from '../module.ts'

let office: TestOffice
let companyId: string
let sato: Actor & { personId: string }
let tanaka: Actor & { personId: string }
const filesFolder = mkdtempSync(join(tmpdir(), 'ennoshita-documents-'))

beforeAll(async () => {
  office = await openTestOffice([peopleModule, documentsModule], { filesFolder })
})
afterAll(async () => {
  await office.close()
  rmSync(filesFolder, { recursive: true })
})
beforeEach(async () => {
  companyId = await testCompany(office)
  sato = await hire('佐藤', 'clerk')
  tanaka = await hire('田中', 'employee')
})

async function hire(familyName: string, role: PresetRole): Promise<Actor & { personId: string }> {
  const { personId } = await runCommand(office, people.addPerson, programFor(companyId), { familyName })
  return { companyId, personId, kind: 'human', departmentIds: [], grants: presetGrants(office, role) }
}

/** Runs what a module above does inside its own command. */
function within<T>(act: (tx: Parameters<typeof shareDocument>[0]) => Promise<T>): Promise<T> {
  return inTransaction(office.database.app, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${companyId}, true), set_config('ennoshita.command', 'test', true)`
    return act(tx)
  })
}

/** As an upload leaves it: the bytes on the disk and a row that nobody uses yet. */
async function uploaded(name: string, bytes: string | Uint8Array, company = companyId): Promise<string> {
  const content = await storeContent(filesFolder, whole(bytes))
  const { fileId } = await inTransaction(office.database.app, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${company}, true)`
    return enterFile(tx, company, content, { name, mediaType: 'application/octet-stream', storedBy: undefined })
  })
  return fileId
}

async function* whole(bytes: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
}

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

type Facts = Omit<
  NonNullable<Parameters<typeof runCommand<typeof documents.keepDocuments>>[3]>['files'][number],
  'fileId'
>

async function keep(facts: Facts, bytes: string | Uint8Array = png, name = '書類.png', who: Actor = sato) {
  const fileId = await uploaded(name, bytes)
  const kept = await runCommand(office, documents.keepDocuments, who, { files: [{ fileId, ...facts }] })
  const [document] = kept.documents
  if (!document) throw new Error('Nothing was kept.')
  return document
}

const list = (filters: object = {}, who: Actor = sato) => runQuery(office, documents.documentList, who, filters)
const partnersOf = async (filters: object) => (await list(filters)).documents.map(({ partner }) => partner)

test('a document keeps its file as received; a correction, a new file and a discard stay in its history', async () => {
  office.clock.set('2026-11-20T09:00:00+09:00')
  const { documentId, sha256 } = await keep({ kind: 'invoice', partner: '川辺野スチール', amount: 110_000 })
  office.clock.set('2026-11-20T10:00:00+09:00')
  await runCommand(office, documents.correctDocument, sato, {
    ...{ documentId, version: 1, transactionOn: '2026-10-31', amount: 110_110, reason: '金額の読み違い' },
  })
  const better = await uploaded('請求書.png', new Uint8Array([...png, 9]))
  await runCommand(office, documents.replaceFile, sato, {
    ...{ documentId, version: 2, fileId: better, reason: '2枚目が抜けていた' },
  })
  await runCommand(office, documents.discardDocument, sato, { documentId, reason: '他社あてだった' })
  await runCommand(office, documents.restoreDocument, sato, { documentId })

  const details = await runQuery(office, documents.documentDetails, sato, { documentId })
  expect(details).toMatchObject({
    partner: '川辺野スチール',
    amount: 110_110,
    transactionOn: '2026-10-31',
    fileVersion: 2,
  })
  expect(details.versions.map(({ fileVersion, fileName, keptByName }) => [fileVersion, fileName, keptByName])).toEqual([
    [2, '請求書.png', '佐藤'],
    [1, '書類.png', '佐藤'],
  ])
  expect(details.versions[1]?.sha256).toBe(sha256)
  expect(details.changes.map(({ deed, reason, before, after }) => [deed, reason, before, after])).toEqual([
    ['restored', '', { discarded: true }, { discarded: false }],
    ['discarded', '他社あてだった', { discarded: false }, { discarded: true }],
    [
      'replaced',
      '2枚目が抜けていた',
      expect.objectContaining({ fileVersion: 1 }),
      expect.objectContaining({ fileVersion: 2 }),
    ],
    [
      'corrected',
      '金額の読み違い',
      { transactionOn: null, amount: 110_000 },
      { transactionOn: '2026-10-31', amount: 110_110 },
    ],
  ])
  const first = await runQuery(office, documents.documentFiles, sato, { documentId, fileVersion: 1 })
  expect([first.name, first.mediaType]).toEqual(['書類.png', 'image/png'])
})

describe('the search', () => {
  beforeEach(async () => {
    await keep({ kind: 'invoice', transactionOn: '2026-10-31', amount: 440_000, partner: '株式会社カワベノ・スチール' })
    await keep({ kind: 'receipt', transactionOn: '2026-10-05', amount: 3_300, partner: 'かわべの書店' })
    await keep({ kind: 'invoice', transactionOn: '2026-09-30', amount: 440_000, partner: '髙﨑工業' })
    await keep({ kind: 'quotation', partner: '日付のない見積' })
  })

  test('joins ranges of date and amount and the partner', async () => {
    expect(
      await partnersOf({ fromOn: '2026-10-01', untilOn: '2026-10-31', amountFrom: 100_000, amountUntil: 500_000 }),
    ).toEqual(['株式会社カワベノ・スチール'])
    expect(await partnersOf({ fromOn: '2026-09-01', amountFrom: 440_000, partner: '高崎' })).toEqual(['髙﨑工業'])
    expect(await partnersOf({ amountUntil: 3_300 })).toEqual(['かわべの書店'])
  })

  test('is blind to kana, width, case and legal forms', async () => {
    for (const partner of ['ｶﾜﾍﾞﾉ', 'かわべの', 'カワベノ'])
      expect(await partnersOf({ partner })).toEqual(['株式会社カワベノ・スチール', 'かわべの書店'])
    expect(await partnersOf({ partner: '(株)かわべのスチール' })).toEqual(['株式会社カワベノ・スチール'])
    expect(await partnersOf({ partner: '%' })).toEqual([])
  })

  test('goes on from page to page without a gap, the latest first', async () => {
    const first = await list({ limit: 3 })
    const second = await list({ limit: 3, ...first.next })
    expect([first.count, first.documents.length, second.documents.length, second.next]).toEqual([4, 3, 1, null])
    expect([...first.documents, ...second.documents].map(({ partner }) => partner)).toEqual(await partnersOf({}))
  })

  test('leaves out what was discarded until it is asked for', async () => {
    const { documentId } = await keep({ kind: 'invoice', partner: '誤送信' })
    await runCommand(office, documents.discardDocument, sato, { documentId, reason: '誤送信' })
    expect(await partnersOf({ partner: '誤送信' })).toEqual([])
    expect(await partnersOf({ partner: '誤送信', includeDiscarded: true })).toEqual(['誤送信'])
  })
})

test('a selection comes as a ZIP with a list, and who took it stands in the log', async () => {
  const one = await keep({ kind: 'invoice', transactionOn: '2026-10-31', amount: 440_000, partner: '川辺野/スチール' })
  const other = await keep({
    kind: 'invoice',
    transactionOn: '2026-10-31',
    amount: 440_000,
    partner: '川辺野/スチール',
  })
  expect(other.twinDocumentIds).toEqual([one.documentId])
  const archive = await runQuery(office, documents.documentArchives, sato, {
    documentIds: [one.documentId, other.documentId],
  })
  const files = 'bytes' in archive.content ? readZip(archive.content.bytes).files : []
  expect(files.map(({ name }) => name)).toEqual([
    '一覧.csv',
    '訂正削除の履歴.csv',
    '20261031_川辺野_スチール_440000_請求書.png',
    '20261031_川辺野_スチール_440000_請求書_2.png',
  ])
  expect(files[2]?.bytes).toEqual(png)
  expect(new TextDecoder().decode(files[0]?.bytes)).toContain('2026-10-31,440000,川辺野/スチール')
  const { rows } = await office.database.owner.query<{ actor: string }>(
    "select actor from kernel.event where company_id = $1 and activity = 'documents.documents-exported'",
    [companyId],
  )
  expect(rows).toEqual([{ actor: sato.personId }])
})

test('names that differ in case or accents alone stay apart in the ZIP; the history of corrections lies beside them', async () => {
  for (const partner of ['ABC', 'abc', 'カ\u3099', 'ガ']) await keep({ kind: 'invoice', partner, amount: 1 })
  const { documentId } = await keep({ kind: 'receipt', partner: '川辺野書店', amount: 3_300 })
  await runCommand(office, documents.correctDocument, sato, { documentId, version: 1, amount: 3_333, reason: '誤記' })
  const archive = await runQuery(office, documents.documentArchives, sato, {})
  const files = 'bytes' in archive.content ? readZip(archive.content.bytes).files : []
  expect(files).toHaveLength(7)
  const history = new TextDecoder().decode(files.find(({ name }) => name === '訂正削除の履歴.csv')?.bytes)
  expect(history).toContain('佐藤,訂正,誤記,取引金額,3300,3333')
})

describe('what is not kept', () => {
  const refused = async (name: string, bytes: string | Uint8Array) => {
    const fileId = await uploaded(name, bytes)
    const good = await uploaded('よい書類.png', png)
    const answer = await runCommand(office, documents.keepDocuments, sato, {
      files: [{ fileId: good }, { fileId }],
    }).catch((cause: unknown) => cause)
    expect((await list()).count).toBe(0)
    return answer
  }

  test.each([
    [
      'a PDF that is broken',
      '請求書.pdf',
      '%PDF-1.7\nここから先がない',
      'documents.broken',
      '「請求書.pdf」：PDFが壊れているため、読めません。',
    ],
    [
      'a PDF without its header',
      '請求書.PDF',
      '\u0000\u0000 1 0 obj << /Type /Catalog >> endobj',
      'documents.broken',
      '「請求書.PDF」：PDFが壊れているため、読めません。',
    ],
    [
      'a broken XML',
      '請求書.xml',
      '<?xml version="1.0"?><Invoice><cbc:ID>',
      'documents.xml',
      'XMLが壊れているか、受け取れない書き方（DOCTYPEなど）を含みます。',
    ],
    [
      'an XML bomb',
      '請求書.xml',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>',
      'documents.xml',
      'XMLが壊れているか、受け取れない書き方（DOCTYPEなど）を含みます。',
    ],
  ])('%s: said with its field, and the others wait as well', async (_, name, bytes, code, says) => {
    expect(await refused(name, bytes)).toMatchObject({
      face: { code, field: 'files.1.fileId', what: { ja: expect.stringContaining(says) } },
    })
  })

  test('an XML that is no invoice is kept; what is wrong stands in its reading. A text that speaks of %PDF- is no PDF', async () => {
    const { documentId } = await keep({}, '<?xml version="1.0"?><注文><番号>1</番号></注文>', '注文.xml')
    const reading = await runQuery(office, documents.documentReadings, sato, { documentId })
    expect([reading.media, reading.pint, reading.fault === null]).toEqual(['xml', null, false])
    const note = await keep({}, 'PDFは %PDF- で始まる', 'メモ.txt')
    expect((await runQuery(office, documents.documentDetails, sato, { documentId: note.documentId })).media).toBe(
      'other',
    )
  })

  test('the file of another company, and one that is kept already', async () => {
    const elsewhere = await uploaded('よそ.png', png, await testCompany(office))
    const fileId = await uploaded('書類.png', png)
    await runCommand(office, documents.keepDocuments, sato, { files: [{ fileId }] })
    for (const each of [elsewhere, fileId])
      await expect(
        runCommand(office, documents.keepDocuments, sato, { files: [{ fileId: each }] }),
      ).rejects.toMatchObject({
        face: { code: 'kernel.not-found', field: 'files.0.fileId' },
      })
  })
})

test('an employee sees and corrects what they kept, and nothing else', async () => {
  const own = await keep({ partner: '自分の書類' }, png, '書類.png', tanaka)
  const other = await keep({ partner: '経理の書類' })
  expect((await list({}, tanaka)).documents.map(({ partner }) => partner)).toEqual(['自分の書類'])
  await runCommand(office, documents.correctDocument, tanaka, { documentId: own.documentId, version: 1, note: 'メモ' })
  await expect(
    runCommand(office, documents.correctDocument, tanaka, { documentId: other.documentId, version: 1, note: 'メモ' }),
  ).rejects.toMatchObject({ face: { code: 'kernel.not-found' } })
  await expect(
    runQuery(office, documents.documentFiles, tanaka, { documentId: other.documentId }),
  ).rejects.toMatchObject({
    face: { code: 'kernel.not-found' },
  })
})

test('two people who correct at once: the second is told, nothing of the first is lost', async () => {
  const { documentId } = await keep({ partner: '同時' })
  const correct = (partner: string) =>
    runCommand(office, documents.correctDocument, sato, { documentId, version: 1, partner })
  const ends = await Promise.allSettled([correct('甲'), correct('乙')])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const details = await runQuery(office, documents.documentDetails, sato, { documentId })
  expect(details.changes).toHaveLength(1)
  expect(ends.find((end) => end.status === 'rejected')).toMatchObject({
    reason: { face: { code: 'documents.changed-meanwhile', field: 'version' } },
  })
})

describe('who else sees a document', () => {
  const namesFor = async (who: Actor) => (await list({}, who)).documents.map(({ partner }) => partner)

  test('the head of the department in which its keeper works', async () => {
    const fromOn = '2020-04-01'
    const { departmentId } = await runCommand(office, people.addDepartment, programFor(companyId), {
      ...{ name: '営業部', fromOn },
    })
    await runCommand(office, people.assignPerson, programFor(companyId), {
      ...{ personId: tanaka.personId, departmentId, fromOn },
    })
    const head = { ...(await hire('鈴木', 'head')), departmentIds: [departmentId] }
    await keep({ partner: '社員が保存した領収書' }, png, '領収書.png', tanaka)
    await keep({ partner: '経理の書類' })
    expect(await namesFor(head)).toEqual(['社員が保存した領収書'])
    const { documentId } = await keep({ partner: '' }, png, '営業部あての請求書.png')
    const now = office.clock.now()
    const facts = { kind: 'invoice', transactionOn: null, amount: 5_500, partner: '川辺野スチール' } as const
    await within((tx) => describeDocument(tx, { actor: sato, now }, documentId, { ...facts, departmentId }))
    expect(await namesFor(head)).toEqual(['川辺野スチール', '社員が保存した領収書'])
  })

  test('whoever is asked to decide on it, in any department: the list, the details, the file and what is read from it', async () => {
    const { documentId } = await keep({ partner: '回覧する請求書' })
    await expect(runQuery(office, documents.documentDetails, tanaka, { documentId })).rejects.toMatchObject({
      face: { code: 'kernel.not-found' },
    })
    for (const time of [1, 2])
      await within((tx) => shareDocument(tx, { actor: sato }, documentId, Array(time).fill(tanaka.personId)))
    expect(await namesFor(tanaka)).toEqual(['回覧する請求書'])
    expect((await runQuery(office, documents.documentDetails, tanaka, { documentId })).versions).toHaveLength(1)
    expect((await runQuery(office, documents.documentFiles, tanaka, { documentId })).name).toBe('書類.png')
    expect((await runQuery(office, documents.documentReadings, tanaka, { documentId })).media).toBe('png')
    await expect(
      runCommand(office, documents.correctDocument, tanaka, { documentId, version: 1, note: '見るだけ' }),
    ).rejects.toMatchObject({ face: { code: 'kernel.not-found' } })
  })
})

describe('the history of corrections', () => {
  test('the database refuses a change that has no line in it', async () => {
    const { documentId } = await keep({ partner: '川辺野スチール', amount: 110_000 })
    const byStealth = (change: (tx: Parameters<typeof shareDocument>[0]) => Promise<unknown>) =>
      expect(within(change)).rejects.toMatchObject({
        message: expect.stringContaining('without a line in its history'),
      })
    await byStealth((tx) => tx.run`update documents.document set amount = 1 where id = ${documentId}`)
    await byStealth(
      (tx) => tx.run`update documents.document set amount = 1, version = version + 1 where id = ${documentId}`,
    )
    await byStealth((tx) => tx.run`update documents.document set file_id = ${sato.personId} where id = ${documentId}`)
    expect((await runQuery(office, documents.documentDetails, sato, { documentId })).amount).toBe(110_000)
  })

  test('a correction that changes nothing is refused in words', async () => {
    const { documentId } = await keep({ partner: '川辺野スチール' })
    for (const given of [{}, { partner: '川辺野スチール' }])
      await expect(
        runCommand(office, documents.correctDocument, sato, { documentId, version: 1, ...given }),
      ).rejects.toMatchObject({
        face: { code: 'documents.nothing-corrected', what: { ja: '直すところがありません。' } },
      })
  })
})

test('the same file twice at once is told to both; a twin that one may not see is counted only', async () => {
  const twice = [await uploaded('一.png', png), await uploaded('二.png', png)]
  const { documents: kept } = await runCommand(office, documents.keepDocuments, sato, {
    files: twice.map((fileId) => ({ fileId })),
  })
  const [one, two] = kept
  expect(kept.map(({ twinDocumentIds }) => twinDocumentIds)).toEqual([[two?.documentId], [one?.documentId]])
  expect(await keep({}, png, '三.png', tanaka)).toMatchObject({ twinDocumentIds: [], hiddenTwins: 2 })
})

test('a text that folds to nothing finds all', async () => {
  await keep({ partner: '川辺野スチール' })
  for (const typed of ['株式会社', '・'])
    expect(await partnersOf({ partner: typed, text: typed })).toEqual(['川辺野スチール'])
})
