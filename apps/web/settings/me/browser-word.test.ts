import { expect, test } from 'vitest'
import { browserWord } from './browser-word.ts'

test('a person recognises a device by browser and kind, not by its user agent', () => {
  expect(browserWord('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0')).toBe(
    'Firefox（Windows）',
  )
  expect(
    browserWord(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    ),
  ).toBe('Safari（iPhone）')
  expect(
    browserWord(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    ),
  ).toBe('Edge（Windows）')
  expect(browserWord('curl/8.5.0')).toBe('')
})
