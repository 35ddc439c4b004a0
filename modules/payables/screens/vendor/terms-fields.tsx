import type { PaymentTerms } from '@ennoshita/statutes'
import { FieldRow, Select, t } from '@ennoshita/ui'
import { TermsPreview } from './terms-preview.tsx'
import type { PartProps } from './vendor-fields.tsx'
import { remarkOr } from './vendor-fields.tsx'
import { monthsLaterWord, shiftWord, termsWord } from './vendor-words.tsx'

const monthEnd = 'month-end'
const usual: PaymentTerms = {
  closing: { day: monthEnd },
  payment: { monthsLater: 1, day: monthEnd, shift: 'previous' },
}
const usualTerms: readonly PaymentTerms[] = [
  usual,
  { closing: { day: monthEnd }, payment: { monthsLater: 1, day: 10, shift: 'previous' } },
  { closing: { day: 20 }, payment: { monthsLater: 1, day: 20, shift: 'previous' } },
  { closing: { day: 20 }, payment: { monthsLater: 1, day: monthEnd, shift: 'previous' } },
  { closing: { day: 15 }, payment: { monthsLater: 1, day: 15, shift: 'previous' } },
]

const isSame = (one: PaymentTerms, other: PaymentTerms) =>
  one.closing.day === other.closing.day &&
  one.payment.day === other.payment.day &&
  one.payment.monthsLater === other.payment.monthsLater

/** 支払条件: none, one of the usual, or made of its parts; below it what the next days of payment are. */
export function TermsFields({ draft, errors, onChange, check }: PartProps) {
  const terms = draft.terms ?? null
  const at = terms === null ? -1 : usualTerms.findIndex((each) => isSame(each, terms))
  const value = terms === null ? 'none' : at === -1 ? 'other' : String(at)
  return (
    <>
      <Select
        label={t('支払条件')}
        isRequired
        choices={[
          { value: 'none', label: t('請求書ごとに決める') },
          ...usualTerms.map((each, index) => ({ value: String(index), label: termsWord(each) })),
          { value: 'other', label: t('ほかの条件') },
        ]}
        value={value}
        error={errors.terms}
        onChange={(chosen) => onChange({ terms: chosenTerms(chosen, terms) })}
        {...remarkOr(check, 'terms')}
      />
      {terms === null ? null : (
        <>
          {value === 'other' ? <PartsOfTerms terms={terms} onChange={(next) => onChange({ terms: next })} /> : null}
          <ShiftField terms={terms} onChange={(next) => onChange({ terms: next })} />
          <TermsPreview terms={terms} />
        </>
      )}
    </>
  )
}

function chosenTerms(chosen: string | null, now: PaymentTerms | null): PaymentTerms | null {
  if (chosen === null || chosen === 'none') return null
  if (chosen !== 'other') return usualTerms[Number(chosen)] ?? null
  const { closing, payment } = now ?? usual
  return { closing: { ...closing, day: 25 }, payment: { ...payment, monthsLater: 1, day: 25 } }
}

type TermsProps = { readonly terms: PaymentTerms; readonly onChange: (terms: PaymentTerms) => void }

const dayChoices = () => [
  { value: monthEnd, label: t('末日') },
  ...Array.from({ length: 30 }, (_, index) => ({ value: String(index + 1), label: t('{day}日', { day: index + 1 }) })),
]
const dayOf = (value: string | null) => (value === null || value === monthEnd ? monthEnd : Number(value))

function PartsOfTerms({ terms: { closing, payment }, onChange }: TermsProps) {
  return (
    <FieldRow>
      <Select
        label={t('締日')}
        isRequired
        choices={dayChoices()}
        value={String(closing.day)}
        onChange={(day) => onChange({ closing: { day: dayOf(day) }, payment })}
      />
      <Select
        label={t('支払う月')}
        isRequired
        choices={[0, 1, 2, 3, 4, 5, 6].map((months) => ({ value: String(months), label: monthsLaterWord(months) }))}
        value={String(payment.monthsLater)}
        onChange={(months) => onChange({ closing, payment: { ...payment, monthsLater: Number(months) } })}
      />
      <Select
        label={t('支払日')}
        isRequired
        choices={dayChoices()}
        value={String(payment.day)}
        onChange={(day) => onChange({ closing, payment: { ...payment, day: dayOf(day) } })}
      />
    </FieldRow>
  )
}

function ShiftField({ terms: { closing, payment }, onChange }: TermsProps) {
  return (
    <Select
      label={t('銀行が休みのとき')}
      isRequired
      choices={(['previous', 'next', 'none'] as const).map((shift) => ({ value: shift, label: shiftWord(shift) }))}
      value={payment.shift ?? 'previous'}
      onChange={(shift) => onChange({ closing, payment: { ...payment, shift: shift ?? 'previous' } })}
    />
  )
}
