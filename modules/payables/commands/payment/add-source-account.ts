import { command, newId } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { checkedSource, refuseTakenName, sourceObject } from './source-account-form.ts'

export const addSourceAccount = command(payables.addSourceAccount, {
  may: 'payables.keep-source-accounts',
  emits: ['payables.source-account-added'],
  async run({ tx, actor }, { kind, ...form }) {
    const company = actor.companyId
    await tx.run`select pg_advisory_xact_lock(hashtextextended(${company} || ' source accounts', 5)) `
    const { name, accountId, subAccountId, bank } = await checkedSource(tx, company, kind, form)
    await refuseTakenName(tx, company, name, null)
    const sourceAccountId = newId()
    await tx.run`insert into payables.source_account (company_id, id, name, kind, account_id, sub_account_id, bank_code, bank_name, bank_kana,
        branch_code, branch_name, branch_kana, account_type, account_number, client_code, client_kana, cut_off_days, cut_off_time, newline, fees)
      values (${company}, ${sourceAccountId}, ${name}, ${kind}, ${accountId}, ${subAccountId}, ${bank?.bankCode}, ${bank?.bankName}, ${bank?.bankKana},
        ${bank?.branchCode}, ${bank?.branchName}, ${bank?.branchKana}, ${bank?.accountType}, ${bank?.accountNumber}, ${bank?.clientCode},
        ${bank?.clientKana}, ${bank?.cutOffDays}, ${bank?.cutOffTime}, ${bank?.newline}, ${bank?.fees})`
    return {
      events: [
        { activity: 'payables.source-account-added', objects: [sourceObject(sourceAccountId, name)], data: { kind } },
      ],
      answer: { sourceAccountId, version: 1 },
    }
  },
})
