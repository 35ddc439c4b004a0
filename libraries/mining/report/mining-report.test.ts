import { expect, test } from 'vitest'
import { type EventRow, logOf } from '../log/event-log.ts'
import { miningReport } from './mining-report.ts'

/** Sixty expense claims: six 社員 claim, two 課長 approve, 加藤 alone pays; every sixth claim is returned once. */
const claims: EventRow[] = Array.from({ length: 60 }, (_, number) => {
  const day = (days: number) => Date.UTC(2026, 8, 1 + number + days, 1)
  const clerk = { actor: `社員${number % 6}`, role: '社員' }
  const chief = { actor: `課長${number % 2}`, role: '課長' }
  const caseId = `EX-${number}`
  const first = { caseId, activity: '申請', at: day(0), ...clerk }
  const returned = { caseId, activity: '差戻し', at: day(1), ...chief }
  const again = { caseId, activity: '申請', at: day(2), ...clerk }
  const approved = { caseId, activity: '承認', at: day(3), ...chief }
  const paid = { caseId, activity: '支払', at: day(8), actor: '加藤', role: '経理' }
  return number % 6 === 0 ? [first, returned, again, approved, paid] : [first, approved, paid]
}).flat()

/** The words of the page without its tags, style sheets and drawings. */
const wordsOf = (html: string) => html.replace(/<style>.*?<\/style>|<svg.*?<\/svg>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ')

/** 承認 → 支払 waits 60 × 5 = 300 of 480 days: 申請 → 承認 50 × 3 + 10 × 1, and 10 × 2 round the returns. */
test('the page tells the largest wait, the usual way, rework and what one person alone does', () => {
  const words = wordsOf(miningReport(logOf(claims)))
  expect(words).toContain('案件 60件')
  expect(words).toContain('承認 → 支払 待ち時間全体の63%。中央値 5日')
  expect(words).toContain('全2通りのうち1通りで8割に達します。 50件 83% 申請 → 承認 → 支払')
  expect(words).toContain('同じ作業を2回以上行った案件：10件（17%）。')
  expect(words).toContain('高 支払 直近の60件を判定。継続して行う人は1人、代わりに行った人がいません。')
  expect(words).toContain('終了時刻がないため')
})

test('the page says whose office hours were taken', () => {
  expect(wordsOf(miningReport(logOf(claims)))).toContain('営業時間は月〜金 9〜18時として計算しています。')
  const calendar = { opensAtMinutes: 480, closesAtMinutes: 1020, workdays: [1, 2, 3, 4, 5, 6], closedOn: [] }
  const words = wordsOf(miningReport(logOf(claims), { calendar }))
  expect(words).not.toContain('9〜18時')
  expect(words).toContain('営業時間は指定された暦で計算しています。')
})

test('no person is named, and roles of fewer than five stand together', () => {
  const words = wordsOf(miningReport(logOf(claims)))
  expect(words).not.toMatch(/加藤|社員\d|課長/)
  expect(words).toContain('社員 5人未満の役割')
})

test('among fewer than five people no handover is shown', () => {
  const few = claims.filter(({ actor }) => actor === '社員0' || actor === '加藤')
  expect(wordsOf(miningReport(logOf(few)))).toContain('特定の人が読み取れないよう、引き継ぎの数字は示しません')
})

test('the page needs nothing from elsewhere, runs nothing, and carries hostile names as text', () => {
  const hostile = claims.map((row) => ({
    ...row,
    activity: `<script>alert("${row.activity}")</script>`,
    role: '"><img src=x>',
  }))
  for (const language of ['ja', 'en'] as const) {
    const html = miningReport(logOf(hostile), { language, title: '<b>' })
    expect(html).not.toMatch(/<script|<img|<b>|<link|@import|url\(|src=x>"/)
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/)
    expect(html.startsWith(`<!doctype html><html lang="${language}">`)).toBe(true)
  }
})

test.each(['ja', 'en'] as const)(
  '%s: a log without times, one of one event and an empty one give a page that says so',
  (language) => {
    const untimed = wordsOf(
      miningReport(logOf(claims.map(({ caseId, activity }) => ({ caseId, activity }))), { language }),
    )
    expect(untimed).toContain(language === 'ja' ? '時刻がないため、わかりません。' : 'Unknown: the log has no times.')
    for (const rows of [[], claims.slice(0, 1)])
      expect(wordsOf(miningReport(logOf(rows), { language }))).not.toMatch(/NaN|undefined|Infinity/)
  },
)

test('names of 500 letters are cut, and one case of 20,000 events gives a short page', () => {
  const rows = Array.from({ length: 20_000 }, (_, step) => ({
    caseId: '1',
    activity: `${'長'.repeat(500)}${step % 40}`,
    at: step * 60_000,
  }))
  expect(miningReport(logOf(rows)).length).toBeLessThan(300_000)
})
