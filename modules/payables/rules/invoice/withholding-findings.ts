import type { Words } from '@ennoshita/kernel'
import type { WithheldTax } from '../payment/withheld-tax.ts'
import { type InvoiceFinding, lawsOf, mistake, warning, yen } from './finding.ts'
import type { VendorFacts } from './invoice-facts.ts'
import type { InvoiceForm } from './invoice-form.ts'
import { isRated } from './tax-of-lines.ts'

/** What is withheld together with other invoices, or rests on something that only the payer knows. */
function togetherFindings(form: InvoiceForm, withheld: WithheldTax, vendor: VendorFacts | null): InvoiceFinding[] {
  const [law = null] = lawsOf(withheld.because)
  const isAgent = vendor?.withholdingKind === 'sales-agent'
  const isWithTax = form.lines.some(
    ({ isFee, taxKind }) => isFee && isRated(taxKind) && !form.taxes.some((tax) => tax.taxKind === taxKind),
  )
  const told = (code: string, says: Words, todo: Words) => warning('withholding', code, says, todo, law)
  return [
    ...(withheld.before === 0
      ? []
      : [
          told(
            'withheld-together',
            {
              ja: `${isAgent ? '同じ月' : '同じ日'}に支払う承認済みの報酬${yen(withheld.before)}円と合わせて、源泉徴収税額を計算しました。`,
              en: `Reckoned together with ${yen(withheld.before)} yen of fees approved for the same ${isAgent ? 'month' : 'day'}.`,
            },
            { ja: '別に支払うときは、税額を確かめてください。', en: 'Check the tax where they are paid apart.' },
          ),
        ]),
    ...(isAgent
      ? [
          told(
            'salary-unknown',
            {
              ja: '外交員などの控除（月12万円）は、同じ月に支払う給与の分だけ減ります。給与の有無はここでは分かりません。',
              en: 'The monthly deduction shrinks by pay of the same month, which is not known here.',
            },
            {
              ja: '給与も支払う月は、源泉徴収税額と理由を入力してください。',
              en: 'Where pay is paid too, enter the tax and the reason.',
            },
          ),
        ]
      : []),
    ...(isWithTax
      ? [
          told(
            'fee-with-tax',
            {
              ja: '消費税額が区分されていないため、税込の額から源泉徴収します。',
              en: 'The consumption tax is not stated apart: tax is withheld from the price with it.',
            },
            {
              ja: '請求書に消費税額が書かれているときは、税率ごとの消費税額を入力してください。',
              en: 'Enter the taxes where the paper states them.',
            },
          ),
        ]
      : []),
  ]
}

/** 源泉徴収: what is entered against what the law gives. */
export function withholdingFindings(
  form: InvoiceForm,
  withheld: WithheldTax | null,
  vendor: VendorFacts | null,
): InvoiceFinding[] {
  const entered = form.withholding
  const amount = withheld?.amount ?? entered ?? 0
  const [law = null] = lawsOf(withheld?.because ?? [])
  const differs = entered !== null && entered !== (withheld?.proposed ?? 0)
  return [
    ...(withheld ? togetherFindings(form, withheld, vendor) : []),
    ...(form.total !== null && amount > form.total
      ? [
          mistake(
            'withholding',
            'withholding-above-total',
            { ja: '源泉徴収税額が請求金額を超えています。', en: 'More is withheld than the total.' },
            { ja: '源泉徴収税額を直してください。', en: 'Correct what is withheld.' },
            law,
          ),
        ]
      : []),
    ...(differs && form.withholdingReason === ''
      ? [
          mistake(
            'withholdingReason',
            'withholding-differs',
            withheld
              ? {
                  ja: `源泉徴収税額${yen(amount)}円が、法令どおりの${yen(withheld.proposed)}円（対象額${yen(withheld.fee)}円）と違います。`,
                  en: `${yen(amount)} yen is withheld; the law gives ${yen(withheld.proposed)} yen of ${yen(withheld.fee)} yen.`,
                }
              : {
                  ja: `この請求書は源泉徴収の対象ではありませんが、源泉徴収税額${yen(amount)}円が入力されています。`,
                  en: `Nothing is withheld from this invoice by its vendor's kind, but ${yen(amount)} yen is entered.`,
                },
            { ja: '金額を直すか、違う理由を入力してください。', en: 'Correct the amount, or enter the reason.' },
            law,
          ),
        ]
      : []),
  ]
}
