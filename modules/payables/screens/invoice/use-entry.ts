import type { InputOf, RefusalFace } from '@ennoshita/kernel'
import { says, todayInTokyo, useAsk, useDraft, useSend } from '@ennoshita/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../contract.ts'
import { payables } from '../../contract.ts'
import type { EntryDraft, InvoiceDetails, InvoicePreview } from './entry-draft.ts'
import { change, draftOf, emptyDraft, fillIn, formOf, isUntouched, taxesFrom } from './entry-draft.ts'
import { withProposals } from './entry-proposals.ts'
import { withReadings } from './entry-readings.ts'
import { invoiceQueries } from './invoice-words.tsx'
import { useSettled } from './use-settled.ts'

type Kept = { readonly version: number; readonly draft: EntryDraft; readonly isRead: boolean }
type Name = keyof EntryDraft

/** The form of one invoice: what stands in it, what was read and proposed, what it comes to, and how it is saved. */
export function useEntry(invoice: InvoiceDetails | null, documentId: string | null) {
  const version = invoice?.version ?? 0
  const fresh: Kept = {
    version,
    draft: invoice === null ? emptyDraft(todayInTokyo(), documentId) : draftOf(invoice),
    isRead: false,
  }
  const store = useDraft<Kept>(`payables.entry.${invoice?.invoiceId ?? documentId ?? 'new'}`, fresh)
  const kept = store.draft.version === version ? store.draft : fresh
  const latest = useRef(kept)
  latest.current = kept
  const problems = useRef<Record<string, string>>({})
  const [wasAsked, setAsked] = useState(false)
  const [unreadCells, setUnreadCells] = useState(0)

  function put(draft: EntryDraft, isRead = latest.current.isRead) {
    latest.current = { version, draft, isRead }
    store.change(latest.current)
  }
  const { draft } = kept
  const readings = useReadings(kept, put)
  const proposals = useProposals(draft, (next) => put(next))
  const preview = usePreview(invoice, draft, (next) => put(next))
  const saving = useSaving(invoice, () => latest.current.draft, store.clear)
  const findings = preview.data?.findings ?? []
  const mistakes = findings.filter(({ level }) => level === 'mistake')

  return {
    ...{ draft, readings, proposals, preview, findings, mistakes, wasAsked, setUnreadCells },
    /** The name of a field that cannot be read, '' for a cell of the lines; undefined where all is read. */
    unread: (): string | undefined => Object.keys(problems.current)[0] ?? (unreadCells > 0 ? '' : undefined),
    change: (some: Partial<EntryDraft>) => put(change(latest.current.draft, some)),
    /** Ties a control of the form to its field. */
    tie: <Of extends Name>(name: Of) => ({
      name,
      value: draft[name],
      error: wasAsked ? errorAt(mistakes, name) : undefined,
      onChange: (value: EntryDraft[Of]) => put(change(latest.current.draft, { [name]: value })),
      onProblem: (sentence: string | null) => {
        if (sentence === null) delete problems.current[name]
        else problems.current[name] = sentence
      },
    }),
    reset: () => store.clear(),
    hasDraft: store.isKept,
    ask: () => setAsked(true),
    ...saving,
  }
}
export type Entry = ReturnType<typeof useEntry>

function errorAt(mistakes: readonly Finding[], name: string): string | undefined {
  const found = mistakes.find(({ field }) => field === name)
  return found === undefined ? undefined : says(found.says)
}

/** What was read from the paper; fills the form once, while nothing has been entered. */
function useReadings(kept: Kept, put: (draft: EntryDraft, isRead: boolean) => void) {
  const { documentId } = kept.draft
  const answer = useAsk(payables.invoiceReadings, { documentId: documentId ?? '' }, { when: documentId !== null })
  const readings = documentId === null || answer.isPlaceholderData ? undefined : answer.data
  const isOpen = !kept.isRead && isUntouched(kept.draft)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the readings have come
  useEffect(() => {
    if (readings !== undefined && isOpen) put(withReadings(kept.draft, readings), true)
  }, [readings])
  return readings
}

/** What the vendor's last invoices propose; fills what is still open whenever another vendor is chosen. */
function useProposals(draft: EntryDraft, put: (draft: EntryDraft) => void) {
  const { vendorId, invoicedOn, receivedOn } = draft
  const receivedOrInvoiced = invoicedOn ?? receivedOn
  const answer = useAsk(
    payables.vendorProposals,
    { vendorId: vendorId ?? '', ...(receivedOrInvoiced === null ? {} : { receivedOn: receivedOrInvoiced }) },
    { when: vendorId !== null },
  )
  const proposals = vendorId === null || answer.isPlaceholderData ? undefined : answer.data
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other proposals have come
  useEffect(() => {
    if (proposals !== undefined) put(withProposals(draft, proposals))
  }, [proposals])
  return proposals
}

