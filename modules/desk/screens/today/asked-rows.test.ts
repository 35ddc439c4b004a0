import { describe, expect, test } from 'vitest'
import type { MyCollection } from '../collection/collection-words.tsx'
import type { Message } from '../message/message-words.tsx'
import type { RequestRow } from '../request/request-words.tsx'
import { askedRows } from './asked-rows.ts'

const request = (requestId: string, more: Partial<RequestRow>): RequestRow => ({
  ...{ requestId, number: 'R-1', title: requestId, templateName: '備品', state: 'in-progress', waitedDays: 1 },
  ...{ submitter: null, assignee: null, departmentId: 'accounting', departmentName: '経理部', isPastPromise: false },
  ...{ submittedAt: '2026-11-19T00:00:00Z', wantedOn: null, promisedOn: null },
  ...more,
})
const message: Message = {
  ...{ messageId: 'call', to: { personId: 'me', name: '私' }, callerCompany: '株式会社みどり', callerName: '' },
  ...{ callerNumber: '', calledAt: '2026-11-20T00:00:00Z', wants: 'call-back', callBackBy: '2026-11-20T06:00:00Z' },
  ...{ isCallBackDue: true, text: '', takenBy: null, outcome: null, outcomeNote: '', settledAt: null },
}
const collection: MyCollection = {
  ...{ collectionId: 'papers', title: '年末調整の書類', explanation: '', answerKind: 'done', dueOn: '2026-11-19' },
  ...{ state: 'open', answerText: '', answerOn: null, answeredAt: null },
}

describe('what is asked of me', () => {
  test('calls first, then by the day, then what has no day', () => {
    const rows = askedRows(
      {
        mine: [request('no-day', {}), request('promised', { promisedOn: '2026-11-24' })],
        untaken: [request('wanted', { wantedOn: '2026-11-20', state: 'received' })],
        collections: [collection],
        messages: [message],
      },
      ['accounting'],
      '2026-11-20',
    )
    expect(rows.map(({ id, isLate }) => `${id}${isLate ? ' late' : ''}`)).toEqual([
      'call late',
      'papers late',
      'wanted',
      'promised',
      'no-day',
    ])
  })

  test('what waits for the asker, and what came to another department, is not mine', () => {
    const rows = askedRows(
      {
        mine: [request('asked-back', { state: 'asked-back' })],
        untaken: [request('sales', { departmentId: 'sales' }), request('anybody', { departmentId: null })],
        collections: [],
        messages: [],
      },
      ['accounting'],
      '2026-11-20',
    )
    expect(rows.map(({ id }) => id)).toEqual(['anybody'])
  })
})
