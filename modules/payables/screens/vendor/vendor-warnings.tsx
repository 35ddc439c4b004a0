import { says, t } from '@ennoshita/ui'
import type { VendorDetails } from './vendor-words.tsx'

/** What is worth a look: numbers that do not fit, terms beyond the law, an account that is missing. */
export function VendorWarnings({ vendor }: { readonly vendor: VendorDetails }) {
  const said = vendor.protection.findings.map(({ ja }) => ja)
  const warnings = vendor.warnings.filter(({ ja }) => !said.includes(ja))
  if (warnings.length === 0) return null
  return (
    <div className="note">
      <p className="note-what">{t('確かめてください')}</p>
      <ul className="plain-list">
        {warnings.map((warning) => (
          <li key={warning.ja}>{says(warning)}</li>
        ))}
      </ul>
    </div>
  )
}
