import { useEffect, useRef, useSyncExternalStore } from 'react'

export type KeyBinding = {
  /** As the keyboard reports it: `n`, `/`, `?`, `ArrowDown`; `Ctrl+k` also listens to ⌘K and works while writing. */
  readonly key: string
  /** What it does, for the list of keys (`?`). */
  readonly says: string
  readonly run: () => void
}

let bound: readonly (readonly KeyBinding[])[] = []
const listeners = new Set<() => void>()

function rebind(next: readonly (readonly KeyBinding[])[]) {
  bound = next
  for (const changed of listeners) changed()
}

/** Listens to keys while the component is on the screen. Plain keys rest while someone writes or a dialog is open. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings)
  latest.current = bindings
  const names = bindings.map((binding) => `${binding.key}\n${binding.says}`).join('\n\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: bound again only when the list itself changes
  useEffect(() => {
    const mine = latest.current
    rebind([...bound, mine])
    const onKey = (event: KeyboardEvent) => {
      const binding = latest.current.find((candidate) => isMeant(candidate.key, event))
      if (binding === undefined) return
      event.preventDefault()
      binding.run()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      rebind(bound.filter((other) => other !== mine))
    }
  }, [names])
}

/** All keys that work on the screen now, for the list that `?` opens. */
export function useBoundKeys(): readonly KeyBinding[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => bound,
  ).flat()
}

function isMeant(key: string, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false
  const control = event.ctrlKey || event.metaKey
  if (key.startsWith('Ctrl+')) return control && !event.altKey && event.key.toLowerCase() === key.slice(5)
  if (control || event.altKey || event.key.toLowerCase() !== key.toLowerCase()) return false
  return !isWriting(event.target) && document.querySelector('[role="dialog"], [role="alertdialog"]') === null
}

/** True where plain keys are letters: in a field that is being written in. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}
