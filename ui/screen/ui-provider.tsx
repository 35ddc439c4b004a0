import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ToastPlace } from '../dialogs/toast.tsx'
import { useLanguage } from '../words/words.ts'

const client = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, refetchOnWindowFocus: true } } })

/**
 * Forgets every answer but those under `kept`, as after signing in as someone else or changing the company. A query that
 * is still looked at must be kept: what is removed is no longer heard of by whoever shows it.
 */
export function forgetAnswers(kept: string): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== kept })
}

/** What every screen stands in: the answers, the language and the place of toasts. The app has it once. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  const language = useLanguage()
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-US'}>
        <Fragment key={language}>{children}</Fragment>
        <ToastPlace />
      </I18nProvider>
    </QueryClientProvider>
  )
}
