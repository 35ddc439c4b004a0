import { command, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { taxKeyOf } from '../rules/tax-class.ts'
import { accountObject, lockChart, refuseTaken, refuseWrongTaxClass } from './chart.ts'

type Account = { code: string; name: string; kana: string; version: number }

export const changeAccount = command(ledger.changeAccount, {
  may: 'ledger.keep-chart',
  emits: ['ledger.account-changed'],
  async run({ tx, actor }, { accountId, version, ...change }) {
    const company = actor.companyId
    refuseWrongTaxClass(change.taxClass)
    await lockChart(tx, company)
    const account = await tx.row<Account>`select code, name, kana, version from ledger.account
      where company_id = ${company} and id = ${accountId} for no key update`
    if (!account) refuseNotFound({ ja: '勘定科目', en: 'account' }, 'accountId')
    if (account.version !== version) refuseOlder(account)
    await refuseTaken(tx, company, change, accountId)
    const { taxClass, closedOn } = change
    await tx.run`update ledger.account set code = coalesce(${change.code ?? null}, code), name = coalesce(${change.name ?? null}, name),
        kana = coalesce(${change.kana ?? null}, kana), tax_class = coalesce(${taxClass ? taxKeyOf(taxClass) : null}, tax_class),
        sub_accounts = coalesce(${change.subAccounts ?? null}, sub_accounts),
        closed_on = case when ${closedOn !== undefined}::boolean then ${closedOn ?? null}::date else closed_on end, version = version + 1
      where company_id = ${company} and id = ${accountId}`
    const now = {
      code: change.code ?? account.code,
      name: change.name ?? account.name,
      kana: change.kana ?? account.kana,
    }
    return {
      events: [
        {
          activity: 'ledger.account-changed',
          objects: [accountObject(accountId, now)],
          data: { fields: Object.keys(change), ...(closedOn === undefined ? {} : { closedOn }) },
        },
      ],
      answer: { version: version + 1 },
    }
  },
})

function refuseOlder({ code, name }: Account): never {
  refuse({
    kind: 'conflict',
    code: 'ledger.changed-meanwhile',
    what: {
      ja: `画面を開いている間に「${code} ${name}」が変更されました。何も変更していません。`,
      en: `${code} ${name} was changed while your screen was open. Nothing was changed.`,
    },
    field: 'version',
    todo: {
      ja: '画面を開き直して今の内容を確かめてから、もう一度入力してください。',
      en: 'Reload, look at what stands there now, and enter your change again.',
    },
  })
}
