import fc from 'fast-check'
import { expect, test } from 'vitest'
import { objectCentric } from '../analyses/object-centric.ts'
import { actorKinds, causes, type EventLog, type EventRow, logOf } from './event-log.ts'
import { flattenLog } from './flatten-log.ts'
import { readLog } from './read-log.ts'
import { readObjectLog } from './read-object-log.ts'
import { writeLog } from './write-log.ts'

/** Texts without spaces round them, which CSV does not keep, and of characters that XML can hold. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((each) => each === each.trim() && !/[\p{Cc}\uFEFF\uFFFE\uFFFF]/u.test(each))
const anyText = fc.oneof(
  text,
  fc.constantFrom('申請', 'a "quoted", cell', 'line\nbreak', "<&>'", '📎', 'فحص', 'x;y|z', '&amp;'),
)
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })

const row: fc.Arbitrary<EventRow> = fc.record(
  {
    caseId: anyText,
    activity: anyText,
    at: instant,
    endedAt: instant,
    actor: anyText,
    actorKind: fc.constantFrom(...actorKinds),
    role: anyText,
    department: anyText,
    lifecycle: fc.constantFrom('start', 'complete'),
    cause: fc.constantFrom(...causes),
    touchSeconds: fc.integer({ min: 0, max: 100_000 }).map((tenths) => tenths / 10),
  },
  { requiredKeys: ['caseId', 'activity'] },
)

/** The log as plain rows: how texts are numbered may differ. */
function rowsOf(log: EventLog) {
  const word = ({ texts, numbers }: { texts: string[]; numbers: Int32Array }, event: number) =>
    texts[numbers[event] ?? -1]
  return log.caseIds.map((caseId, owner) =>
    Array.from({ length: (log.caseStarts[owner + 1] ?? 0) - (log.caseStarts[owner] ?? 0) }, (_, step) => {
      const event = (log.caseStarts[owner] ?? 0) + step
      return {
        ...{
          caseId,
          activity: log.activities[log.activity[event] ?? -1],
          at: log.at[event],
          endedAt: log.endedAt[event],
        },
        ...{ actor: word(log.actor, event), role: word(log.role, event), department: word(log.department, event) },
        ...{ lifecycle: word(log.lifecycle, event), kind: log.actorKind[event], cause: log.cause[event] },
        touchSeconds: log.touchSeconds[event],
      }
    }),
  )
}

test.each(['xes', 'csv', 'ocel-json'] as const)(
  '%s: what is written is read back as it was, the format told or not',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), fc.boolean(), async (rows, isTold) => {
        const log = logOf(rows)
        const again = await readLog(writeLog(log, { format }), isTold ? { format } : {})
        expect(rowsOf(again)).toEqual(rowsOf(log))
        expect(again.faults.filter(({ fault }) => fault !== 'no-time')).toEqual([])
      }),
      { numRuns: 60 },
    )
  },
)

test('an instant a hair before the next microsecond is written as that microsecond', async () => {
  const log = logOf([{ caseId: '1', activity: 'a', at: 0.9999 }])
  expect((await readLog(writeLog(log, { format: 'csv' }))).at[0]).toBe(1)
})

test('microseconds survive, and a case of the time before 1970', async () => {
  const log = logOf([
    { caseId: '1', activity: 'a', at: '1969-12-31T23:59:59.123456Z' },
    { caseId: '1', activity: 'b', at: '2026-11-20T00:00:00.000001Z' },
  ])
  for (const format of ['xes', 'csv'] as const) expect((await readLog(writeLog(log, { format }))).at).toEqual(log.at)
})

