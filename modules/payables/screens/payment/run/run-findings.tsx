import { t } from '@ennoshita/ui'
import type { RunDetails } from '../payment-words.tsx'
import { FindingLines } from '../payment-words.tsx'

/** What stands against a run that is not paid yet: accounts that changed since, dates beyond the law, fees on the payee. */
export function RunFindings({ run }: { readonly run: RunDetails }) {
  if (run.state === 'paid' || run.state === 'cancelled') return null
  const lines = run.transferRows.flatMap((transfer) =>
    transfer.findings.map((finding) => ({
      about: transfer.vendorName,
      opens: `/vendors/${transfer.vendorId}`,
      finding,
    })),
  )
  if (lines.length === 0) return null
  const isHeld = lines.some(({ finding }) => finding.level === 'hold')
  return (
    <div className={isHeld ? 'note note-error' : 'note'} role="status">
      <p className="note-what">{t('確かめることが{count}件あります。', { count: lines.length })}</p>
      <FindingLines lines={lines} />
    </div>
  )
}
