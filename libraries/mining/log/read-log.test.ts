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
  expect(log.caseIds).toEqual(['1', '1 #2', 'trace 3'])
})

test('XES: no two cases have one name, whatever the traces are called', async () => {
  const traces = ['1', '1', '1 #2', '1', '', 'trace 5'].map(
    (name) => `<trace><string key="concept:name" value="${name}"/>${event('a', '2026-11-20')}</trace>`,
  )
  const { caseIds } = await readLog(bytes(xes(traces.join(''))))
  expect(caseIds).toEqual(['1', '1 #2', '1 #2 #2', '1 #3', 'trace 5', 'trace 5 #2'])
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

const first = async (text: string) => {
  const { at, endedAt, faults } = await readLog(bytes(text))
  return [at[0], endedAt[0], faults.map(({ fault }) => fault)]
}
/** 2026-11-20 in Japan, 9:00 and 10:30. */
const [nine, halfPastTen] = [1_795_132_800_000, 1_795_138_200_000]

test.each([
  ['Case,Activity,Date,Start Time,End Time', '1,a,2026-11-20,9:00,10:30'],
  ['案件番号,作業,日付,開始時刻,終了時刻', '1,a,2026/11/20,9:00,10:30'],
  ['案件番号,作業,日付,開始,終了', '1,a,2026/11/20(金),午前9時,午前10時30分'],
  ['案件番号,作業,開始日,開始時間,終了日,終了時間', '1,a,R8.11.20,9:00,R8.11.20,10:30'],
  ['案件番号,作業,開始時刻,終了時刻', '1,a,2026/11/20 9:00,2026/11/20 10:30'],
  ['案件番号,作業,開始日時,終了時刻', '1,a,2026/11/20 9:00,10:30'],
  ['案件番号,作業,日付,開始,終了', '1,a,2026/11/20,2026/11/20 9:00,2026/11/20 10:30'],
  ['案件番号,作業,日時,時刻,終了', '1,a,2026/11/20 9:00,9:00,10:30'],
])('CSV: %s tell start and end: %s', async (heads, row) => {
  expect(await first(`${heads}\n${row}\n`)).toEqual([nine, halfPastTen, []])
})

test.each([
  ['Vorgangsnummer;Aktivität;Zeitstempel;Ende;Bearbeiter;Kosten', 'V1;Prüfung;20.11.2026 09:00;20.11.2026 10:30;M;1,5'],
  ['Fall;Tätigkeit;Datum;Uhrzeit;Ende', '1;Prüfung;20.11.2026;9:00;10:30'],
  ['event_id,case_id,event_timestamp,event_type,end', 'e1,1,2026-11-20 9:00,a,10:30'],
  ['申請No.,対応内容,対応日時,終了時刻,対応者', '1,a,2026/11/20 9:00,10:30,佐藤'],
  ['受付No,作業,登録日,更新日時,開始日時,終了日時', '1,a,2020/1/1,2020/1/1,2026/11/20 9:00,2026/11/20 10:30'],
  ['Case Type,Ticket,Event ID,Event,Start,End', 'x,1,7,a,2026-11-20 9:00,10:30'],
])('CSV: %s are recognised: %s', async (heads, row) => {
  const log = await readLog(bytes(`${heads}\n${row}\n`))
  expect([log.caseIds, log.activities, log.at[0], log.endedAt[0], log.faults]).toEqual([
    [expect.stringMatching(/^V?1$/)],
    [expect.stringMatching(/^(a|Prüfung)$/)],
    ...[nine, halfPastTen, []],
  ])
})

test('CSV: when a row was written down is its time only where nothing else tells one', async () => {
  expect(await first('案件番号,作業,更新日時\n1,a,2026/11/20 9:00\n')).toEqual([nine, Number.NaN, []])
  expect(await first('案件番号,作業,更新日時,完了日時\n1,a,2026/12/1,2026/11/20 9:00\n')).toEqual([
    nine,
    Number.NaN,
    [],
  ])
})

test('CSV: a column that only tells something of a case or an activity is not taken for it', async () => {
  const log = await readLog(bytes('case status,event id,time\nopen,7,2026-11-20\n'))
  expect(log.eventCount).toBe(0)
  expect(log.faults.slice(0, 2).map(({ fault, first }) => [fault, first[0]?.text])).toEqual([
    ['no-case', 'headings: case status event id time'],
    ['no-activity', 'headings: case status event id time'],
  ])
})

test('CSV: a time alone is of no day where its start has none, whatever the row before it says', async () => {
  const log = await readLog(bytes('case,activity,time,end\n1,a,2026-11-20 9:00,10:30\n1,b,9:00,10:30\n1,c,,10:30\n'))
  expect(Array.from(log.at)).toEqual([nine, Number.NaN, Number.NaN])
  expect(Array.from(log.endedAt)).toEqual([halfPastTen, Number.NaN, Number.NaN])
  expect(log.faults.map(({ fault, count }) => [fault, count])).toEqual([
    ['unreadable-time', 3],
    ['no-time', 1],
  ])
})

test('CSV: a work that goes past midnight is not guessed at: its end is reported', async () => {
  expect(await first('案件番号,作業,日付,開始時刻,終了時刻\n1,a,2026/11/20,9:00,2:00\n')).toEqual([
    nine,
    Number.NaN,
    ['ends-before-start'],
  ])
})

test('CSV: rows of separators alone, as Excel leaves behind, are no rows', async () => {
  const log = await readLog(bytes('案件番号,作業,日時\n1,a,2026-11-20\n,,\n ,"",\n,,\n'))
  expect([log.eventCount, log.faults]).toEqual([1, []])
})

test.each([
  [',', '"1,234"', 1234],
  [';', '1,234', 1.234],
  [';', '1.234,5', 1234.5],
  [';', '1,234,567', 1_234_567],
  [',', '1.234.567', 1_234_567],
  [',', '１２０', 120],
  [',', '1e-7', 1e-7],
])('CSV: with %s between cells %s is a number of seconds', async (mark, seconds, value) => {
  const log = await readLog(bytes(`case;activity;touch seconds\n1;a;`.replaceAll(';', mark) + seconds))
  expect([log.touchSeconds[0], log.faults.map(({ fault }) => fault)]).toEqual([value, ['no-time']])
})

test('CSV: values that are none are reported with their line', async () => {
  const log = await readLog(
    bytes('case,activity,touch seconds,actor kind,cause\n1,a,5分,human,\n1,b,-5,人,timer\n1,c,,system,月末\n'),
  )
  const fault = log.faults.find((one) => one.fault === 'unreadable-value')
  expect(fault?.first.map(({ line, text }) => `${line} ${text}`)).toEqual(['2 5分', '3 人', '3 -5', '4 月末'])
  expect([...log.touchSeconds, ...log.actorKind, ...log.cause]).toEqual([
    ...[Number.NaN, Number.NaN, Number.NaN],
    ...[0, -1, 1],
    ...[-1, 2, -1],
  ])
})

test('CSV: a heading that was named and is not there is refused with those there are, never guessed', async () => {
  await expect(readLog(bytes('一覧\n案件番号,作業\n1,a\n'), { columns: { caseId: '伝票' } })).rejects.toThrow(
    '案件番号, 作業',
  )
})

test('XML and workbooks that are no log are told from logs, and a heading that begins with PK is no workbook', async () => {
  const page = await readLog(bytes('<html><body/></html>'))
  expect(page.faults.map(({ fault, first: [place] }) => [fault, place?.text])).toEqual([
    ['broken-file', 'no <log> in the file: it is no XES'],
  ])
  const book = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
  await expect(readLog(book)).rejects.toThrow('CSV UTF-8')
  expect((await readLog(bytes('PK,case,activity\n1,2,a\n'))).eventCount).toBe(1)
})

test('XES: elements with the prefix of a namespace are what they are without it', async () => {
  const text = xes(`<trace>${event('a', '2026-11-20')}</trace>`).replace(/<(\/?)(\w)/g, '<$1x:$2')
  const log = await readLog(bytes(text))
  expect([log.eventCount, log.faults]).toEqual([1, []])
})
