import { expect, test } from 'vitest'
import { readTaskLine } from './task-line.ts'

/** A Friday; the 23rd, 勤労感謝の日, is a Monday. */
const today = '2026-11-20'
const read = (text: string) => {
  const { title, dueOn, repeats } = readTaskLine(text, today)
  return [title, dueOn, repeats?.kind ?? null]
}

test('the date may stand last or first, in full or half width', () => {
  expect(read('請求書の発送 11/25')).toEqual(['請求書の発送', '2026-11-25', null])
  expect(read('１１／２５　請求書の発送')).toEqual(['請求書の発送', '2026-11-25', null])
  expect(read('更新の手続き R9.3.31まで')).toEqual(['更新の手続き', '2027-03-31', null])
  expect(read('11月25日までに 見積を A社 へ返す')).toEqual(['見積を A社 へ返す', '2026-11-25', null])
})

test('days are named as people name them', () => {
  expect(read('明日までに見積を返す')).toEqual(['見積を返す', '2026-11-21', null])
  expect(read('備品の発注 来週火曜')).toEqual(['備品の発注', '2026-11-24', null])
  expect(read('備品の発注 金曜')).toEqual(['備品の発注', '2026-11-20', null])
  expect(read('備品の発注 月末')).toEqual(['備品の発注', '2026-11-30', null])
  expect(read('備品の発注 25日')).toEqual(['備品の発注', '2026-11-25', null])
  expect(read('備品の発注 5日')).toEqual(['備品の発注', '2026-12-05', null])
  expect(read('備品の発注 10日後')).toEqual(['備品の発注', '2026-11-30', null])
})

test('what comes again is read as a rule, with its next date', () => {
  expect(read('毎月25日 家賃の振込')).toEqual(['家賃の振込', '2026-11-25', 'monthly'])
  expect(read('郵便物の回収 毎週月曜')).toEqual(['郵便物の回収', '2026-11-23', 'weekly'])
  expect(read('毎月末 残高の確認')).toEqual(['残高の確認', '2026-11-30', 'monthly'])
})

test('a day that is long past means next year, a day just past stays', () => {
  expect(read('法定調書 1/31')).toEqual(['法定調書', '2027-01-31', null])
  expect(read('法定調書 9/1')).toEqual(['法定調書', '2027-09-01', null])
  expect(read('発送の続き 11/18')).toEqual(['発送の続き', '2026-11-18', null])
})

test('what is no date stays in the title', () => {
  expect(read('電話する')).toEqual(['電話する', null, null])
  expect(read('第3四半期 の資料')).toEqual(['第3四半期 の資料', null, null])
  expect(read('部屋 1125 の鍵')).toEqual(['部屋 1125 の鍵', null, null])
  expect(read('11/25')).toEqual(['11/25', null, null])
  expect(read('')).toEqual(['', null, null])
})

test('what was left open is filled and said', () => {
  const line = readTaskLine('毎週 郵便物の回収', today)
  expect(line).toMatchObject({
    dueOn: '2026-11-20',
    assumed: { message: '曜日が書かれていないので、金曜日としました。' },
  })
})

test('an impossible day is said, not guessed', () => {
  expect(readTaskLine('発送 2/30', today)).toMatchObject({ title: '発送', dueOn: null })
  expect(readTaskLine('発送 2/30', today).problem?.message).toContain('という日はありません')
})
