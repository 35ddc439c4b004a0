import type { InvoiceForm } from '../invoice/invoice-form.ts'

/** The names of the fields that differ between two forms, in a fixed order. */
export function changedFields(before: InvoiceForm, after: InvoiceForm): string[] {
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const values = (form: InvoiceForm) => new Map(Object.entries(form).map(([name, value]) => [name, canonical(value)]))
  const [old, fresh] = [values(before), values(after)]
  return all.filter((name) => old.get(name) !== fresh.get(name))
}

/** A value as text that is the same whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