const json = {
  objectTypes: [],
  eventTypes: [],
  objects: [
    { id: 'O1', type: '注文', relationships: [{ objectId: 'I1', qualifier: '明細' }] },
    { id: 'I1', type: '品目', attributes: [{ name: '数量', time: '2026-11-01T00:00:00Z', value: '3' }] },
    { id: 'I2', type: '品目' },
  ],
  events: [
    {
      ...{ id: 'e1', type: '受注', time: '2026-11-02T09:00:00Z', attributes: [{ name: 'actor', value: '佐藤' }] },
      relationships: ['O1', 'I1', 'I2'].map((objectId) => ({ objectId, qualifier: '受ける' })),
    },
    { id: 'e2', type: '出荷', time: '2026-11-03T09:00:00Z', relationships: [{ objectId: 'I2', qualifier: '送る' }] },
    { id: 'e3', type: '出荷', time: '昨日', relationships: [{ objectId: 'I1', qualifier: '送る' }] },
  ],
}
const xml = `<?xml version="1.0"?><log><object-types/><event-types/><objects>
  <object id="O1" type="注文"><attributes/><objects><relationship object-id="I1" qualifier="明細"/></objects></object>
  <object id="I1" type="品目"><attributes><attribute name="数量" time="2026-11-01T00:00:00Z">3</attribute></attributes></object>
  <object id="I2" type="品目"/></objects><events>
  <event id="e1" type="受注" time="2026-11-02T09:00:00Z"><attributes><attribute name="actor">佐藤</attribute></attributes><objects>
    ${['O1', 'I1', 'I2'].map((id) => `<relationship object-id="${id}" qualifier="受ける"/>`).join('')}</objects></event>
  <event id="e2" type="出荷" time="2026-11-03T09:00:00Z"><objects><relationship object-id="I2" qualifier="送る"/></objects></event>
  <event id="e3" type="出荷" time="昨日"><objects><relationship object-id="I1" qualifier="送る"/></objects></event>
  </events></log>`

async function sqlite(): Promise<Uint8Array> {
  const { default: initSqlJs } = await import('sql.js')
  const database = new (await initSqlJs()).Database()
  database.run(`create table event_map_type (ocel_type text, ocel_type_map text); create table object_map_type (ocel_type text, ocel_type_map text);
    insert into event_map_type values ('受注', 'Order'), ('出荷', 'Ship'); insert into object_map_type values ('注文', 'Orders'), ('品目', 'Items');
    create table event (ocel_id text, ocel_type text); insert into event values ('e1', '受注'), ('e2', '出荷'), ('e3', '出荷');
    create table object (ocel_id text, ocel_type text); insert into object values ('O1', '注文'), ('I1', '品目'), ('I2', '品目');
    create table event_Order (ocel_id text, ocel_time timestamp, actor text); insert into event_Order values ('e1', '2026-11-02T09:00:00Z', '佐藤');
    create table event_Ship (ocel_id text, ocel_time timestamp); insert into event_Ship values ('e2', '2026-11-03T09:00:00Z'), ('e3', '昨日');
    create table object_Orders (ocel_id text, ocel_time timestamp, ocel_changed_field text);
    create table object_Items (ocel_id text, ocel_time timestamp, ocel_changed_field text, 数量 text);
    insert into object_Items values ('I1', '2026-11-01T00:00:00Z', null, '3');
    create table event_object (ocel_event_id text, ocel_object_id text, ocel_qualifier text);
    insert into event_object values ('e1', 'O1', '受ける'), ('e1', 'I1', '受ける'), ('e1', 'I2', '受ける'), ('e2', 'I2', '送る'), ('e3', 'I1', '送る');
    create table object_object (ocel_source_id text, ocel_target_id text, ocel_qualifier text); insert into object_object values ('O1', 'I1', '明細')`)
  return database.export()
}

const encoded = (words: string) => new TextEncoder().encode(words)
const files: [string, () => Promise<Uint8Array>][] = [
  ['ocel-json', async () => encoded(JSON.stringify(json))],
  ['ocel-xml', async () => encoded(xml)],
  ['ocel-sqlite', sqlite],
]

