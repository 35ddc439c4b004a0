import { kernel } from '@ennoshita/kernel'
import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo, useRef, useState } from 'react'

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
