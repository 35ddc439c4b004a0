import { command, newId, refuse } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { readyChart } from '../rules/ready-chart.ts'
import { taxKeyOf } from '../rules/tax-class.ts'
import { accountObject, lockChart } from './chart.ts'

export const adoptChart = command(ledger.adoptChart, {
  may: 'ledger.keep-chart',
  emits: ['ledger.chart-adopted'],
  async run({ tx, actor }) {
    const company = actor.companyId
    await lockChart(tx, company)
    if (await tx.row`select id from ledger.account where company_id = ${company} limit 1`)
      refuse({
        kind: 'conflict',
        code: 'ledger.chart-there',
        what: { ja: '勘定科目はすでに登録されています。', en: 'There are accounts already.' },
        rule: {
          says: {
            ja: '標準の勘定科目は、まだ一つも登録していない会社が一度だけ取り入れます。',
            en: 'The standard chart is adopted once, by a company without accounts.',
          },
        },
        todo: { ja: '必要な勘定科目を一つずつ設けてください。', en: 'Add the accounts you need one by one.' },
      })
    const accounts = readyChart.map((account) => ({ id: newId(), ...account, taxKey: taxKeyOf(account.taxClass) }))
    await tx.run`insert into ledger.account (company_id, id, code, name, kana, division, side, tax_class, sub_accounts, purpose)
      select ${company}, a.id, a.code, a.name, a.kana, a.division, a.side, a."taxKey", a."subAccounts", a.purpose
      from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as a (id uuid, code text, name text, kana text, division text, side text,
        "taxKey" text, "subAccounts" text, purpose text)`
    return {
      events: [
        {
          activity: 'ledger.chart-adopted',
          objects: [{ type: 'company', id: company }, ...accounts.map((account) => accountObject(account.id, account))],
          data: { accounts: accounts.length },
        },
      ],
      answer: { accounts: accounts.length },
    }
  },
})