/** What the form comes to, asked when the hands rest: taxes, deduction, withholding, findings, journal, duplicates. */
function usePreview(invoice: InvoiceDetails | null, draft: EntryDraft, put: (draft: EntryDraft) => void) {
  const input = useMemo(() => previewInput(draft, invoice?.invoiceId), [draft, invoice?.invoiceId])
  const settled = useSettled(input)
  const answer = useAsk(payables.invoicePreviews, settled)
  const isCurrent = !answer.isPlaceholderData && JSON.stringify(settled) === JSON.stringify(input)
  const data: InvoicePreview | undefined = answer.data
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the answer to what stands in the form has come
  useEffect(() => {
    if (!isCurrent || data === undefined) return
    const taxes = taxesFrom(data, draft)
    if (taxes !== undefined) put(fillIn(draft, { taxes }))
  }, [data, isCurrent])
  return { data, isCurrent, error: answer.error }
}

/** The question travels in the address: what is as usual is left out, and long texts with it. */
function previewInput(draft: EntryDraft, invoiceId: string | undefined): InputOf<typeof payables.invoicePreviews> {
  const { note: _, lines, ...form } = formOf(draft)
  const usual = { taxKind: 'standard', use: 'taxable-only', ground: 'auto', isFee: true, description: '' }
  const isLong = (lines?.length ?? 0) > 20
  const brief = (lines ?? []).map(({ description, ...line }) => ({
    ...withoutUsual({ ...line, description: isLong ? '' : (description ?? '') }, usual),
    amount: line.amount,
  }))
  return {
    ...withoutUsual(form, { kind: 'ordinary', includesTax: true }),
    lines: brief,
    ...(invoiceId === undefined ? {} : { invoiceId }),
  }
}

function withoutUsual<All extends object>(all: All, usual: Readonly<Record<string, unknown>>): Partial<All> {
  const told = Object.entries(all).filter(([name, value]) => value !== null && value !== '' && value !== usual[name])
  return Object.fromEntries(told) as Partial<All> // as: the entries of `all` under their own names
}

/** Saves the form as a draft, and submits it. */
function useSaving(invoice: InvoiceDetails | null, draftNow: () => EntryDraft, clear: () => void) {
  const saved = useRef<{ readonly invoiceId: string; readonly version: number } | null>(null)
  const [isSubmitting, setSubmitting] = useState(false)
  const registering = useSend(payables.registerInvoice, { refreshes: invoiceQueries })
  const correcting = useSend(payables.correctInvoice, { refreshes: invoiceQueries })
  const submitting = useSend(payables.submitInvoice, { refreshes: invoiceQueries })
  const all = [registering, correcting, submitting]
  const refusal: RefusalFace | null = all.find((each) => each.refusal !== null)?.refusal ?? null

  async function save(): Promise<{ readonly invoiceId: string; readonly version: number } | undefined> {
    for (const each of all) each.clear()
    const draft = draftNow()
    const form = { ...formOf(draft), ...duplicateAnswer(draft) }
    const before = saved.current ?? invoice
    if (before === null) {
      const made = await registering.send(form)
      if (made !== undefined) saved.current = made
      return made
    }
    const { invoiceId } = before
    const corrected = await correcting.send({ ...form, invoiceId, version: before.version })
    if (corrected === undefined) return undefined
    saved.current = { invoiceId, version: corrected.version }
    return saved.current
  }
  async function submit() {
    setSubmitting(true)
    try {
      const made = await save()
      if (made === undefined) return undefined
      const done = await submitting.send({ ...made, ...duplicateAnswer(draftNow()) })
      return done === undefined ? undefined : made.invoiceId
    } finally {
      setSubmitting(false)
    }
  }
  return {
    save: async () => {
      const made = await save()
      if (made !== undefined) clear()
      return made
    },
    submit: async () => {
      const invoiceId = await submit()
      if (invoiceId !== undefined) clear()
      return invoiceId
    },
    refusal,
    isPending: isSubmitting || registering.isPending || correcting.isPending,
  }
}

function duplicateAnswer({ duplicateReason }: EntryDraft) {
  return duplicateReason.trim() === '' ? {} : ({ duplicateOf: 'not-a-duplicate', duplicateReason } as const)
}
