import type { Words } from '@ennoshita/kernel'
import { says, t } from '@ennoshita/ui'

type Shown = { readonly toriteki: boolean; readonly freelance: boolean; readonly findings: readonly Words[] }

/** Which act protects the vendor, and what it forbids or asks of us. */
export function ProtectionNote({ protection }: { readonly protection: Shown }) {
  const { toriteki, freelance, findings } = protection
  if (!toriteki && !freelance && findings.length === 0) return null
  return (
    <div className="note">
      {toriteki ? (
        <>
          <p className="note-what">{t('取適法の対象として扱います')}</p>
          <ul className="plain-list">
            <li>{t('支払期日は、受け取った日から60日以内です（3条）。')}</li>
            <li>{t('振込手数料は、合意があっても差し引けません（5条）。')}</li>
            <li>{t('手形では支払えません（5条）。遅れた分には年14.6%の遅延利息が付きます（6条）。')}</li>
          </ul>
        </>
      ) : null}
      {freelance ? (
        <>
          <p className="note-what">{t('フリーランス法の対象として扱います')}</p>
          <ul className="plain-list">
            <li>{t('支払期日は、受け取った日から60日以内です（4条）。')}</li>
            <li>{t('報酬の減額はできません（5条）。手数料の差引きには、発注前の書面の合意が要ります。')}</li>
          </ul>
        </>
      ) : null}
      {findings.map((finding) => (
        <p key={finding.ja}>{says(finding)}</p>
      ))}
    </div>
  )
}
