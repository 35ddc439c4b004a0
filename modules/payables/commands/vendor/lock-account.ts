import { type CommandContext, refuseNotFound } from '@ennoshita/kernel/server'
import { refuseConflict } from '../payment/refuse-payment.ts'

export type WaitingAccount = {
  readonly vendorId: string
  readonly vendorName: string
  readonly version: number
  readonly state: 'waiting' | 'confirmed' | 'refused' | 'replaced'
  /** ISO 8601, UTC. */
  readonly enteredAt: string
  readonly enteredBy: string | null
  readonly knownPhone: string
}

/** An account that waits, its vendor locked; refuses one that was decided already. */
export async function lockWaitingAccount(
  { tx, actor, within }: CommandContext,
  bankAccountId: string,
): Promise<WaitingAccount> {
  const company = actor.companyId
  const vendor = await tx.row<{ vendorId: string }>`
    select v.id as "vendorId" from payables.vendor_bank_account a join payables.vendor v on v.company_id = a.company_id and v.id = a.vendor_id
    where a.company_id = ${company} and a.id = ${bankAccountId} and ${within({})} for update of v`
  if (!vendor) refuseNotFound({ ja: '振込先口座', en: 'bank account' }, 'bankAccountId')
  const account = await tx.row<WaitingAccount>`
    select a.vendor_id as "vendorId", v.name as "vendorName", v.version, a.state, a.entered_by as "enteredBy", a.known_phone as "knownPhone",
      a.entered_at as "enteredAt"
    from payables.vendor_bank_account a join payables.vendor v on v.company_id = a.company_id and v.id = a.vendor_id
    where a.company_id = ${company} and a.id = ${bankAccountId}`
  if (!account) refuseNotFound({ ja: '振込先口座', en: 'bank account' }, 'bankAccountId')
  if (account.state !== 'waiting')
    refuseConflict(
      'bankAccountId',
      'account-decided',
      account.state === 'refused'
        ? { ja: 'この口座の登録は断られています。', en: 'This account was refused.' }
        : { ja: 'この口座は、すでに確かめられています。', en: 'This account was confirmed already.' },
      { ja: '画面を開き直してください。', en: 'Reload.' },
    )
  return account
}
