import { useState } from 'react'
import { keepInTab, keptInTab } from '../screen/keep.ts'

/**
 * State that survives a reload of the tab under this key, until it is cleared. `isKept` tells that
 * something has been written since it was last cleared.
 */
export function useDraft<Draft>(
  key: string,
  initial: Draft,
): { draft: Draft; change: (next: Draft) => void; clear: () => void; isKept: boolean } {
  const name = `draft.${key}`
  const [state, setState] = useState(() => {
    const text = keptInTab(name)
    if (text === null) return { draft: initial, isKept: false }
    const draft: Draft = JSON.parse(text)
    return { draft, isKept: true }
  })
  return {
    ...state,
    change: (draft) => {
      keepInTab(name, JSON.stringify(draft))
      setState({ draft, isKept: true })
    },
    clear: () => {
      keepInTab(name, null)
      setState({ draft: initial, isKept: false })
    },
  }
}
