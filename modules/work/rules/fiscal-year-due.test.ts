import type { DueRule } from '@ennoshita/statutes'
import { expect, test } from 'vitest'
import { inFiscalYear } from './fiscal-year-due.ts'

const taxReturn: DueRule = { kind: 'yearly', months: [5], day: 'end', shift: 'next', calendar: 'public-office' }

test.each([
  ['3月決算', { month: 4, day: 1 }, [5], 'end'],
  ['12月決算', { month: 1, day: 1 }, [2], 'end'],
  ['9月決算', { month: 10, day: 1 }, [11], 'end'],
  ['10月決算', { month: 11, day: 1 }, [12], 'end'],
  ['11月決算', { month: 12, day: 1 }, [1], 'end'],
  ['3月20日決算', { month: 3, day: 21 }, [5], 20],
  ['12月20日決算', { month: 12, day: 21 }, [2], 20],
] as const)('the return due two months after the year: %s', (_, start, months, day) => {
  expect(inFiscalYear(taxReturn, start)).toEqual({ ...taxReturn, months: [...months], day })
})

test('a named day stays, and months come in order', () => {
  expect(inFiscalYear({ kind: 'yearly', months: [6, 11], day: 10 }, { month: 7, day: 1 })).toEqual({
    kind: 'yearly',
    months: [2, 9],
    day: 10,
  })
})

test('what is not yearly stays as it is', () => {
  expect(inFiscalYear({ kind: 'monthly', day: 'end' }, { month: 1, day: 1 })).toEqual({ kind: 'monthly', day: 'end' })
})
