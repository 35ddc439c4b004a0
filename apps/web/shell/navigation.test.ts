import { expect, test } from 'vitest'
import { placeOf } from './navigation.tsx'

const places = ['/', '/invoices', '/invoices/expected', '/work/tasks']

test.each([
  ['/', '/'],
  ['/invoices', '/invoices'],
  ['/invoices/new', '/invoices'],
  ['/invoices/expected', '/invoices/expected'],
  ['/invoices/expectedly', '/invoices'],
  ['/people', undefined],
])('%s stands under %s, and under no other place', (address, place) => {
  expect(placeOf(address, places)).toBe(place)
})
