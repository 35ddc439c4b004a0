import type { Words } from '@ennoshita/kernel'
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { useSyncExternalStore } from 'react'
import { keep, kept } from '../screen/keep.ts'

export type Language = 'ja' | 'en'

const english: Record<string, string> = {}
const i18n = setupI18n({ locale: 'ja', messages: { ja: {}, en: english } })
i18n.setMessagesCompiler(compileMessage)
if (kept('language') === 'en') i18n.activate('en')

/** Adds a module's English catalogue: Japanese source text → English. Call once, when the module is loaded. */
export function addWords(words: Readonly<Record<string, string>>): void {
  Object.assign(english, words)
  i18n.load('en', words)
}

/**
 * The sentence in the language in use. The Japanese text is the id; `{name}` takes a value from `params`, and the English
 * text may use ICU plurals (`{count, plural, one {# task} other {# tasks}}`). Call it while rendering, never at module level.
 */
export function t(japanese: string, params?: Readonly<Record<string, string | number>>): string {
  return i18n._(japanese, params)
}

/** Picks the language in use from a pair that comes from a contract or a refusal. */
export function says(words: Words): string {
  return language() === 'en' ? words.en : words.ja
}

/** The language in use; in components take `useLanguage` so that they follow a change. */
export function language(): Language {
  return i18n.locale === 'en' ? 'en' : 'ja'
}

/** Changes the language of the screens, for this browser. */
export function switchLanguage(next: Language): void {
  keep('language', next)
  i18n.activate(next)
  document.documentElement.lang = next
}

/** The language in use, following changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (changed) => i18n.on('change', changed),
    language,
    () => 'ja' as const,
  )
}
