import type { AnswerOf } from '@ennoshita/kernel'
import type { PaperMark } from '@ennoshita/ui'
import type { payables } from '../../contract.ts'
import type { EntryDraft, LineDraft } from './entry-draft.ts'
import { fillIn, newLine } from './entry-draft.ts'

export type Readings = AnswerOf<typeof payables.invoiceReadings>
type Place = {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
type MarkLabel = (field: string) => string

/** Fills the open fields with what was read from the paper. What is read counts as proposed: it can be written over. */
export function withReadings(draft: EntryDraft, readings: Readings): EntryDraft {
  const lines: LineDraft[] = []
  for (const { description, amount, taxKind } of readings.lines)
    lines.push(newLine(lines, { description, amount, taxKind, departmentId: draft.departmentId }))
  // where the paper's lines could not be read, its sums stand for them: one line for each rate, as the paper states it
  if (lines.length === 0 && readings.includesTax !== null)
    for (const { value } of readings.taxes) lines.push(newLine(lines, { amount: value.base, taxKind: value.taxKind }))
  if (lines.length === 0 && readings.total !== null)
    lines.push(newLine(lines, { amount: readings.total.value, taxKind: 'standard' }))
  const { vendor, vendorNumber, invoicedOn, dueOn, service, total } = readings
  const filled = fillIn(draft, {
    ...(vendor === null ? {} : { vendorId: vendor.value.vendorId }),
    ...(vendorNumber === null ? {} : { vendorNumber: vendorNumber.value }),
    ...(invoicedOn === null ? {} : { invoicedOn: invoicedOn.value }),
    ...(service === null ? {} : { serviceFrom: service.value.from, serviceUntil: service.value.until }),
    ...(total === null ? {} : { total: total.value }),
    ...(draft.lines.length > 0 || lines.length === 0 ? {} : { lines }),
    ...(readings.includesTax === null ? {} : { includesTax: readings.includesTax }),
    ...(readings.taxes.length === 0 ? {} : { taxes: readings.taxes.map(({ value }) => value) }),
    ...(dueOn === null ? {} : { dueOn: dueOn.value }),
  })
  const stated = [...(readings.taxes.length === 0 ? [] : ['taxes']), ...(dueOn === null ? [] : ['dueOn'])]
  return { ...filled, byHand: [...filled.byHand, ...stated.filter((name) => !filled.byHand.includes(name))] }
}

/** Which fields were read, for a word beside the form. */
export function fieldsRead(readings: Readings): readonly string[] {
  return placesOf(readings).map(([field]) => field)
}

/** The marks on the paper, by the field that was read there. */
export function marksOf(readings: Readings, labelOf: MarkLabel): readonly PaperMark[] {
  return placesOf(readings).flatMap(([key, place]) => (place === null ? [] : [{ key, label: labelOf(key), ...place }]))
}

function placesOf(readings: Readings): readonly (readonly [field: string, place: Place | null])[] {
  const { vendor, vendorName, registrationNumber, vendorNumber, invoicedOn, dueOn, service, total } = readings
  const single = [
    ['vendorId', vendor ?? vendorName],
    ['registrationNumber', registrationNumber],
    ['vendorNumber', vendorNumber],
    ['invoicedOn', invoicedOn],
    ['serviceFrom', service],
    ['dueOn', dueOn],
    ['total', total],
    ['bankAccount', readings.bankAccount],
    ['withholding', readings.withholding],
  ] as const
  return [
    ...single.flatMap(([field, read]) => (read === null ? [] : [[field, read.place] as const])),
    ...readings.taxes.map(({ value, place }) => [`tax.${value.taxKind}`, place] as const),
    ...readings.lines.map(({ place }, at) => [`line.${at}`, place] as const),
  ]
}
