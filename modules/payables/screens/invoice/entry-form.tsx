import { useDepartmentOptions } from '@ennoshita/people/options'
import {
  AmountField,
  ComboBox,
  DateField,
  FieldRow,
  FormFrame,
  faceOf,
  Select,
  Sheet,
  says,
  TextArea,
  TextField,
  ThrownNote,
  t,
  todayInTokyo,
} from '@ennoshita/ui'
import { useEffect, useRef } from 'react'
import { NoChart } from '../settings/no-chart.tsx'
import { DuplicatesNote } from './duplicates-note.tsx'
import { FindingsList } from './findings-list.tsx'
import { ForeignFields, WithholdingFields } from './further-fields.tsx'
import { monthsAround } from './invoice-filters.ts'
import { fieldLabel, monthWord } from './invoice-words.tsx'
import { JournalSheet } from './journal-sheet.tsx'
import { LinesGrid } from './lines-grid.tsx'
import { TaxFields } from './tax-fields.tsx'
import type { Entry } from './use-entry.ts'
import { useVendorOptions } from './vendor-options.ts'

/** The fields of an invoice, in the order of the paper; Enter goes on, Ctrl+Enter submits. `onField` is told which field has the focus. */
export function EntryForm(props: {
  readonly entry: Entry
  readonly vendorName: string
  readonly onSubmit: () => Promise<unknown>
  readonly onField: (field: string | null) => void
}) {
  const { entry } = props
  const { draft, preview } = entry
  const form = {
    submit: props.onSubmit,
    reset: entry.reset,
    errors: {},
    refusal: entry.refusal,
    isPending: entry.isPending,
    hasDraft: entry.hasDraft,
  }
  const frame = useRef<HTMLDivElement>(null)
  const { refusal } = entry
  const isNoChart = preview.error !== null && faceOf(preview.error).code === 'payables.no-accounts'
  useEffect(() => {
    if (refusal !== null) goToMistake(frame.current, refusal.field)
  }, [refusal])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notes which field has the focus
    <div ref={frame} className="split-main" onFocus={(event) => props.onField(fieldOf(event.target))}>
      <FormFrame form={form} label={t('請求書の入力')}>
        <DuplicatesNote
          twins={preview.data?.duplicates ?? []}
          hidden={preview.data?.hiddenTwins ?? 0}
          reason={draft.duplicateReason}
          onReason={(duplicateReason) => entry.change({ duplicateReason })}
        />
        <HeadFields entry={entry} vendorName={props.vendorName} />
        <DateFields entry={entry} />
        <FieldRow>
          <AmountField label={t('請求金額（税込）')} isRequired {...entry.tie('total')} />
          <DepartmentField entry={entry} />
        </FieldRow>
        <TaxFields entry={entry} />
        <WithholdingFields entry={entry} />
      </FormFrame>
      <Sheet title={t('明細')} actions={<IncludesTax entry={entry} />}>
        <LinesGrid entry={entry}>
          <ProposalReason entry={entry} />
        </LinesGrid>
      </Sheet>
      {preview.error === null ? null : isNoChart ? <NoChart /> : <ThrownNote error={preview.error} />}
      <Findings entry={entry} />
      <JournalSheet journal={preview.data?.journal ?? null} isStale={!preview.isCurrent} />
      <FormFrame form={{ ...form, refusal: null, hasDraft: false }} label={t('そのほか')}>
        <ForeignFields entry={entry} />
        <TextArea label={t('メモ')} rows={2} {...entry.tie('note')} />
      </FormFrame>
    </div>
  )
}

/** Puts the cursor into the field that was refused, else into the first that is marked: nobody has to look for it. */
export function goToMistake(frame: HTMLElement | null, field?: string): void {
  const named =
    field === undefined || field === ''
      ? null
      : frame?.querySelector(`[name="${field}"], [data-field="${field}"] input`)
  const at = named ?? frame?.querySelector('[aria-invalid="true"]')
  if (!(at instanceof HTMLElement)) return
  at.scrollIntoView({ block: 'nearest' })
  if (at instanceof HTMLTableCellElement) at.click()
  else at.focus()
}

/** A phone would open its keyboard over the paper. */
const hasKeyboard = () => typeof matchMedia === 'function' && matchMedia('(min-width: 901px)').matches

function fieldOf(target: EventTarget): string | null {
  if (!(target instanceof HTMLElement)) return null
  return target.closest('[data-field]')?.getAttribute('data-field') ?? target.getAttribute('name')
}

