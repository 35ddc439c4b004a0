import type { Journal } from '@ennoshita/ledger'
import { type WithheldTax, withheldTax } from '../payment/withheld-tax.ts'
import { foreignFindings, lawFinding, taxFindings } from './amount-findings.ts'
import { deductionFindings } from './deduction-findings.ts'
import { type DeductedLine, deductionOfLines } from './deduction-of-lines.ts'
import { dateFindings, missingFindings } from './entry-findings.ts'
import { type InvoiceFinding, warning } from './finding.ts'
import type { InvoiceFacts } from './invoice-facts.ts'
import type { InvoiceForm } from './invoice-form.ts'
import { invoiceJournal } from './invoice-journal.ts'
import { lineFindings } from './line-findings.ts'
import { checkRates, type RateCheck, taxOfLines } from './tax-of-lines.ts'
import { termFindings } from './term-findings.ts'
import { withholdingFindings } from './withholding-findings.ts'

/** All that follows from what is entered: the form shows it, the submission is refused by it, and the approval posts it. */
export type ReckonedInvoice = {
  readonly findings: readonly InvoiceFinding[]
  readonly taxes: readonly RateCheck[]
  readonly lines: readonly DeductedLine[]
  readonly withheld: WithheldTax | null
  readonly withholding: number
  /** Null while the total is missing. */
  readonly payable: number | null
  /** The account of the debt, 未払金 or 買掛金. */
  readonly debtAccountId: string
  /** 前払費用, where a line is spread. */
  readonly prepaidAccountId: string | null
  /** Null while something is missing for it. */
  readonly journal: Journal | null
}

/** Reckons taxes, deductions, withholding and the journal of an invoice; what the law cannot answer becomes a finding. */
export function reckonInvoice(
  form: InvoiceForm,
  facts: InvoiceFacts,
  kept: { number: number | null; isAccepted: boolean },
): ReckonedInvoice {
  const entered = [
    ...missingFindings(form),
    ...dateFindings(form, facts),
    ...lineFindings(form, facts),
    ...foreignFindings(form, facts.today),
    ...termFindings(form, facts),
  ]
  const waiting =
    facts.company.needsAcceptance && !kept.isAccepted
      ? [
          warning(
            '',
            'not-accepted',
            { ja: '検収がまだです。', en: 'What was invoiced is not accepted yet.' },
            {
              ja: '最後の承認の前に、発注した部署が検収してください。',
              en: 'The department that ordered accepts it before the last approval.',
            },
          ),
        ]
      : []
  const prepaidAccountId = form.lines.some((line) => line.spreadFrom !== null) ? facts.company.prepaidAccountId : null
  const debtAccountId = facts.vendor?.payableAccountId ?? facts.company.payableAccountId
  try {
    const taxes = checkRates(form, facts.today)
    const taxed = taxOfLines(form, taxes, facts.today)
    const lines = deductionOfLines(form, taxed, facts)
    const withheld = withheldTax(form, facts.vendor, taxed, facts)
    const withholding = withheld?.amount ?? form.withholding ?? 0
    return {
      findings: [
        ...entered,
        ...taxFindings(form, taxes, lines),
        ...deductionFindings(form, lines, facts),
        ...withholdingFindings(form, withheld, facts.vendor),
        ...waiting,
      ],
      ...{ taxes, lines, withheld, withholding, debtAccountId, prepaidAccountId },
      payable: form.total === null ? null : form.total - withholding,
      journal: invoiceJournal(form, lines, facts, kept.number),
    }
  } catch (cause) {
    return {
      findings: [...entered, lawFinding(cause), ...waiting],
      ...{
        taxes: [],
        lines: [],
        withheld: null,
        withholding: form.withholding ?? 0,
        debtAccountId,
        prepaidAccountId,
        journal: null,
      },
      payable: form.total === null ? null : form.total - (form.withholding ?? 0),
    }
  }
}
