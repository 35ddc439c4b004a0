import { command, newId } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { divisions } from '../rules/divisions.ts'
import { outOfScope, taxKeyOf } from '../rules/tax-class.ts'
import { accountObject, lockChart, refuseTaken, refuseWrongTaxClass } from './chart.ts'

export const addAccount = command(ledger.addAccount, {
  may: 'ledger.keep-chart',
  emits: ['ledger.account-added'],
  async run({ tx, actor }, { code, name, kana, division, side, taxClass, subAccounts, purpose }) {
    const company = actor.companyId
    refuseWrongTaxClass(taxClass)
    await lockChart(tx, company)
    await refuseTaken(tx, company, { code, name, purpose })
    const accountId = newId()
    await tx.run`insert into ledger.account (company_id, id, code, name, kana, division, side, tax_class, sub_accounts, purpose)
      values (${company}, ${accountId}, ${code}, ${name}, ${kana}, ${division}, ${side ?? divisions[division].side},
        ${taxKeyOf(taxClass ?? outOfScope)}, ${subAccounts}, ${purpose})`
    return {
      events: [
        {
          activity: 'ledger.account-added',
          objects: [accountObject(accountId, { code, name, kana })],
          data: { code, division },
        },
      ],
      answer: { accountId, version: 1 },
    }
  },
})
