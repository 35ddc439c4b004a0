import { expect, test } from 'vitest'
import { emptyStep, moveStep, pasteSteps, writtenSteps } from './step-list.ts'

const steps = [
  { id: 'a', text: '届書を書く', who: '担当', usualMinutes: 10 },
  { id: 'b', text: '上長が確かめる', who: '課長', usualMinutes: null },
  { id: 'c', text: '電子申請する', who: '', usualMinutes: 5 },
]
const words = (list: readonly { text: string }[]) => list.map((step) => step.text)

test('a step moves by one place and stops at the edges', () => {
  expect(words(moveStep(steps, 1, -1))).toEqual(['上長が確かめる', '届書を書く', '電子申請する'])
  expect(words(moveStep(steps, 1, 1))).toEqual(['届書を書く', '電子申請する', '上長が確かめる'])
  expect(words(moveStep(steps, 0, -1))).toEqual(['届書を書く', '上長が確かめる', '電子申請する'])
})

test('lines pasted from a document become steps, without their numbers', () => {
  let count = 0
  const pasted = pasteSteps(
    [...steps, emptyStep('d')],
    3,
    '1. 控えを保存する\n\n② 台帳に記す\n・本人に知らせる',
    () => {
      count += 1
      return `new-${count}`
    },
  )
  expect(words(pasted.slice(3))).toEqual(['控えを保存する', '台帳に記す', '本人に知らせる'])
  expect(pasted.map((step) => step.id)).toEqual(['a', 'b', 'c', 'd', 'new-1', 'new-2'])
})

test('a step that begins with a year or an amount keeps its number', () => {
  expect(words(pasteSteps([emptyStep('a')], 0, '2026年分の源泉徴収票を集める', () => 'x'))).toEqual([
    '2026年分の源泉徴収票を集める',
  ])
})

test('empty steps are not saved', () => {
  expect(writtenSteps([...steps.slice(0, 1), emptyStep('x')])).toEqual([
    { text: '届書を書く', who: '担当', usualMinutes: 10 },
  ])
})
