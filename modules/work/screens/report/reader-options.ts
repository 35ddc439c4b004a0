import { people } from '@ennoshita/people'
import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo } from 'react'

/** Whoever may be chosen as the reader: the president first, then heads, then everyone else, without the writer. */
export function useReaderOptions(writerId: string): readonly Option[] {
  const answer = useAsk(people.peopleList, { limit: 500 })
  return useMemo(() => {
    const readers = (answer.data?.people ?? []).filter((person) => person.personId !== writerId)
    const options = readers.map((person) => {
      const place = person.placements.find((placement) => placement.main) ?? person.placements[0]
      const posts = person.placements.map((placement) => placement.postName ?? '').join(' ')
      const rank = /社長|代表取締役/.test(posts) ? 0 : person.placements.some((placement) => placement.heads) ? 1 : 2
      return {
        rank,
        value: person.personId,
        label: person.displayName,
        kana: person.kana,
        detail: [place?.departmentPath, place?.postName].filter((part) => (part ?? '') !== '').join(' '),
      }
    })
    return options.toSorted((a, b) => a.rank - b.rank)
  }, [answer.data, writerId])
}
