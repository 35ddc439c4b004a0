import type { InputOf } from '@ennoshita/kernel'
import { addDays, daysInMonth, isLocalDate, weekdayOf } from '@ennoshita/kernel'
import { todayInTokyo, useAddressState, useSettledText } from '@ennoshita/ui'
import type { payables } from '../../contract.ts'

type ListInput = InputOf<typeof payables.invoiceList>
export const tabs = ['all', 'draft', 'submitted', 'returned', 'approved', 'paid', 'cancelled'] as const
export type Tab = (typeof tabs)[number]

export const dueChoices = ['overdue', 'week', 'month', 'next-month'] as const
export type DueChoice = (typeof dueChoices)[number]

/** The due days that a choice means, seen from today; weeks begin on Monday. `overdue` also leaves out what is paid. */
export function dueRange(choice: DueChoice, today: string): Pick<ListInput, 'dueFrom' | 'dueUntil' | 'payment'> {
  if (choice === 'overdue') return { dueUntil: addDays(today, -1), payment: 'unpaid' }
  if (choice === 'week') {
    const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
    return { dueFrom: monday, dueUntil: addDays(monday, 6) }
  }
  const first = `${today.slice(0, 7)}-01`
  const start = choice === 'month' ? first : addDays(lastOfMonth(first), 1)
  return { dueFrom: start, dueUntil: lastOfMonth(start) }
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return `${day.slice(0, 7)}-${daysInMonth(year, month)}`
}

/** The first days of months around a day, the latest first. */
export function monthsAround(today: string, back: number, ahead: number): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: back + ahead + 1 }, (_, at) => {
    const index = year * 12 + month - 1 + ahead - at
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
  })
}

/** The filters of the dialog, as they stand together in one part of the address. */
export type FurtherFilters = {
  readonly vendorId: string | null
  readonly departmentId: string | null
  readonly amountFrom: number | null
  readonly amountUntil: number | null
}

const id = (text: string | null) => (text !== null && /^[0-9a-f-]{36}$/.test(text) ? text : null)
const yen = (text: string | null) => (text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null)

export function readFurther(text: string): FurtherFilters {
  const parts = new URLSearchParams(text)
  const [vendorId, departmentId] = [id(parts.get('vendor')), id(parts.get('department'))]
  return { vendorId, departmentId, amountFrom: yen(parts.get('from')), amountUntil: yen(parts.get('until')) }
}

export function writeFurther({ vendorId, departmentId, amountFrom, amountUntil }: FurtherFilters): string {
  const parts = { vendor: vendorId, department: departmentId, from: amountFrom, until: amountUntil }
  const given = Object.entries(parts).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]))
  return new URLSearchParams(given).toString()
}

const given = (filters: object) => Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null))

/** What the list is narrowed to; it stands in the address, so that it can be reloaded and sent to a colleague. */
export function useInvoiceFilters() {
  const [tabWord, setTab] = useAddressState('tab', 'all')
  const [dueWord, setDue] = useAddressState('due', '')
  const [month, setMonth] = useAddressState('month', '')
  const [more, setMore] = useAddressState('more', '')
  const text = useSettledText('text')
  const tab = tabs.find((each) => each === tabWord) ?? 'all'
  const due = dueChoices.find((each) => each === dueWord) ?? null
  const further = readFurther(more)
  const filters: ListInput = {
    ...(due === null ? {} : { ...dueRange(due, todayInTokyo()), order: 'due' }),
    ...(isLocalDate(month) ? { bookingMonth: month } : {}),
    ...(text.settled === '' ? {} : { text: text.settled }),
    ...given(further),
  }
  return {
    ...{ tab, setTab, due, setDue, month, setMonth, text, filters, further },
    setFurther: (next: FurtherFilters) => setMore(writeFurther(next)),
    isNarrowed: Object.keys(filters).length > 0,
  }
}

export type InvoiceFilters = ReturnType<typeof useInvoiceFilters>
