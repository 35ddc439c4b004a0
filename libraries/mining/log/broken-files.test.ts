import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { directlyFollows } from '../analyses/directly-follows.ts'
import { rework } from '../analyses/rework.ts'
import { variants } from '../analyses/variants.ts'
import { readLog } from './read-log.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const event = (name: string, at = '2026-11-20T09:00:00Z') =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/></event>`
const trace = (name: string, ...events: string[]) =>
  `<trace><string key="concept:name" value="${name}"/>${events.join('')}</trace>`
const faultTexts = async (text: string) =>
  (await readLog(bytes(text))).faults
    .filter(({ fault }) => fault === 'broken-file')
    .flatMap(({ first }) => first.map((one) => one.text))

test('a DOCTYPE is passed over: nothing in it is expanded, nothing is fetched, and the log says so', async () => {
  const bomb = '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
  const log = await readLog(bytes(`${bomb}<log>${trace('1', event('&b;'), event('&f;'), event('R&D'))}</log>`))
  expect(log.activities).toEqual(['&b;', '&f;', 'R&D'])
  expect(log.faults[0]?.first.map(({ text }) => text)).toEqual([
    'a DOCTYPE is not read: its entities stay as they are written',
    'unknown entity &b; in &b;',
    'unknown entity &f; in &f;',
    'unknown entity & in R&D',
  ])
})

test('wrong nesting, a missing quote and a tag that never ends lose only what they touch', async () => {
  expect(await faultTexts(`<log>${trace('1', '<event><string key="concept:name" value="a"></event>')}</log>`)).toEqual([
    '</event> closes <string>',
  ])
  const log = await readLog(
    bytes(`<log>${trace('1', event('a'), '<event><string key=concept:name/></event>', event('b'))}</log>`),
  )
  expect([log.activities, log.faults.map(({ fault }) => fault)]).toEqual([
    ['a', 'b'],
    ['broken-file', 'no-activity'],
  ])
  expect(await faultTexts('<log><trace><event')).toEqual([
    'the file ends inside <event',
    'the file ends inside 2 open elements',
  ])
})

test('an event outside every trace belongs to no case, and is counted', async () => {
  const log = await readLog(bytes(`<log>${trace('1', event('a'))}${event('b')}</log>`))
  expect([log.eventCount, log.faults.map(({ fault, count }) => [fault, count])]).toEqual([1, [['no-case', 1]]])
})

test('a gzip that is cut off gives what came before; one that is broken from the first byte throws', async () => {
  const many = Array.from({ length: 3000 }, (_, place) => trace(`case ${place * 7919}`, event('a'), event('b'))).join(
    '',
  )
  const packed = gzipSync(`<log>${many}</log>`)
  const log = await readLog(packed.subarray(0, packed.length / 2))
  expect(log.caseCount).toBeGreaterThan(100)
  expect(log.faults[0]?.first[0]?.text).toBe('the gzip file is broken or ends early')
  await expect(readLog(Uint8Array.from([0x1f, 0x8b, 1, 2, 3]))).rejects.toThrow('gzip')
})

test('what is no file at all is refused, not read as an empty log', async () => {
  await expect(readLog(JSON.parse('"log.csv"'))).rejects.toThrow('a Uint8Array or a Blob')
})

test('megabytes without an end come back', { timeout: 120_000 }, async () => {
  for (const hostile of ['<!--', '<a b="', '<log><![CDATA[', '<', '<?', '&', '<!DOCTYPE [', '<a ', '</']) {
    await readLog(bytes(hostile.repeat(2_000_000 / hostile.length)), { format: 'xes' })
    await readLog(bytes(`a;b\n"${hostile.repeat(2_000_000 / hostile.length)}`), { format: 'csv' })
  }
})

test('a classifier names events by several attributes, and is told from those there are', async () => {
  const steps = event('a').replace('</event>', '<string key="lifecycle:transition" value="start"/></event>')
  const text = `<log><classifier name="Step" keys="concept:name 'lifecycle:transition'"/>${trace('1', steps)}</log>`
  expect((await readLog(bytes(text), { classifier: 'Step' })).activities).toEqual(['a+start'])
  expect((await readLog(bytes(text))).source?.classifiers).toEqual([
    { name: 'Step', keys: ['concept:name', 'lifecycle:transition'] },
  ])
  await expect(readLog(bytes(text), { classifier: 'Other' })).rejects.toThrow('Step')
})

test('one case of 100,000 events, long names, emoji and right-to-left names are read and analysed', async () => {
  const names = ['x'.repeat(500), '📎 添付', 'فحص الفاتورة', '申請']
  const rows = Array.from({ length: 100_000 }, (_, place) => `1,${names[place % 4]},2026-11-20\n`)
  const log = await readLog(bytes(`case,activity,time\n${rows.join('')}`))
  expect([log.caseCount, log.eventCount, log.activities]).toEqual([1, 100_000, names])
  expect(directlyFollows(log).edges).toHaveLength(4)
  expect([variants(log).length, rework(log).casesWithRepeatedActivity]).toEqual([1, 1])
})