function HeadFields({ entry, vendorName }: { readonly entry: Entry; readonly vendorName: string }) {
  const { draft, readings } = entry
  const vendors = useVendorOptions({ vendorId: draft.vendorId, vendorName })
  const read = readings?.vendorName?.value ?? ''
  const number = readings?.registrationNumber?.value ?? ''
  const isUnknown = draft.vendorId === null && (read !== '' || number !== '')
  return (
    <>
      <div data-field="vendorId">
        <ComboBox
          label={t('取引先')}
          isRequired
          autoFocus={hasKeyboard()}
          {...entry.tie('vendorId')}
          options={vendors.options}
          onText={vendors.onText}
          help={
            isUnknown
              ? t('紙には「{name}」{number}とあります。登録がまだのときは、先に取引先を登録してください。', {
                  name: read,
                  number,
                })
              : undefined
          }
        />
      </div>
      <FieldRow>
        <TextField label={t('請求書番号')} {...entry.tie('vendorNumber')} />
        <Select
          label={t('種類')}
          isRequired
          choices={[
            { value: 'ordinary', label: t('請求書') },
            { value: 'credit-note', label: t('返還請求書（赤伝）') },
          ]}
          value={draft.kind}
          onChange={(kind) => entry.change({ kind: kind ?? 'ordinary' })}
        />
      </FieldRow>
    </>
  )
}

function DateFields({ entry }: { readonly entry: Entry }) {
  const { draft } = entry
  const near = draft.invoicedOn ?? draft.receivedOn ?? todayInTokyo()
  const months = monthsAround(todayInTokyo(), 6, 2)
  const held = draft.bookingMonth === null || months.includes(draft.bookingMonth) ? [] : [draft.bookingMonth]
  return (
    <>
      <FieldRow>
        <DateField label={t('請求日')} isRequired near={near} {...entry.tie('invoicedOn')} />
        <DateField label={t('受領日')} isRequired near={near} {...entry.tie('receivedOn')} />
      </FieldRow>
      <FieldRow>
        <DateField label={t('役務提供日（初日）')} isRequired near={near} {...entry.tie('serviceFrom')} />
        <DateField label={t('役務提供の末日')} isRequired near={near} {...entry.tie('serviceUntil')} />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('計上月')}
          isRequired
          choices={[...months, ...held].map((value) => ({ value, label: monthWord(value) }))}
          {...entry.tie('bookingMonth')}
        />
        <DateField label={t('支払期日')} isRequired near={near} {...entry.tie('dueOn')} />
      </FieldRow>
      <LateReason entry={entry} />
    </>
  )
}

function DepartmentField({ entry }: { readonly entry: Entry }) {
  const departments = useDepartmentOptions()
  return <ComboBox label={t('発注部署')} {...entry.tie('departmentId')} options={departments} />
}

function IncludesTax({ entry }: { readonly entry: Entry }) {
  return (
    <Select
      label={t('明細の金額')}
      hidesLabel
      isRequired
      choices={[
        { value: 'yes', label: t('税込で入力') },
        { value: 'no', label: t('税抜で入力') },
      ]}
      value={entry.draft.includesTax ? 'yes' : 'no'}
      onChange={(value) => entry.change({ includesTax: value !== 'no' })}
    />
  )
}

/** Why the account stands there: how often the vendor's last invoices had it. */
function ProposalReason({ entry }: { readonly entry: Entry }) {
  const used = new Set(entry.draft.lines.map(({ accountId }) => accountId))
  const line = entry.proposals?.lines.find(({ accountId }) => used.has(accountId))
  if (line === undefined) return null
  return (
    <p className="field-help">
      {t('「{account}」は提案です：{reason}', { account: line.accountName, reason: says(line.reason) })}
    </p>
  )
}

/** Warnings at once; what is missing only in a word, until one has tried to submit. */
function Findings({ entry }: { readonly entry: Entry }) {
  const warnings = [...(entry.readings?.findings ?? []), ...entry.findings].filter(({ level }) => level === 'warning')
  return (
    <>
      {entry.wasAsked ? <FindingsList findings={entry.mistakes} /> : <MissingWord entry={entry} />}
      <FindingsList findings={warnings} />
    </>
  )
}

function MissingWord({ entry }: { readonly entry: Entry }) {
  const fields = [...new Set(entry.mistakes.map(({ field }) => fieldLabel(field)))].filter((label) => label !== '')
  if (entry.mistakes.length === 0) return null
  return (
    <p className="note note-quiet">
      {t('申請までに確かめるところ：{fields}', {
        fields: fields.length === 0 ? t('{count}か所', { count: entry.mistakes.length }) : fields.join(t('、')),
      })}
    </p>
  )
}

/** Asked where the month of booking comes after that of the service: that month was locked. */
function LateReason({ entry }: { readonly entry: Entry }) {
  const { draft } = entry
  const serviceMonth = (draft.serviceUntil ?? draft.serviceFrom)?.slice(0, 7)
  const isLate =
    serviceMonth !== undefined && draft.bookingMonth !== null && draft.bookingMonth.slice(0, 7) > serviceMonth
  if (!isLate && draft.lateReason === '') return null
  return (
    <TextField
      label={t('あとの月に計上する理由')}
      help={t('役務の月が締まったあとに届いたときなど。例：{month}の締めのあとに届いたため。', {
        month: monthWord(`${serviceMonth ?? ''}-01`),
      })}
      {...entry.tie('lateReason')}
    />
  )
}
