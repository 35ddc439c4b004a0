import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ObjectLog } from '../log/object-log.ts'
import { objectCentric } from './object-centric.ts'

/** 受注 O1 with three items, two of which are sent in one parcel; object-centric logs exist for just this. */
const orders: ObjectLog = {
  events: [
    { id: 'e1', activity: '受注', at: '2026-11-02T09:00', attributes: {} },
    { id: 'e2', activity: '出荷', at: '2026-11-04T09:00', attributes: {} },
    { id: 'e3', activity: '出荷', at: '2026-11-03T09:00', attributes: { 担当: '佐藤' } },
    { id: 'e4', activity: '請求', at: '2026-11-05T09:00', attributes: {} },
    { id: 'e5', activity: '棚卸', at: '2026-11-06T09:00', attributes: {} },
  ],
  objects: [
    { id: 'O1', type: '注文' },
    { id: 'I1', type: '品目' },
    { id: 'I2', type: '品目' },
    { id: 'I3', type: '品目' },
    { id: 'I4', type: '品目' },
  ],
  relations: [
    ...['O1', 'I1', 'I2', 'I3'].map((objectId) => ({ eventId: 'e1', objectId, qualifier: '' })),
    ...['I1', 'I2', 'I2'].map((objectId) => ({ eventId: 'e2', objectId, qualifier: '同梱' })),
    { eventId: 'e3', objectId: 'I3', qualifier: '' },
    { eventId: 'e4', objectId: 'O1', qualifier: '' },
    { eventId: 'e9', objectId: 'O1', qualifier: 'an event that is not there' },
  ],
}

test('each object type has its own flow: three items go 受注 → 出荷 over two pairs of events, one order 受注 → 請求', () => {
  const day = 86_400
  const found = objectCentric(orders)
  expect(found).toMatchObject({ brokenRelations: 1, eventsWithoutObject: 1 })
  expect(found.types).toEqual([
    {
      ...{ type: '品目', objects: 4, untouchedObjects: 1 },
      edges: [
        {
          ...{ from: '受注', to: '出荷', count: 3, objects: 3, eventPairs: 2 },
          time: { meanSeconds: (2 + 2 + 1) * 28_800, medianSeconds: 2 * day, p90Seconds: 2 * day, maxSeconds: 2 * day },
        },
      ],
      starts: [{ activity: '受注', objects: 3 }],
      ends: [{ activity: '出荷', objects: 3 }],
    },
    {
      ...{ type: '注文', objects: 1, untouchedObjects: 0 },
      edges: [
        {
          ...{ from: '受注', to: '請求', count: 1, objects: 1, eventPairs: 1 },
          time: { meanSeconds: 3 * day, medianSeconds: 3 * day, p90Seconds: 3 * day, maxSeconds: 3 * day },
        },
      ],
      starts: [{ activity: '受注', objects: 1 }],
      ends: [{ activity: '請求', objects: 1 }],
    },
  ])
  expect(found.activities.map(({ activity, touches }) => [activity, touches])).toEqual([
    ['出荷', [{ type: '品目', least: 1, most: 2 }]],
    [
      '受注',
      [
        { type: '品目', least: 3, most: 3 },
        { type: '注文', least: 1, most: 1 },
      ],
    ],
    ['棚卸', []],
    ['請求', [{ type: '注文', least: 1, most: 1 }]],
  ])
})

test('without times the order of the file stands, and no time is shown', () => {
  const events = orders.events.slice(0, 2).map((event) => ({ ...event, at: Number.NaN }))
  const [items] = objectCentric({ ...orders, events }).types
  expect(items?.edges).toEqual([{ from: '受注', to: '出荷', count: 2, objects: 2, eventPairs: 1 }])
})

test('the passages of a type are the events of its objects less one each, whatever the log', () => {
  const relation = fc.record({
    eventId: fc.integer({ min: 0, max: 9 }).map(String),
    objectId: fc.integer({ min: 0, max: 5 }).map(String),
    qualifier: fc.constant(''),
  })
  fc.assert(
    fc.property(
      fc.array(relation, { maxLength: 40 }),
      fc.array(fc.nat(50), { minLength: 10, maxLength: 10 }),
      (relations, at) => {
        const events = at.map((minute, id) => ({
          id: `${id}`,
          activity: 'ab'[id % 2] ?? '',
          at: minute,
          attributes: {},
        }))
        const objects = Array.from({ length: 6 }, (_, id) => ({ id: `${id}`, type: id < 3 ? 'x' : 'y' }))
        for (const { type, edges, objects: all, untouchedObjects } of objectCentric({ events, objects, relations })
          .types) {
          const own = relations.filter(({ objectId }) => Number(objectId) < 3 === (type === 'x'))
          const touches = new Set(own.map(({ eventId, objectId }) => `${eventId} ${objectId}`)).size
          expect(edges.reduce((sum, { count }) => sum + count, 0)).toBe(touches - (all - untouchedObjects))
          for (const edge of edges) expect(edge.eventPairs).toBeLessThanOrEqual(edge.count)
        }
      },
    ),
  )
})
