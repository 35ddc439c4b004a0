import { createContext, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../controls/button.tsx'
import { t } from '../words/words.ts'

/** The name of the company, for the head of printed pages; the shell gives it. */
export const CompanyOnPaper = createContext('')

let isPrintingNow = false
const listeners = new Set<() => void>()

function setPrinting(next: boolean) {
  isPrintingNow = next
  flushSync(() => {
    for (const changed of listeners) changed()
  })
}
if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', () => setPrinting(true))
  window.addEventListener('afterprint', () => setPrinting(false))
}

/** True while the page is being printed: long tables then draw every row. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => isPrintingNow,
  )
}

/** Prints the screen on A4, without navigation and buttons, the heads of tables on each page. */
export function PrintButton() {
  return (
    <span className="only-desk">
      <Button onPress={() => window.print()}>{t('印刷')}</Button>
    </span>
  )
}