test('a list with titles above its headings, split date and time, full-width digits and decimal commas', async () => {
  const text =
    '経費精算 処理一覧\r\n\r\n伝票No（必須）;処理名;日付;時刻;担当者名;作業秒数\r\nA-1;申請;令和８年１１月２０日;9:30;佐藤;1.234,5\r\nA-1;承認;R8/11/21;午後1時05分;;60\r\n'
  const log = await readLog(bytes(text))
  expect([log.caseIds, log.activities, log.actor.texts, log.touchSeconds[0]]).toEqual([
    ['A-1'],
    ['申請', '承認'],
    ['佐藤'],
    1234.5,
  ])
  expect(Array.from(log.at)).toEqual([1_795_134_600_000, 1_795_233_900_000])
  expect(log.faults).toEqual([])
})

test('faults of a CSV file name the line, and a quote that never closes loses only its line', async () => {
  const log = await readLog(
    bytes('case,activity,time\n1,"a\nb",2026-11-20\n1,,2026-11-20\n1,c,いつか\n1,"d,2026-11-20\n1,e,2026-11-22\n'),
  )
  expect(log.activities).toEqual(['a\nb', 'c', 'e'])
  expect(log.faults.map(({ fault, first }) => [fault, first[0]?.line])).toEqual([
    ['no-activity', 4],
    ['unreadable-time', 5],
    ['broken-file', 6],
  ])
})

test('an end without a start is the one time; other headings can be named', async () => {
  const text = '受付,何を,Complete Timestamp\n1,申請,2026-11-20\n'
  const log = await readLog(bytes(text), { columns: { caseId: '受付', activity: '何を' } })
  expect([log.eventCount, log.hasTimes, log.hasEndTimes]).toEqual([1, true, false])
})

test('a list from a German office, in CP1252, and one in half-width kana, in CP932, are told apart', async () => {
  const western = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const german = await readLog(
    western('Vorgang;Tätigkeit;Zeitpunkt\n1;Größe prüfen;20.11.2026 09:00\n1;Äußerung;21.11.2026\n'),
  )
  expect([german.activities, german.faults]).toEqual([['Größe prüfen', 'Äußerung'], []])
  const kana = await readLog(western('case,activity,time\n1,\u00bc\u00dd\u00be\u00b2,2026-11-20\n'))
  expect([kana.activities, kana.faults]).toEqual([['ｼﾝｾｲ'], []])
})

test('letters in no encoding are replaced, and the log says so', async () => {
  const sign = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))
  const log = await readLog(Uint8Array.from([...sign('case,activity\n1,a'), 0xff, ...sign('b\n1,'), 0xe7, 0x94, 0xb3]))
  expect(log.activities).toEqual(['a\ufffdb', '申'])
  expect(log.faults[0]?.first[0]?.text).toMatch(/^letters that are neither UTF-8 nor CP932/)
})

test('UTF-16 with a mark, and XML in the encoding it declares', async () => {
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from('案件,作業\n1,申請\n', (sign) => sign.charCodeAt(0)).buffer),
  ])
  expect((await readLog(utf16)).activities).toEqual(['申請'])
  const latin = Uint8Array.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?><log>${trace('1', event('Pr\u00fcfung'))}</log>`,
    (sign) => sign.charCodeAt(0),
  )
  expect((await readLog(latin)).activities).toEqual(['Prüfung'])
})

test('a row that is left out leaves no case, activity or person behind, wherever it stands', async () => {
  const csv = await readLog(
    bytes('case,activity,time,user\n2,,2026-11-20,x\n1,a,2026-11-20,y\n3,,,\n,b,2026-11-20,z\n'),
  )
  const nameless = '<event><string key="org:resource" value="x"/></event>'
  const named = event('a').replace('</event>', '<string key="org:resource" value="y"/></event>')
  const xes = await readLog(
    bytes(`<log>${trace('2', nameless)}${trace('1', nameless, named)}${trace('3', nameless)}</log>`),
  )
  for (const log of [csv, xes]) {
    expect([log.caseIds, log.caseCount, log.activities, log.actor.texts]).toEqual([['1'], 1, ['a'], ['y']])
    expect(directlyFollows(log).ends).toEqual([{ activity: 'a', count: 1 }])
    expect(variants(log)).toHaveLength(1)
  }
  expect(csv.faults.map(({ fault, first }) => [fault, ...first.map(({ line }) => line)])).toEqual([
    ['no-activity', 2, 4],
    ['no-case', 5],
  ])
})
