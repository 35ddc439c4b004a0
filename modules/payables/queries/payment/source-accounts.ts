import { type LocalDate, query } from '@ennoshita/kernel/server'
import type { SourceAccountShown } from '../../contract/payment-queries.ts'
import { payables } from '../../contract.ts'
import { earliestPayOn } from '../../rules/vendor/pay-day.ts'

type Bank = NonNullable<SourceAccountShown['bank']>
type Row = Omit<SourceAccountShown, 'bank'> & { bank: Omit<Bank, 'earliestPayOn'> | null; closedOn: LocalDate | null }

export const sourceAccounts = query(payables.sourceAccounts, {
  may: 'payables.see-payments',
  async run({ tx, actor, now, today }, { closed }) {
    const rows = await tx.rows<Row>`
      select s.id as "sourceAccountId", s.name, s.kind, s.account_id as "accountId", a.name as "accountName", s.sub_account_id as "subAccountId",
        p.name as "subAccountName", s.closed_on as "closedOn", s.version,
        case when s.kind = 'bank' then jsonb_build_object('bankCode', s.bank_code, 'bankName', s.bank_name, 'bankKana', s.bank_kana,
          'branchCode', s.branch_code, 'branchName', s.branch_name, 'branchKana', s.branch_kana, 'accountType', s.account_type,
          'accountNumber', s.account_number, 'clientCode', s.client_code, 'clientKana', s.client_kana, 'cutOffDays', s.cut_off_days,
          'cutOffTime', s.cut_off_time, 'newline', s.newline, 'fees', s.fees) end as bank
      from payables.source_account s
        join ledger.account_name a on a.company_id = s.company_id and a.account_id = s.account_id
        left join ledger.sub_account_name p on p.company_id = s.company_id and p.account_id = s.account_id and p.sub_account_id = s.sub_account_id
      where s.company_id = ${actor.companyId} and (${closed} or s.closed_on is null)
      order by s.closed_on is not null, s.kind, s.name`
    return rows.map(({ bank, ...source }) => ({
      ...source,
      bank: bank === null ? null : { ...bank, earliestPayOn: earliestPayOn(now, today, bank) },
    }))
  },
})
