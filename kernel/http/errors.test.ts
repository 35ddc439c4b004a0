import pg from 'pg'
import { expect, test } from 'vitest'
import { errorAnswer } from './errors.ts'

function databaseError(code: string): pg.DatabaseError {
  const error = new pg.DatabaseError('a message that quotes 山田花子', 10, 'error')
  error.code = code
  error.detail = 'Key (email)=(hanako@example.jp) already exists.'
  return error
}

test.each([
  ['unique violation', '23505', 409, 'kernel.duplicate'],
  ['foreign key violation', '23503', 409, 'kernel.reference'],
  ['check violation', '23514', 400, 'kernel.impossible-value'],
  ['not null violation', '23502', 400, 'kernel.impossible-value'],
  ['number out of range', '22003', 400, 'kernel.impossible-value'],
  ['deadlock', '40P01', 409, 'kernel.at-once'],
  ['serialization failure', '40001', 409, 'kernel.at-once'],
  ['statement timeout', '57014', 503, 'kernel.busy'],
  ['server shutting down', '57P01', 503, 'kernel.busy'],
  ['guard of the database', '23001', 500, 'kernel.fault'],
  ['undefined table', '42P01', 500, 'kernel.fault'],
])('a %s of the database is answered in words', (_, code, status, name) => {
  const answer = errorAnswer(databaseError(code))
  expect([answer.status, answer.face.code]).toEqual([status, name])
  expect(JSON.stringify(answer)).not.toMatch(/山田|hanako/)
})

test('a database that does not answer is a pause, not a riddle', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  expect(errorAnswer(refused)).toMatchObject({ status: 503, face: { code: 'kernel.busy', kind: 'fault' } })
})

test('a thing that is not even an error is a fault', () => {
  expect(errorAnswer('oops')).toMatchObject({ status: 500, fault: { says: 'string' } })
})
