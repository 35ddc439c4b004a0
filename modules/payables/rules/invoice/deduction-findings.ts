import { dateInWords } from '@ennoshita/kernel'
import { addDays } from '@ennoshita/statutes'
import { type DeductedLine, periodStart } from './deduction-of-lines.ts'
import { type InvoiceFinding, lawsOf, mistake, warning, yen } from './finding.ts'
import type { InvoiceFacts, VendorFacts } from './invoice-facts.ts'
import type { InvoiceForm } from './invoice-form.ts'
import { isRegisteredOn } from './registration.ts'
import { transitionStarts } from './split-by-period.ts'
import { isRated } from './tax-of-lines.ts'

/** What the law of input tax says about each line: transition, split, cap, grounds that do not hold. */
export function deductionFindings(
  form: InvoiceForm,
  lines: readonly DeductedLine[],
  facts: InvoiceFacts,
): InvoiceFinding[] {
  return lines.flatMap((deducted) =>
    isRated(deducted.line.taxKind)
      ? [
          ...groundFindings(deducted, facts.vendor),
          ...transitionFindings(deducted),
          ...splitFindings(deducted, form, facts.vendor),
          ...smallFindings(deducted, facts),
        ]
      : [],
  )
}

const placeWords = (place: number) => ({ ja: `${place + 1}行目`, en: `Line ${place + 1}` })

/** A ground that was chosen and does not hold. */
function groundFindings(
  { line, place, on, kind, because }: DeductedLine,
  vendor: VendorFacts | null,
): InvoiceFinding[] {
  const [law = null] = lawsOf(because).slice(-1)
  const field = `lines.${place}.ground`
  const at = placeWords(place)
  return [
    ...(line.ground === 'qualified' && vendor !== null && !isRegisteredOn(vendor, on)
      ? [
          mistake(
            field,
            'not-registered',
            {
              ja: `${at.ja}：${vendor.name}は${dateInWords(on)}に適格請求書発行事業者ではありません。`,
              en: `${at.en}: ${vendor.name} was not registered for qualified invoices on ${on}.`,
            },
            {
              ja: '登録番号と登録日を取引先に登録するか、「自動」を選んでください（経過措置になります）。',
              en: 'Enter the number and its day with the vendor, or choose "auto" (the transition applies).',
            },
            law,
          ),
        ]
      : []),
    ...(line.ground === 'small-amount' && kind !== 'small-amount' && kind !== 'qualified'
      ? [
          mistake(
            field,
            'not-small',
            {
              ja: `${at.ja}：少額特例は使えません。税込1万円未満の取引で、会社の設定（基準期間・特定期間の課税売上高）が認めるときだけです。`,
              en: `${at.en}: the rule for small amounts does not apply: under 10,000 yen, and only where the company's settings allow it.`,
            },
            { ja: '「自動」を選んでください。', en: 'Choose "auto".' },
            law,
          ),
        ]
      : []),
  ]
}

/** 少額特例 rests on sales of the periods before the tax period: those told in another period do not decide. */
function smallFindings({ place, on, kind, because }: DeductedLine, { company }: InvoiceFacts): InvoiceFinding[] {
  const { salesToldOn, fiscalStart } = company
  if (kind !== 'small-amount' || salesToldOn === null) return []
  if (periodStart(on, fiscalStart) === periodStart(salesToldOn, fiscalStart)) return []
  const [law = null] = lawsOf(because).slice(-1)
  const at = placeWords(place)
  return [
    warning(
      `lines.${place}.ground`,
      'sales-of-other-period',
      {
        ja: `${at.ja}：少額特例の課税売上高は、${dateInWords(salesToldOn)}に別の課税期間について入力されたものです。`,
        en: `${at.en}: the sales for small amounts were told on ${salesToldOn}, for another tax period.`,
      },
      {
        ja: '支払の設定で、この期間の基準期間・特定期間の課税売上高を入力し直してください。',
        en: 'Enter the sales of the base or specified period of this one in the settings of payables.',
      },
      law,
    ),
  ]
}

/** What is deducted in part. */
function transitionFindings(deducted: DeductedLine): InvoiceFinding[] {
  const { place, on, kind, percent, because, reason } = deducted
  const [law = null] = lawsOf(because).slice(-1)
  const field = `lines.${place}.ground`
  const at = placeWords(place)
  return [
    ...(reason
      ? [
          warning(
            field,
            'not-all-deducted',
            { ja: `${at.ja}：${reason.ja}`, en: `${at.en}: ${reason.en}` },
            { ja: '残りは費用（資産の取得価額）に含めます。', en: 'The rest stays in the cost.' },
            law,
          ),
        ]
      : []),
    ...(kind === 'transitional'
      ? [
          warning(
            field,
            'transitional',
            {
              ja: `${at.ja}：${dateInWords(on)}は登録番号のない取引先からの仕入れで、消費税相当額の${percent}%だけ控除します（${yen(deducted.deductible)}円）。`,
              en: `${at.en}: without a registration on ${on}, ${percent} % of the tax is deducted (${yen(deducted.deductible)} yen).`,
            },
            {
              ja: '登録番号があるときは、取引先に登録してください。',
              en: 'Enter the registration number with the vendor if there is one.',
            },
            law,
          ),
        ]
      : []),
  ]
}

/** A day within the period of the line from which another share is deducted: the law changes, or the vendor is registered or no longer. */
function splitFindings(
  { line, place, on, kind, because }: DeductedLine,
  form: InvoiceForm,
  vendor: VendorFacts | null,
): InvoiceFinding[] {
  if (line.ground === 'none' || kind === 'small-amount' || kind === 'book-only') return []
  const [law = null] = lawsOf(because).slice(-1)
  const at = placeWords(place)
  const from = line.serviceFrom ?? (line.serviceUntil === null ? form.serviceFrom : null) ?? on
  const { registeredFrom = null, registeredUntil = null } = line.ground === 'auto' ? (vendor ?? {}) : {}
  const cut = [
    ...(kind === 'qualified' ? [] : transitionStarts),
    ...(registeredFrom === null ? [] : [registeredFrom]),
    ...(registeredUntil === null ? [] : [addDays(registeredUntil, 1)]),
  ].find((day) => day > from && day <= on)
  if (cut === undefined) return []
  return [
    warning(
      `lines.${place}.serviceUntil`,
      'split-needed',
      {
        ja: `${at.ja}：期間（${dateInWords(from)}〜${dateInWords(on)}）の途中の${dateInWords(cut)}に、控除できる割合が変わります。`,
        en: `${at.en}: within its period (${from} to ${on}) the deductible share changes on ${cut}.`,
      },
      {
        ja: `${dateInWords(cut)}の前と後で行を分けてください。全部の完了が${dateInWords(on)}である仕事なら、分けずにそのままで構いません。`,
        en: `Split the line at ${cut}; leave it whole where the work was completed only on ${on}.`,
      },
      law,
    ),
  ]
}