test.each(files)('%s is recognised, and its objects, relations and bad stamps are read', async (format, file) => {
  const objects = await readObjectLog(await file())
  expect(objects.events.map(({ id, activity }) => `${id} ${activity}`)).toEqual(['e1 受注', 'e2 出荷', 'e3 出荷'])
  expect(objects.objects).toEqual([
    { id: 'O1', type: '注文' },
    { id: 'I1', type: '品目', attributes: [{ name: '数量', at: '2026-11-01T00:00:00Z', value: '3' }] },
    { id: 'I2', type: '品目' },
  ])
  expect(objects.relations).toHaveLength(5)
  expect(objects.objectRelations).toEqual([{ fromId: 'O1', toId: 'I1', qualifier: '明細' }])
  expect(objects.faults).toEqual([{ fault: 'unreadable-time', count: 1, first: [{ place: 3, text: '昨日' }] }])
  expect(objectCentric(objects).types.map(({ type, objects: count }) => [type, count])).toEqual([
    ['品目', 2],
    ['注文', 1],
  ])
  const log = await readLog(await file())
  expect(log.source).toEqual({ format, objectType: '品目', objectTypes: ['品目', '注文'] })
  expect([log.caseIds, log.eventCount, log.actor.texts]).toEqual([['I1', 'I2'], 4, ['佐藤']])
  const again = await readObjectLog(writeLog(objects, { format: 'ocel-json' }))
  expect(flattenLog(again, '注文').eventCount).toBe(1)
})

test('OCEL: ids that stand twice and relations that lead nowhere are reported, work time and ends that cannot be read too', async () => {
  const [event] = json.events
  const second = { ...event, type: '取消', relationships: [{ objectId: 'X9', qualifier: '' }] }
  const attributes = [
    { name: 'touch_seconds', value: '五分' },
    { name: 'ended_at', value: 'あとで' },
  ]
  const third = { ...event, id: 'e4', attributes }
  const text = JSON.stringify({ ...json, objects: [...json.objects, json.objects[0]], events: [event, second, third] })
  const log = await readLog(encoded(text), { objectType: '注文' })
  expect([log.activities, log.eventCount]).toEqual([['受注'], 2])
  expect(log.faults.map(({ fault, first }) => [fault, ...first.map((one) => one.text)])).toEqual([
    [
      'broken-file',
      'object O1 stands twice: the first one counts',
      'event e1 stands twice: the first one counts',
      'relation of e1 to X9: one of them is not in the file',
    ],
    ['unreadable-time', 'あとで'],
    ['unreadable-value', 'NaN'],
  ])
})

test.each(['ISO-8859-1', 'none'])('OCEL: XML in another encoding is read, declared or not: %s', async (declared) => {
  const head = declared === 'none' ? '' : `<?xml version="1.0" encoding="${declared}"?>`
  const name = declared === 'none' ? '\u00b1\u00b2' : 'Pr\u00fcfung'
  const text = `${head}<log><objects><object id="o" type="t"/></objects><events><event id="e" type="${name}" time="2026-11-20"><objects><relationship object-id="o" qualifier=""/></objects></event></events></log>`
  const log = await readLog(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))
  expect(log.activities).toEqual([declared === 'none' ? 'ｱｲ' : 'Prüfung'])
})

test('an object type the log does not have is refused with the types there are', async () => {
  await expect(readLog(encoded(JSON.stringify(json)), { objectType: '請求' })).rejects.toThrow('品目, 注文')
})

test.each([
  ['{"ocel:events": {}}', 'OCEL 1.0'],
  ['{"events": []}', 'OCEL 2.0'],
  ['{"events": [', 'JSON が壊れています'],
  ['PK\u0003\u0004', 'CSV UTF-8'],
  ['SQLite format 3\0 and nothing more', 'SQLite'],
])('%j is refused in words', async (file, words) => {
  await expect(readLog(encoded(file))).rejects.toThrow(words)
})
