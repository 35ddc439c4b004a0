import { people } from '@ennoshita/people'
import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo } from 'react'

const most = 500

/** Everyone of the company as choices, by name, kana and department; up to a thousand people. */
export function usePeopleChoices(): readonly Option[] {
  const first = useAsk(people.peopleList, { limit: most })
  const second = useAsk(people.peopleList, { limit: most, offset: most }, { when: (first.data?.total ?? 0) > most })
  return useMemo(
    () =>
      [...(first.data?.people ?? []), ...(second.data?.people ?? [])].map((person) => ({
        value: person.personId,
        label: person.displayName,
        kana: person.kana,
        detail: person.placements.find((placement) => placement.main)?.departmentPath ?? '',
      })),
    [first.data, second.data],
  )
}
