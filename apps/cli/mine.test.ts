import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { programFolder } from '../server/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'ennoshita-mine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const log = join(folder, 'log.csv')
writeFileSync(
  log,
  '案件番号,作業,日時,担当者\n1,申請,2026-11-02 09:00,佐藤\n1,承認,2026-11-02 12:00,鈴木\n2,申請,2026-11-03 09:00,佐藤\n2,申請,2026-11-03 10:00,佐藤\n2,承認,いつか,鈴木\n',
)

const mine = (...words: string[]) =>
  spawnSync(process.execPath, [join(programFolder, 'apps/cli/start.mjs'), 'mine', ...words], { encoding: 'utf8' })

test('mine --json prints the figures under the names of the library', () => {
  const asked = mine(log, '--json')
  expect(asked.status, asked.stderr).toBe(0)
  expect(JSON.parse(asked.stdout)).toEqual({
    cases: 2,
    events: 5,
    activities: ['申請', '承認'],
    variants: [
      { activities: ['申請', '承認'], cases: 1, share: 0.5, coverage: 0.5 },
      { activities: ['申請', '申請', '承認'], cases: 1, share: 0.5, coverage: 1 },
    ],
    edges: [
      {
        ...{ from: '申請', to: '承認', count: 2, cases: 2 },
        ...{ meanSeconds: 10_800, medianSeconds: 10_800, p90Seconds: 10_800, maxSeconds: 10_800 },
      },
      {
        ...{ from: '申請', to: '申請', count: 1, cases: 1 },
        ...{ meanSeconds: 3600, medianSeconds: 3600, p90Seconds: 3600, maxSeconds: 3600 },
      },
    ],
    starts: [{ activity: '申請', count: 2 }],
    ends: [{ activity: '承認', count: 2 }],
    duration: {
      n: 2,
      minSeconds: 3600,
      medianSeconds: 7200,
      p90Seconds: 10_080,
      meanSeconds: 7200,
      maxSeconds: 10_800,
    },
    rework: {
      ...{ casesWithRepeatedActivity: 1, casesWithSelfLoop: 1, casesWithReturnLoop: 0 },
      casesRepeating: [{ activity: '申請', cases: 1 }],
      cost: { extraLeadSeconds: -7200 },
    },
    handover: [
      { from: '佐藤', to: '鈴木', count: 2 },
      { from: '佐藤', to: '佐藤', count: 1 },
    ],
  })
  expect(asked.stderr).toContain('unreadable-time ×1, 6 行目 / line 6: いつか')
})

test('mine --map --report writes a picture and a page, in English when asked', () => {
  const [map, report] = [join(folder, 'map.svg'), join(folder, 'report.html')]
  const asked = mine(log, '--map', map, '--report', report, '--language', 'en')
  expect(asked.stdout, asked.stderr).toContain('案件 / cases       2')
  expect(readFileSync(map, 'utf8')).toMatch(/^<svg /)
  expect(readFileSync(report, 'utf8')).toContain('<h1>Report on the flow of work</h1>')
})

test('mine says how it is used, and names a file that is not there', () => {
  expect(mine().stdout).toContain('mine FILE')
  const asked = mine(join(folder, 'nothing.xes'))
  expect([asked.status, asked.stderr.includes('開けません')]).toEqual([1, true])
})
