import { kernel } from '@ennoshita/kernel'
import { people } from '@ennoshita/people'
import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo, useRef, useState } from 'react'

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

/** What a kind of work (業務) is called and where it opens; undefined while unknown or out of sight. */
export function useKindLabel(kindId: string | null | undefined): { label: string; opens: string } | undefined {
  const answer = useAsk(kernel.objectHistories, { objectId: kindId ?? '', limit: 1 }, { when: !!kindId })
  return kindId ? answer.data : undefined
}

/** Kinds of work as choices: those whose name holds what is being written. */
export function useKindOptions(kindId: string | null | undefined) {
  const [text, setText] = useState('')
  const chosen = useKindLabel(kindId)
  const found = useAsk(kernel.foundObjects, { text: text.trim() }, { when: text.trim() !== '' })
  const seen = useRef(new Map<string, string>())
  const options = useMemo<readonly Option[]>(() => {
    const kinds = (text.trim() === '' ? [] : (found.data ?? [])).filter((each) => each.type === 'kind')
    for (const kind of kinds) seen.current.set(kind.id, kind.label)
    const known = kinds.map((each) => ({ value: each.id, label: each.label }))
    const label = kindId ? (seen.current.get(kindId) ?? chosen?.label) : undefined
    if (!kindId || label === undefined || known.some((each) => each.value === kindId)) return known
    return [{ value: kindId, label }, ...known]
  }, [found.data, text, kindId, chosen])
  return { options, setText }
}
