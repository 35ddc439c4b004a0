import { useDraft } from '@ennoshita/ui'

/** The invoices that are to be entered one after another in this tab, in their order. */
export function useEntryQueue() {
  const { draft: queue, change, clear } = useDraft<readonly string[]>('payables.entry-queue', [])
  return {
    begin: (invoiceIds: readonly string[]) => change(invoiceIds),
    /** How many stand after this one. */
    left: (invoiceId: string | null) => restAfter(queue, invoiceId).length,
    /** Takes this one out, whether done or passed over, and tells which comes next. */
    goOn: (invoiceId: string | null): string | undefined => {
      const [next, ...rest] = restAfter(queue, invoiceId)
      if (next === undefined) clear()
      else change([next, ...rest])
      return next
    },
    clear,
  }
}

/** Those that follow; nothing where the invoice does not stand in the queue. */
export function restAfter(queue: readonly string[], invoiceId: string | null): readonly string[] {
  const at = queue.indexOf(invoiceId ?? '')
  return at === -1 ? [] : queue.slice(at + 1)
}
