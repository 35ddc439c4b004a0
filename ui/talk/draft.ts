import { useState } from 'react'
import { keepInTab, keptInTab } from '../screen/keep.ts'

/**
 * State that survives a reload of the tab under this key, until it is cleared. `wasKept` tells that an earlier draft came back.
 */
export function useDraft<Draft>(
  key: string,
  initial: Draft,
): { draft: Draft; change: (next: Draft) => void; clear: () => void; wasKept: boolean } {
  const name = `draft.${key}`
  const [state, setState] = useState(() => {
    const text = keptInTab(name)
    if (text === null) return { draft: initial, wasKept: false }
    const draft: Draft = JSON.parse(text)
    return { draft, wasKept: true }
  })
  return {
    ...state,
    change: (draft) => {
      keepInTab(name, JSON.stringify(draft))
      setState({ draft, wasKept: state.wasKept })
    },
    clear: () => {
      keepInTab(name, null)
      setState({ draft: initial, wasKept: false })
    },
  }
}
