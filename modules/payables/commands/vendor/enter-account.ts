import { type CommandContext, type EventObject, newId, refuse } from '@ennoshita/kernel/server'
import type { BankAccountForm } from '../../contract/vendors.ts'
import { type BankAccountRead, type Remark, readBankAccount } from '../../rules/vendor/bank-account.ts'
import { knownForDays } from '../../rules/vendor/call-back.ts'

export type AccountEntered = {
  readonly bankAccountId: string
  readonly holderKana: string
  readonly warnings: readonly Remark[]
  readonly object: EventObject
}

/** Keeps an account of a vendor that waits for its confirmation; one that was waiting before gives way. Under the lock of the vendor. */
export async function enterAccount(
  context: CommandContext,
  vendorId: string,
  vendor: { readonly nameKana: string },
  form: BankAccountForm,
  path = '',
): Promise<AccountEntered> {
  const { tx, actor, now } = context
  const company = actor.companyId
  const read = readBankAccount(form, vendor.nameKana)
  if (!read.ok)
    refuse({
      kind: 'bad-input',
      code: 'payables.wrong-account',
      what: { ja: read.fault.ja, en: read.fault.en },
      field: `${path}${read.fault.field}`,
      todo: { ja: '通帳や請求書で確かめて、入力し直してください。', en: 'Look at the paper and enter it again.' },
    })
  const { account } = read
  const others = await otherAccounts(context, vendorId, account, form.accountType)
  await tx.run`update payables.vendor_bank_account set state = 'refused', refused_by = ${actor.personId ?? null}, refused_reason = '入力し直し'
    where company_id = ${company} and vendor_id = ${vendorId} and state = 'waiting'`
  const bankAccountId = newId()
  await tx.run`insert into payables.vendor_bank_account (company_id, id, vendor_id, bank_code, bank_name, bank_kana, branch_code,
      branch_name, branch_kana, account_type, account_number, holder, holder_kana, entered_at, entered_by, known_phone)
    select v.company_id, ${bankAccountId}, v.id, ${account.bankCode}, ${account.bankName}, ${account.bankKana}, ${account.branchCode},
      ${account.branchName}, ${account.branchKana}, ${form.accountType}, ${account.accountNumber}, ${account.holder},
      ${account.holderKana}, ${now}, ${actor.personId ?? null},
      case when v.phone_set_at <= ${now}::timestamptz - make_interval(days => ${knownForDays}) then v.phone else '' end
    from payables.vendor v where v.company_id = ${company} and v.id = ${vendorId}`
  return {
    bankAccountId,
    holderKana: account.holderKana,
    warnings: [...read.warnings, ...others].map((remark) => ({ ...remark, field: `${path}${remark.field}` })),
    object: { type: 'bank-account', id: bankAccountId },
  }
}

/** Refuses the account that is used already; warns of one that belongs to another vendor. */
async function otherAccounts(
  { tx, actor }: CommandContext,
  vendorId: string,
  { bankCode, branchCode, accountNumber }: BankAccountRead,
  accountType: string,
): Promise<Remark[]> {
  const rows = await tx.rows<{ vendorId: string; name: string; state: string }>`
    select a.vendor_id as "vendorId", v.name, a.state from payables.vendor_bank_account a
      join payables.vendor v on v.company_id = a.company_id and v.id = a.vendor_id
    where a.company_id = ${actor.companyId} and a.bank_code = ${bankCode} and a.branch_code = ${branchCode}
      and a.account_number = ${accountNumber} and a.account_type = ${accountType} and a.state in ('waiting', 'confirmed')`
  if (rows.some((row) => row.vendorId === vendorId && row.state === 'confirmed'))
    refuse({
      kind: 'conflict',
      code: 'payables.same-account',
      what: {
        ja: 'この口座は、この取引先の振込先として確かめ済みです。',
        en: 'This account is confirmed as that of the vendor already.',
      },
      field: 'accountNumber',
      todo: { ja: '変わった口座を入力してください。', en: 'Enter the account that is new.' },
    })
  const other = rows.find((row) => row.vendorId !== vendorId)
  if (!other) return []
  return [
    {
      field: 'accountNumber',
      ja: `この口座は、取引先「${other.name}」の振込先としても登録されています。`,
      en: `This account is entered for ${other.name} too.`,
    },
  ]
}
