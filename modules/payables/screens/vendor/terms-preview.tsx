import type { PaymentTerms } from '@ennoshita/statutes'
import { says, todayInTokyo } from '@ennoshita/ui'
import { nextPayDays, termsFault } from '../../rules/vendor/payment-terms.ts'
import { PayDaysTable } from './pay-days-table.tsx'

const shown = 3

/** The next three closings and pay days of these terms, over the days on which the bank is closed. */
export function TermsPreview({ terms }: { readonly terms: PaymentTerms }) {
  const today = todayInTokyo()
  const fault = termsFault(terms, today)
  if (fault !== undefined) return <p className="field-error">{says(fault)}</p>
  return <PayDaysTable days={nextPayDays(today, terms, shown)} />
}
