import { people } from '@ennoshita/people'
import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo } from 'react'

const pageSize = 500

/** Everyone of the company as choices, found by name, kana and romaji; up to a thousand people. */
export function usePeopleOptions(): readonly Option[] {
  const first = useAsk(people.peopleList, { limit: pageSize })
  const second = useAsk(
    people.peopleList,
    { limit: pageSize, offset: pageSize },
    { when: (first.data?.total ?? 0) > pageSize },
  )
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

/** The departments of today as choices, in the order of the tree. */
export function useDepartmentOptions(): readonly Option[] {
  const answer = useAsk(people.departments, {})
  return useMemo(
    () => (answer.data ?? []).map((department) => ({ value: department.departmentId, label: department.path })),
    [answer.data],
  )
}
