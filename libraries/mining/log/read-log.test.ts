import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readLog } from './read-log.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const xes = (body: string) => `<?xml version="1.0"?><!-- <trace> --><log><global scope="event">
  <string key="concept:name" value="UNKNOWN"/></global><classifier name="a" keys="concept:name"/>${body}</log>`
const event = (name: string, at: string) =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/></event>`

test('XES: attributes inside others, entities, single quotes and > in values are read for what they are', async () => {
  const text = xes(`<trace><string key="concept:name" value='A &amp; "B"'/>
    <event><string key="concept:name" value="check a>b"><string key="concept:name" value="nested"/></string>
    <date key="time:timestamp" value="2026-11-20T09:00:00.000+09:00"/><string key="org:resource" value="&#20304;藤"/></event></trace>`)
  const log = await readLog(bytes(text), { format: 'xes' })
  expect(log.caseIds).toEqual(['A & "B"'])
  expect(log.activities).toEqual(['check a>b'])
  expect(log.actor.texts).toEqual(['佐藤'])
  expect(log.faults).toEqual([])
})

test('XES: gzip is recognised, traces of one name stay apart, traces without a name are counted', async () => {
  const trace = (name: string) => `<trace>${name}${event('a', '2026-11-20')}</trace>`
  const named = '<string key="concept:name" value="1"/>'
  const log = await readLog(gzipSync(xes(trace(named) + trace(named) + trace(''))), { format: 'xes' })
  expect(log.caseIds).toEqual(['1', '1 #2', 'trace 2'])
})

test('XES: a file that breaks off gives what came before, and says so', async () => {
  const text = xes(`<trace>${event('a', '2026-11-20')}${event('b', '2026-11-21')}`).replace('</log>', '<event><str')
  const log = await readLog(bytes(text), { format: 'xes' })
  expect(log.eventCount).toBe(2)
  expect(log.faults.map(({ fault }) => fault)).toEqual(['broken-file'])
})

test('XES: a closing tag that opens nothing is reported and passed over', async () => {
  const log = await readLog(bytes(xes(`<trace>${event('a', '2026-11-20')}</nothing></trace>`)), { format: 'xes' })
  expect(log.eventCount).toBe(1)
  expect(log.faults[0]?.first[0]?.text).toBe('</nothing> closes <trace>')
})

test('CSV: Japanese headings, CP932, quotes with line breaks, and dates as offices write them', async () => {
  const head = [
    0x88, 0xc4, 0x8c, 0x8f, 0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x8d, 0xec, 0x8b, 0xc6, 0x2c, 0x93, 0xfa, 0x8e, 0x9e,
  ]
  const rows = [...bytes('\r\n1,"a ""quoted""\nline",R8.11.20\r\n1,b,2026/11/21 9:30\r\n')]
  const log = await readLog(Uint8Array.from([...head, ...rows]), { format: 'csv' })
  expect(log.activities).toEqual(['a "quoted"\nline', 'b'])
  expect(Array.from(log.at)).toEqual([1_795_100_400_000, 1_795_221_000_000])
  expect(log.faults).toEqual([])
})

test('CSV: the separator is found, and a missing column is named', async () => {
  const log = await readLog(bytes('\uFEFFCase ID;Activity;Start;Touch Seconds\n1;a;20.11.2026;1,5\n'), {
    format: 'csv',
  })
  expect([log.eventCount, log.touchSeconds[0], log.at[0]]).toEqual([1, 1.5, 1_795_100_400_000])
  const other = await readLog(bytes('foo,bar\n1,2\n'), { format: 'csv' })
  expect(other.eventCount).toBe(0)
  expect(other.faults.map(({ fault }) => fault)).toContain('no-activity')
})
