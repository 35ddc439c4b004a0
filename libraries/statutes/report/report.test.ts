import { expect, test } from 'vitest'
import { statutesByFamily } from './every-statute.ts'
import { lawReport, statutesEnding } from './law-report.ts'
import { pageName, statutePage } from './statute-page.ts'

const every = [...statutesByFamily.values()].flat()

test('the tables of 2026 are on the list in autumn, the holidays are not', () => {
  const names = statutesEnding('2026-11-28').map(({ statute }) => statute.name)
  expect(statutesEnding('2026-11-28').some(({ statute }) => statute.checkedThrough === '2026-12-31')).toBe(true)
  expect(names).not.toContain('国民の祝日に関する法律')
  const holidays = (on: string) => statutesEnding(on).find(({ statute }) => statute.name === '国民の祝日に関する法律')
  expect(holidays('2027-10-01')).toBeUndefined()
  expect(holidays('2027-10-02')?.daysLeft).toBe(90)
  expect(holidays('2028-01-01')?.daysLeft).toBe(-1)
  expect(lawReport('2026-11-28')[0]).toMatch(/^2026-11-28 から 90 日以内に確認の期限が来る法令 \d+ 件/)
  expect(lawReport('2020-04-01', 0)).toHaveLength(1)
})

test('each statute has a name and a page of its own, versions in order, and a source for each', () => {
  expect(every.length).toBeGreaterThan(100)
  const pages = every.map(pageName)
  expect(pages.filter((page, place) => pages.indexOf(page) !== place)).toEqual([])
  for (const { name, versions, checkedThrough } of every) {
    const from = versions.map((version) => version.from)
    expect(from, name).toEqual([...from].sort())
    expect(new Set(from).size, name).toBe(from.length)
    expect((from.at(-1) ?? '9999') <= checkedThrough, name).toBe(true)
    for (const { source } of versions) {
      expect(source.law.length * source.article.length, name).toBeGreaterThan(0)
      expect(source.url, name).toMatch(/^https?:\/\//)
    }
  }
})

test('a page shows versions, values, sources and trust', () => {
  const statute = every.find(({ nameEn }) => nameEn === 'Small depreciable assets')
  const page = statute ? statutePage(statute) : ''
  expect(page).toContain('# 少額の減価償却資産・一括償却資産・中小企業者等の特例 / Small depreciable assets')
  expect(page).toContain('## 2026-04-01 から / from 2026-04-01')
  expect(page).toContain('400000')
  expect(page).toContain('租税特別措置法 67条の5')
})
