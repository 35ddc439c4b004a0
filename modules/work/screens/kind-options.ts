import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo } from 'react'
import { work } from '../contract.ts'

/** The kinds of work as choices, found by name, kana and romaji; the first five hundred. */
export function useKindOptions(): readonly Option[] {
  const answer = useAsk(work.inventoryRows, { limit: 500 })
  return useMemo(
    () =>
      (answer.data?.rows ?? []).map((kind) => ({
        value: kind.kindId,
        label: kind.name,
        detail: [kind.major, kind.middle].filter((part) => part !== '').join(' › '),
      })),
    [answer.data],
  )
}
