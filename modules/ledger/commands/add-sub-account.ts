import { command, newId, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { lockChart, refuseAsTaken } from './chart.ts'

export const addSubAccount = command(ledger.addSubAccount, {
  may: 'ledger.keep-chart',
  emits: ['ledger.sub-account-added'],
  async run({ tx, actor }, { accountId, code, name, kana }) {
    const company = actor.companyId
    await lockChart(tx, company)
    const [account, other] = await Promise.all([
      tx.row<{ name: string; subAccounts: string }>`select name, sub_accounts as "subAccounts" from ledger.account
        where company_id = ${company} and id = ${accountId}`,
      tx.row<{ code: string; name: string }>`select code, name from ledger.sub_account
        where company_id = ${company} and account_id = ${accountId} and (code = ${code} or name = ${name}) order by code = ${code} desc limit 1`,
    ])
    if (!account) refuseNotFound({ ja: '勘定科目', en: 'account' }, 'accountId')
    if (account.subAccounts === 'none')
      refuse({
        kind: 'conflict',
        code: 'ledger.takes-no-sub-accounts',
        what: { ja: `「${account.name}」は補助科目を使いません。`, en: `${account.name} has no sub-accounts.` },
        field: 'accountId',
        todo: {
          ja: '勘定科目の設定を変えるか、別の勘定科目を選んでください。',
          en: 'Change the account, or choose another.',
        },
      })
    if (other) refuseAsTaken({ code, name }, other)
    const subAccountId = newId()
    await tx.run`insert into ledger.sub_account (company_id, account_id, id, code, name, kana)
      values (${company}, ${accountId}, ${subAccountId}, ${code}, ${name}, ${kana})`
    const label = {
      text: `${account.name} ${code} ${name}`,
      ...(kana ? { reading: kana } : {}),
      opens: `/accounts/${accountId}?part=${subAccountId}`,
      may: 'ledger.see-chart',
    }
    return {
      events: [
        {
          activity: 'ledger.sub-account-added',
          objects: [
            { type: 'sub-account', id: subAccountId, label },
            { type: 'account', id: accountId },
          ],
          data: { code },
        },
      ],
      answer: { subAccountId },
    }
  },
})
