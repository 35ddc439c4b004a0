import { t } from '@ennoshita/ui'
import type { DueRow } from './payment-words.tsx'
import { FindingLines } from './payment-words.tsx'

/** Why some invoices cannot be paid yet, once a vendor and reason, folded until it is wanted. */
export function HeldNote({ rows }: { readonly rows: readonly DueRow[] }) {
  if (rows.length === 0) return null
  const lines = new Map(
    rows.flatMap((row) =>
      row.findings
        .filter((finding) => finding.level === 'hold')
        .map(
          (finding) =>
            [
              `${row.vendorId} ${finding.code}`,
              { about: row.vendorName, opens: `/vendors/${row.vendorId}`, finding },
            ] as const,
        ),
    ),
  )
  return (
    <details className="note">
      <summary>{t('{count}件は、まだ支払えません。理由を見る', { count: rows.length })}</summary>
      <FindingLines lines={[...lines.values()]} />
    </details>
  )
}
