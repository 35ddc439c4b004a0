import type { z } from 'zod'
import { ZodObject } from 'zod'
import type { Language } from '../words/words.ts'

const empties = [undefined, null, '', false]

/** True when the command refuses this field while it is empty: then the form marks it 必須. */
export function isRequired(schema: z.ZodType, name: string): boolean {
  const field = schemaOf(schema, name)
  return field !== undefined && empties.every((empty) => !field.safeParse(empty).success)
}

/** The draft as the command wants it: an emptied field becomes whichever emptiness its schema accepts, or is left out. */
export function withoutEmpties(schema: z.ZodType, draft: object): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(draft)) {
    if (value !== null && value !== undefined && value !== '') {
      body[name] = value
      continue
    }
    const accepted = [value, null, ''].find((empty) => schemaOf(schema, name)?.safeParse(empty).success === true)
    if (accepted !== undefined) body[name] = accepted
  }
  return body
}

/** What the schema found, one short sentence per path (`lines.3.dueOn`). A schema's own message may hold both languages, `ja / en`. */
export function sentencesOf(error: z.core.$ZodError, language: Language): Record<string, string> {
  const sentences: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    sentences[path] ??= sentenceOf(issue, language)
  }
  return sentences
}

function schemaOf(schema: z.ZodType, name: string): z.ZodType | undefined {
  return schema instanceof ZodObject ? schema.shape[name] : undefined
}

function sentenceOf(issue: z.core.$ZodIssue, language: Language): string {
  const [ja, en] = ownOrGeneral(issue)
  return language === 'en' ? en : ja
}

function ownOrGeneral(issue: z.core.$ZodIssue): readonly [ja: string, en: string] {
  const fill = ['入力してください。', 'Please fill this in.'] as const
  switch (issue.code) {
    case 'custom': {
      const [ja = '', en = ja] = issue.message.split('/ ')
      return [ja.trim(), en.trim()]
    }
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return fill
      if (issue.origin === 'array')
        return [`${issue.minimum}つ以上選んでください。`, `Choose at least ${issue.minimum}.`]
      if (issue.origin === 'string')
        return [`${issue.minimum}文字以上で入力してください。`, `At least ${issue.minimum} characters.`]
      return [`${issue.minimum}以上の値を入力してください。`, `${issue.minimum} or more, please.`]
    case 'too_big':
      if (issue.origin === 'string')
        return [`${issue.maximum}文字以内で入力してください。`, `At most ${issue.maximum} characters.`]
      if (issue.origin === 'array') return [`${issue.maximum}件までにしてください。`, `At most ${issue.maximum}.`]
      return [`${issue.maximum}以下の値を入力してください。`, `${issue.maximum} or less, please.`]
    case 'invalid_format':
      if (issue.format === 'email')
        return ['メールアドレスの形（名前@会社.jp）で入力してください。', 'Give an e-mail address (name@company.jp).']
      if (issue.format === 'url')
        return ['https:// から始まるURLを入力してください。', 'Give a URL that starts with https://.']
      if (issue.format === 'uuid') return ['一覧から選んでください。', 'Choose from the list.']
      return ['書き方が違います。例にならって入力してください。', 'This is not in the expected form.']
    case 'invalid_value':
      return ['選択肢から選んでください。', 'Choose one of the options.']
    case 'invalid_type':
      return fill
    default:
      return ['この内容では受け付けられません。', 'This cannot be accepted.']
  }
}
