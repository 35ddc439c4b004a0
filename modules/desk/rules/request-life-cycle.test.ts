import { describe, expect, test } from 'vitest'
import { type RequestAct, requestStateAfter, requestStates } from './request-life-cycle.ts'

describe('the life of a request', () => {
  test.each<[RequestAct, string]>([
    ['take', 'received in-progress asked-back'],
    ['promise', 'received in-progress asked-back'],
    ['ask-back', 'received in-progress asked-back'],
    ['reply', 'asked-back'],
    ['answer', 'received in-progress asked-back answered'],
    ['close', 'answered'],
    ['reopen', 'answered done'],
    ['withdraw', 'received in-progress asked-back'],
    ['pass', 'received in-progress asked-back'],
  ])('%s has its place in: %s', (act, places) => {
    expect(requestStates.filter((state) => requestStateAfter(state, act, true) !== undefined).join(' ')).toBe(places)
  })

  test('what nobody has in hand waits as received', () => {
    expect(requestStateAfter('in-progress', 'pass', false)).toBe('received')
    expect(requestStateAfter('asked-back', 'reply', false)).toBe('received')
    expect(requestStateAfter('done', 'reopen', true)).toBe('in-progress')
  })
})
