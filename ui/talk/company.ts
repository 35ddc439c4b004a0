import { useSyncExternalStore } from 'react'
import { keep, keepInTab, kept, keptInTab } from '../screen/keep.ts'

const listeners = new Set<() => void>()

/** The company this tab works in; every request names it. Null before one is chosen. */
export function companyInUse(): string | null {
  return keptInTab('company') ?? kept('company')
}

/** Works in another company from now on, in this tab; a new tab starts with the one chosen last. */
export function workInCompany(companyId: string | null): void {
  keepInTab('company', companyId)
  keep('company', companyId)
  for (const changed of listeners) changed()
}

/** The company in use, following changes. */
export function useCompany(): string | null {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    companyInUse,
    () => null,
  )
}
