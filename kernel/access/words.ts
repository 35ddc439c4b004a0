import type { Words } from '../command/contract.ts'

/** What the kernel itself records, in words. */
export const kernelEvents: Readonly<Record<string, Words>> = {
  'kernel.company-founded': { ja: '会社を開設した', en: 'company founded' },
  'kernel.sample-opened': { ja: '見本の会社を開いた', en: 'sample company opened' },
  'kernel.permissions-offered': { ja: '新しい権限を既定の役割に付けた', en: 'new permissions offered' },
  'kernel.role-granted': { ja: '役割を付けた', en: 'role granted' },
  'kernel.role-revoked': { ja: '役割を外した', en: 'role revoked' },
  'kernel.role-defined': { ja: '役割を定めた', en: 'role defined' },
  'kernel.person-invited': { ja: '招待した', en: 'person invited' },
  'kernel.invitation-withdrawn': { ja: '招待を取り消した', en: 'invitation withdrawn' },
  'kernel.invitation-accepted': { ja: '招待を受けた', en: 'invitation accepted' },
  'kernel.invitation-shown': { ja: '招待の宛先を見た', en: 'invitation link shown' },
  'kernel.deputy-named': { ja: '代理を決めた', en: 'deputy named' },
  'kernel.delegation-ended': { ja: '代理を終えた', en: 'delegation ended' },
  'kernel.duty-excepted': { ja: '職務分掌の例外を登録した', en: 'duty exception named' },
  'kernel.exception-withdrawn': { ja: '職務分掌の例外を取り消した', en: 'duty exception withdrawn' },
  'kernel.delivery-retried': { ja: '連携を送り直した', en: 'delivery retried' },
}
