import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '../controls/button.tsx'
import { t } from '../words/words.ts'

type Toast = { readonly id: number; readonly text: string; readonly undo?: (() => void) | undefined }

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]) {
  toasts = next
  for (const changed of listeners) changed()
}

/** Says in the head of the screen, where it covers nothing, what was done; with `undo` it can be taken back for ten seconds. Errors belong in an ErrorNote. */
export function showToast(text: string, options: { readonly undo?: () => void } = {}): void {
  lastId += 1
  change([...toasts.slice(-2), { id: lastId, text, undo: options.undo }])
}

/** The place where toasts appear; the shell has it once. */
export function ToastPlace() {
  const shown = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => toasts,
  )
  return (
    <section className="toasts" aria-live="polite" aria-label={t('お知らせ')}>
      {shown.map((toast) => (
        <ToastFace key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastFace({ toast }: { readonly toast: Toast }) {
  const [isHeld, setHeld] = useState(false)
  const close = () => change(toasts.filter((other) => other.id !== toast.id))
  const milliseconds = toast.undo === undefined ? 6_000 : 10_000
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => change(toasts.filter((other) => other.id !== toast.id)), milliseconds)
    return () => clearTimeout(timer)
  }, [isHeld, milliseconds, toast.id])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the clock while someone reads or tabs here
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo === undefined ? null : (
        <Button
          kind="quiet"
          onPress={() => {
            toast.undo?.()
            close()
          }}
        >
          {t('元に戻す')}
        </Button>
      )}
      <Button kind="quiet" label={t('閉じる')} onPress={close}>
        ×
      </Button>
    </div>
  )
}
