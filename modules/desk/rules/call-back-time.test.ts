import { describe, expect, test } from 'vitest'
import { callBackInstant, readCallBackTime } from './call-back-time.ts'

const now = { on: '2026-11-20', at: '14:05' }

describe('until when to call back, as it is written at the telephone', () => {
  test.each([
    ['15:00', '2026-11-20', '15:00'],
    ['１５：３０', '2026-11-20', '15:30'],
    ['1500', '2026-11-20', '15:00'],
    ['15時', '2026-11-20', '15:00'],
    ['15時半までに', '2026-11-20', '15:30'],
    ['午後3時', '2026-11-20', '15:00'],
    ['今日17時', '2026-11-20', '17:00'],
    ['明日10時', '2026-11-21', '10:00'],
    ['あさっての 9:30', '2026-11-22', '09:30'],
    ['11/24 9:30', '2026-11-24', '09:30'],
    ['11月24日 午前10時', '2026-11-24', '10:00'],
  ])('%s', (text, on, at) => {
    expect(readCallBackTime(text, now)).toEqual({ on, at })
  })

  test('a time that has passed today is the one of tomorrow, a day that has passed the one of next year', () => {
    expect(readCallBackTime('10:00', now)).toEqual({ on: '2026-11-21', at: '10:00' })
    expect(readCallBackTime('1/5 10:00', now)).toEqual({ on: '2027-01-05', at: '10:00' })
  })

  test.each(['', '3', '夕方', '25:00', '15:75', '2/31 10:00', '明日'])('%s is not sure enough', (text) => {
    expect(readCallBackTime(text, now)).toBeUndefined()
  })

  test('it is written down as an instant of Tokyo', () => {
    expect(callBackInstant({ on: '2026-11-20', at: '15:00' })).toBe('2026-11-20T15:00:00+09:00')
  })
})
