import { describe, expect, test } from 'vitest'
import { isSameChoice, type RouteChoice, routeFor } from './route-choice.ts'

const route = (routeId: string, more: Partial<RouteChoice> = {}): RouteChoice => ({
  ...{ routeId, kind: null, amountFrom: null, amountUntil: null, departmentId: null, facts: {} },
  ...more,
})
const invoice = { kind: 'payables.invoice', amount: 499_999, lineage: ['本社', '営業部', '営業一課'], facts: {} }

const routes = [
  route('50万円未満', { amountUntil: 499_999 }),
  route('50万円以上', { amountFrom: 500_000 }),
  route('請求書100万円以上', { kind: 'payables.invoice', amountFrom: 1_000_000 }),
  route('営業部の請求書', { kind: 'payables.invoice', departmentId: '営業部' }),
  route('営業一課の請求書', { kind: 'payables.invoice', departmentId: '営業一課' }),
  route('個人への報酬', { kind: 'payables.invoice', departmentId: '営業一課', facts: { 源泉: 'あり' } }),
]

describe('the route of a matter', () => {
  test.each([
    ['a yen below the limit', { lineage: ['本社'] }, '50万円未満'],
    ['the limit itself', { lineage: ['本社'], amount: 500_000 }, '50万円以上'],
    ['a credit note of that size', { lineage: ['本社'], amount: -500_000 }, '50万円以上'],
    ['no amount', { lineage: ['本社'], kind: 'payables.payment-run', amount: null }, '50万円以上'],
    ['a named kind before every kind', { lineage: ['本社'], amount: 1_000_000 }, '請求書100万円以上'],
    ['a department before the whole company', { lineage: ['本社', '営業部', '営業二課'] }, '営業部の請求書'],
    ['the nearest department', {}, '営業一課の請求書'],
    ['facts before none', { facts: { 源泉: 'あり', 取引先: '山田' } }, '個人への報酬'],
    ['facts that read otherwise', { facts: { 源泉: 'なし' } }, '営業一課の請求書'],
  ])('%s', (_, more, expected) => {
    expect(routeFor(routes, { ...invoice, ...more })?.routeId).toBe(expected)
  })

  test('is none where no condition is met', () => {
    expect(routeFor([route('上', { amountFrom: 500_000 })], invoice)).toBeUndefined()
  })

  test('is ambiguous only between the very same conditions', () => {
    expect(isSameChoice(route('a', { amountFrom: 0 }), route('b'))).toBe(true)
    expect(isSameChoice(route('a', { facts: { x: '1', y: '2' } }), route('b', { facts: { y: '2', x: '1' } }))).toBe(
      true,
    )
    expect(isSameChoice(route('a', { amountUntil: 1 }), route('b'))).toBe(false)
  })
})
