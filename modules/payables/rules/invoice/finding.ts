import type { Words } from '@ennoshita/kernel'
import type { Because } from '@ennoshita/statutes'

export type LawShown = { readonly title: string; readonly article: string; readonly url: string }

/** What is wrong (`mistake`: hinders the submission) or worth a look (`warning`), by its field. */
export type InvoiceFinding = {
  readonly level: 'mistake' | 'warning'
  readonly code: string
  /** Path of the field, such as `lines.0.accountId`; '' for the whole. */
  readonly field: string
  readonly says: Words
  readonly todo: Words
  readonly law: LawShown | null
}

type Told = (field: string, code: string, says: Words, todo: Words, law?: LawShown | null) => InvoiceFinding

export const mistake: Told = (field, code, says, todo, law = null) => ({
  ...{ level: 'mistake', code, field, says, todo, law },
})

export const warning: Told = (field, code, says, todo, law = null) => ({
  ...{ level: 'warning', code, field, says, todo, law },
})

/** The laws of an explanation, each once. */
export function lawsOf(because: readonly Because[]): LawShown[] {
  const all = because.map(({ source }) => ({ title: source.law, article: source.article, url: source.url }))
  return [...new Map(all.map((law) => [`${law.title}${law.article}`, law])).values()]
}

/** 110000 as 110,000. */
export const yen = (amount: number): string => amount.toLocaleString('en')

/** 2026-10-01 as 2026年10月 and 2026-10. */
export function monthWords(day: string): Words {
  return { ja: `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`, en: day.slice(0, 7) }
}
