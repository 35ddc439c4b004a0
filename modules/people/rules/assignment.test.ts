import { describe, expect, test } from 'vitest'
import { type AssignmentAsked, type AssignmentHeld, assignmentFault, isMain } from './assignment.ts'

const always = [{ fromOn: '2010-04-01', untilOn: null }]
const asked = (change: Partial<AssignmentAsked> = {}): AssignmentAsked => ({
  departmentId: '総務部',
  postId: null,
  main: false,
  fromOn: '2027-04-01',
  untilOn: null,
  ...change,
})
const held = (departmentId: string, fromOn: string, untilOn: string | null, main: boolean): AssignmentHeld => ({
  departmentId,
  fromOn,
  untilOn,
  main,
})
const working = { joinedOn: '2020-04-01', leftOn: null }

describe('所属の登録', () => {
  test.each([
    ['初めての所属', asked(), [], working, undefined],
    ['兼務', asked(), [held('経理部', '2020-04-01', null, true)], working, undefined],
    ['同じ部署に二重', asked(), [held('総務部', '2020-04-01', null, true)], working, 'people.assigned-already'],
    ['前の所属が前日で終わる', asked(), [held('総務部', '2020-04-01', '2027-03-31', true)], working, undefined],
    ['本務が二つ', asked({ main: true }), [held('経理部', '2020-04-01', null, true)], working, 'people.two-main'],
    ['入社前', asked({ fromOn: '2020-03-31' }), [], working, 'people.before-joining'],
    ['退職後', asked(), [], { joinedOn: null, leftOn: '2027-06-30' }, 'people.after-leaving'],
    ['退職日まで', asked({ untilOn: '2027-06-30' }), [], { joinedOn: null, leftOn: '2027-06-30' }, undefined],
    ['終了が開始より前', asked({ untilOn: '2027-03-31' }), [], working, 'people.until-before-from'],
  ] as const)('%s', (_, wanted, others, employment, code) => {
    expect(assignmentFault(wanted, others, employment, always, always)?.code).toBe(code)
  })

  test('a department that closes before the end of the assignment', () => {
    const closing = [{ fromOn: '2010-04-01', untilOn: '2027-09-30' }]
    expect(assignmentFault(asked(), [], working, closing, always)?.code).toBe('people.department-not-there')
    expect(assignmentFault(asked({ untilOn: '2027-09-30' }), [], working, closing, always)).toBeUndefined()
  })
})

test('the first assignment is the main one', () => {
  expect(isMain(asked(), [])).toBe(true)
  expect(isMain(asked(), [held('経理部', '2020-04-01', null, true)])).toBe(false)
  expect(isMain(asked(), [held('経理部', '2020-04-01', '2027-03-31', true)])).toBe(true)
})
