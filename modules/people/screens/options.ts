import type { LocalDate } from '@ennoshita/kernel'
import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo } from 'react'
import { people } from '../contract.ts'

/** The departments of a day as choices, in the order of the tree; an address is found by any part of the full name. */
export function useDepartmentOptions(on?: LocalDate): readonly Option[] {
  const answer = useAsk(people.departments, on === undefined ? {} : { on })
  return useMemo(
    () =>
      (answer.data ?? []).map((department) => ({
        value: department.departmentId,
        label: department.path,
      })),
    [answer.data],
  )
}

/** The posts of a day as choices, the highest first. */
export function usePostOptions(on?: LocalDate): readonly Option[] {
  const answer = useAsk(people.posts, on === undefined ? {} : { on })
  return useMemo(
    () =>
      [...(answer.data ?? [])]
        .sort((one, other) => one.rank - other.rank)
        .map((post) => ({ value: post.postId, label: post.name })),
    [answer.data],
  )
}

const pageSize = 500

/** Everyone of the company as choices, found by name, kana and romaji; up to a thousand people. */
export function usePeopleOptions(): readonly Option[] {
  const first = useAsk(people.peopleList, { limit: pageSize })
  const isLarge = (first.data?.total ?? 0) > pageSize
  const second = useAsk(people.peopleList, { limit: pageSize, offset: pageSize }, { when: isLarge })
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
