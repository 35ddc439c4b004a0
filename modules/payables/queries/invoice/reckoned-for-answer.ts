import { taxClassName } from '@ennoshita/ledger'
import { lawsOf } from '../../rules/invoice/finding.ts'
import type { ReckonedInvoice } from '../../rules/invoice/reckon-invoice.ts'
import type { FactsRead } from './invoice-facts.ts'

/** The reckoning as queries answer it: laws in words, the journal with the names of its accounts. */
export function reckonedForAnswer(reckoned: ReckonedInvoice, facts: FactsRead) {
  const { findings, taxes, lines, withheld, payable, journal } = reckoned
  return {
    findings: [...findings],
    taxes: taxes.map(({ because: _, acceptableTaxes, ...check }) => ({
      ...check,
      acceptableTaxes: [...acceptableTaxes],
    })),
    deductions: lines.map(({ place, kind, percent, whole, deductible, cost, ledgerNote, because }) => ({
      ...{ line: place, kind, percent, whole, deductible, cost, ledgerNote, because: lawsOf(because) },
    })),
    withheld: withheld && { ...withheld, because: lawsOf(withheld.because) },
    payable,
    journal: journal && {
      ...{ journalId: null, number: null, postedOn: journal.postedOn },
      lines: journal.lines.map((line) => {
        const account = facts.accounts.get(line.accountId)
        const { side, amount, taxAmount = 0, note = '' } = line
        return {
          ...{ side, amount, taxAmount, note, accountId: line.accountId },
          ...{ accountCode: account?.code ?? '', accountName: account?.name ?? '' },
          subAccountName: facts.subAccounts.get(`${line.accountId} ${line.subAccountId}`) ?? null,
          departmentName: facts.departments.get(line.departmentId ?? '') ?? null,
          taxName: line.taxClass ? taxClassName(line.taxClass, journal.postedOn) : '',
        }
      }),
    },
  }
}
