import { query } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import type { accountTypes } from '../../rules/vendor/vendor-form.ts'

type Row = {
  bankAccountId: string
  vendorId: string
  vendorName: string
  bankName: string
  branchName: string
  accountType: (typeof accountTypes)[number]
  accountNumber: string
  holderKana: string
  isFirst: boolean
  knownPhone: string
  enteredAt: string
  enteredByName: string | null
  isMine: boolean
  openAmount: number
}

export const waitingBankAccounts = query(payables.waitingBankAccounts, {
  may: 'payables.confirm-bank-accounts',
  async run({ tx, actor, within }) {
    return tx.rows<Row>`
      select a.id as "bankAccountId", a.vendor_id as "vendorId", v.name as "vendorName", a.bank_name as "bankName",
        a.branch_name as "branchName", a.account_type as "accountType", a.account_number as "accountNumber", a.holder_kana as "holderKana",
        not exists (select 1 from payables.vendor_bank_account b where b.company_id = a.company_id and b.vendor_id = a.vendor_id
          and b.state in ('confirmed', 'replaced')) as "isFirst",
        a.known_phone as "knownPhone", a.entered_at as "enteredAt", p.display_name as "enteredByName",
        coalesce(a.entered_by = ${actor.personId ?? null}::uuid, false) as "isMine",
        coalesce((select sum(case when i.kind = 'credit-note' then - i.payable else i.payable end) from payables.invoice i
          where i.company_id = a.company_id and i.vendor_id = a.vendor_id and i.state = 'approved'
            and not exists (select 1 from payables.payment q where q.company_id = i.company_id and q.invoice_id = i.id and q.state = 'paid')), 0)::bigint
          as "openAmount"
      from payables.vendor_bank_account a join payables.vendor v on v.company_id = a.company_id and v.id = a.vendor_id
        left join people.person_name p on p.company_id = a.company_id and p.person_id = a.entered_by
      where a.company_id = ${actor.companyId} and a.state = 'waiting' and ${within({})}
      order by a.entered_at, a.id limit 500`
  },
})
