import { payDay } from '../vendor/pay-day.ts'
import { protectionOf } from '../vendor/protection.ts'
import { dueDateFindings } from './due-date-findings.ts'
import { isFar } from './entry-findings.ts'
import { type InvoiceFinding, warning } from './finding.ts'
import type { InvoiceFacts } from './invoice-facts.ts'
import type { InvoiceForm } from './invoice-form.ts'

const atEntry = ['due-too-late', 'shift-too-late']

/**
 * What 取適法3条 and フリーランス法4条 say against the due day, told while it can still be agreed anew: the latest lawful day counts from the first
 * day of the service. A warning: the vendor is owed the money all the same, only earlier.
 */
export function termFindings(form: InvoiceForm, { vendor, company, today }: InvoiceFacts): InvoiceFinding[] {
  const { serviceFrom, dueOn } = form
  if (vendor === null || serviceFrom === null || dueOn === null || form.kind === 'credit-note') return []
  const protection = protectionOf(vendor, company.own, serviceFrom)
  const { closingDay, shift, method } = vendor
  const terms = { protection, receivedOn: serviceFrom, dueOn, closingDay, shift, owed: form.total ?? 0, today }
  const late = isFar(dueOn, today) ? [] : dueDateFindings({ ...terms, payOn: payDay(dueOn, shift, method) })
  const [why] = protection.isUnknown ? protection.findings : []
  return [
    ...late
      .filter(({ code }) => atEntry.includes(code))
      .map(({ code, says, todo, law }) => warning('dueOn', code, says, todo, law)),
    ...(why
      ? [
          warning('dueOn', 'protection-unknown', why, {
            ja: '支払期日が法律に合うか確かめられるよう、資本金と従業員の数を登録してください。',
            en: 'Enter capital and employees, so that the due day can be judged.',
          }),
        ]
      : []),
  ]
}
