import { refuse } from '@ennoshita/kernel/server'
import type { InvoiceFinding } from '../../rules/invoice/finding.ts'

/** Refuses with every mistake by its words; the field, the law and what to do are those of the first, or of the locked month. */
export function refuseMistakes(findings: readonly InvoiceFinding[], act: { ja: string; en: string }): void {
  const mistakes = findings.filter(({ level }) => level === 'mistake')
  const first = mistakes.find(({ code }) => code === 'month-locked') ?? mistakes[0]
  if (!first) return
  const all = (language: 'ja' | 'en') => mistakes.map(({ says }) => says[language]).join(language === 'ja' ? '' : ' ')
  refuse({
    kind: first.code === 'month-locked' ? 'conflict' : 'bad-input',
    code: `payables.${first.code}`,
    what: { ja: `${act.ja}できません。${all('ja')}`, en: `It cannot be ${act.en}. ${all('en')}` },
    field: first.field,
    ...(first.law && { rule: { says: lawWords(first.law), source: first.law.url } }),
    todo: first.todo,
  })
}

function lawWords({ title, article }: { title: string; article: string }): { ja: string; en: string } {
  return { ja: `${title} ${article}`, en: `${title} ${article}` }
}
