import { field } from '@ennoshita/kernel'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isRequired, sentencesOf, withoutEmpties } from './form-rules.ts'

const addTask = z.object({
  title: field.line(10),
  dueOn: field.localDate.optional(),
  note: field.text().optional(),
  deputyId: field.id.nullable(),
  isUrgent: z.boolean(),
  minutes: field.minutes,
})

describe('which fields a form marks 必須', () => {
  test('those that the command refuses while empty', () => {
    const names = ['title', 'dueOn', 'note', 'deputyId', 'isUrgent', 'minutes']
    expect(names.filter((name) => isRequired(addTask, name))).toEqual(['title', 'minutes'])
  })
})

describe('what a form sends for a field that was emptied', () => {
  test('an optional one is left out, a nullable one is null, a text stays empty', () => {
    expect(withoutEmpties(addTask, { title: '請求書', dueOn: null, note: '', deputyId: null, minutes: 0 })).toEqual({
      title: '請求書',
      note: '',
      deputyId: null,
      minutes: 0,
    })
  })
})

describe('what a form says before it asks the server', () => {
  const said = (draft: object, language: 'ja' | 'en' = 'ja') => {
    const read = addTask.safeParse({ title: '請求書', deputyId: null, isUrgent: false, minutes: 5, ...draft })
    return read.success ? {} : sentencesOf(read.error, language)
  }
  test('an empty field asks to be filled in', () => {
    expect(said({ title: '' })).toEqual({ title: '入力してください。' })
    expect(said({ minutes: undefined })).toEqual({ minutes: '入力してください。' })
  })
  test('a text that is too long says how long it may be', () => {
    expect(said({ title: '一二三四五六七八九十一' })).toEqual({ title: '10文字以内で入力してください。' })
  })
  test('31 February is refused in the language of the reader', () => {
    expect(said({ dueOn: '2026-02-31' })).toEqual({
      dueOn: '1800年から2999年までの実在する日付を YYYY-MM-DD で入力してください。',
    })
    expect(said({ dueOn: '2026-02-31' }, 'en')).toEqual({
      dueOn: 'Give an existing date of the years 1800 to 2999 as YYYY-MM-DD.',
    })
  })
  test('a person who was not chosen from the list', () => {
    expect(said({ deputyId: '山田' })).toEqual({ deputyId: '一覧から選んでください。' })
  })
})
