import { describe, expect, test } from 'vitest'
import { factsOfEvent } from './event-facts.ts'

describe('the facts of an event in words', () => {
  test('roles, dates and changed fields are told as people say them', () => {
    expect(factsOfEvent({ from: ['employee'], to: ['clerk', 'employee'] }, 'ja')).toEqual([
      ['前', '社員'],
      ['後', '担当、社員'],
    ])
    expect(factsOfEvent({ fields: ['phone', 'email'] }, 'en')).toEqual([['changed', 'phone, e-mail']])
    expect(factsOfEvent({ leftOn: '2026-11-20', endedAssignments: 2 }, 'ja')).toEqual([
      ['退職日', '26/11/20(金)'],
      ['終えた所属', '2'],
    ])
  })

  test('ids, empty values and what has no name are left out', () => {
    expect(
      factsOfEvent(
        { from: '0198f3a2-1111-7abc-8def-0123456789ab', untilOn: null, jobId: '12', grants: { a: 'own' } },
        'ja',
      ),
    ).toEqual([])
    expect(factsOfEvent({ outcome: 'called-back', occasion: 'account-needed', from: 'done' }, 'ja')).toEqual([
      ['結果', '折り返した'],
      ['前', '済み'],
    ])
  })
})
