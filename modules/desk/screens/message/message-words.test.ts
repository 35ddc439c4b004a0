import { expect, test } from 'vitest'
import { callBackWord, callerOf, timeInTokyo } from './message-words.tsx'

test('a caller is named with one 様, however the name was written', () => {
  expect(callerOf({ callerCompany: '株式会社みどり', callerName: '佐藤', callerNumber: '' })).toBe(
    '株式会社みどり 佐藤様',
  )
  expect(callerOf({ callerCompany: '', callerName: '店主様', callerNumber: '03' })).toBe('店主様')
  expect(callerOf({ callerCompany: '', callerName: '', callerNumber: '03-0000-0000' })).toBe('03-0000-0000')
})

test('a time to call back by reads in Tokyo', () => {
  expect(callBackWord('2026-11-20T06:30:00Z')).toBe('11/20(金) 15:30まで')
  expect(timeInTokyo('2026-11-20T15:30:00Z')).toEqual({ on: '2026-11-21', at: '00:30' })
})
