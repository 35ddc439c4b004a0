import { describe, expect, test } from 'vitest'
import { openActs } from './open-acts.ts'

const sato = { personId: 'sato', answersAll: false }
const clerk = { personId: 'clerk', answersAll: true }
const head = { personId: 'head', answersAll: false }
const asked = { submitter: { personId: 'sato' }, assignee: null }

describe('what one is offered on a request', () => {
  test('it has just come in: the desk may take, promise, ask back, answer and pass; who asked may withdraw', () => {
    const request = { ...asked, state: 'received' as const }
    expect(openActs(request, clerk)).toEqual(['take', 'promise', 'ask-back', 'answer', 'pass', 'link'])
    expect(openActs(request, sato)).toEqual(['withdraw'])
  })

  test('a head who sees it without having asked or taken it answers for the department', () => {
    expect(openActs({ ...asked, state: 'received' }, head)).toContain('take')
  })

  test('in the hands of another it can be taken over, in one’s own hands it cannot be taken twice', () => {
    const request = { ...asked, state: 'in-progress' as const, assignee: { personId: 'tanaka' } }
    expect(openActs(request, clerk)).toContain('take-over')
    expect(openActs(request, clerk)).not.toContain('take')
    expect(openActs(request, { personId: 'tanaka', answersAll: false })).toEqual([
      'promise',
      'ask-back',
      'answer',
      'pass',
      'link',
    ])
  })

  test('asked back: who asked may reply or withdraw', () => {
    expect(openActs({ ...asked, state: 'asked-back' }, sato)).toEqual(['reply', 'withdraw'])
  })

  test('answered: who asked closes it or asks again; the desk may correct it, share it and close it', () => {
    const request = { ...asked, state: 'answered' as const, assignee: { personId: 'clerk' } }
    expect(openActs(request, sato)).toEqual(['close', 'reopen'])
    expect(openActs(request, clerk)).toEqual(['answer', 'link', 'share', 'close'])
  })

  test('withdrawn: nothing but the link to its kind of work; and nothing while it is unknown who looks', () => {
    expect(openActs({ ...asked, state: 'withdrawn' }, sato)).toEqual([])
    expect(openActs({ ...asked, state: 'withdrawn' }, clerk)).toEqual(['link'])
    expect(openActs({ ...asked, state: 'received' }, { personId: undefined, answersAll: false })).toEqual([])
  })
})
