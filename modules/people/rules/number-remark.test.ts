import { expect, test } from 'vitest'
import { remarkOnNumber } from './number-remark.ts'

test('a number still being written is left alone', () => {
  expect(remarkOnNumber('corporateNumber', '')).toBeUndefined()
  expect(remarkOnNumber('corporateNumber', '700001205')).toBeUndefined()
})

test('the number of the National Tax Agency is right, in whatever width', () => {
  expect(remarkOnNumber('corporateNumber', '7000012050002')).toBeUndefined()
  expect(remarkOnNumber('corporateNumber', '７０００-０１２０-５０００２')).toBeUndefined()
})

test('a slip of one digit is told while the field is still open', () => {
  expect(remarkOnNumber('corporateNumber', '7000012050003')?.ja).toContain('検査数字')
  expect(remarkOnNumber('registrationNumber', '7000012050002')?.ja).toContain('「T」と13桁')
})
