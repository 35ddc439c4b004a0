import { query } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { taxClassName } from '../rules/tax-class.ts'
import { readAccounts } from './account-list.ts'

const header = [
  ...['科目番号', '勘定科目', 'カナ', '区分', '貸借', '税区分', '閉じた日'],
  ...['補助科目番号', '補助科目', '補助科目カナ'],
]

export const accountExports = query(ledger.accountExports, {
  may: 'ledger.see-chart',
  leaves: 'ledger.chart-exported',
  async run(context, input) {
    const accounts = await readAccounts(context, input)
    return {
      name: `勘定科目_${context.today.replaceAll('-', '')}`,
      header,
      rows: accounts.flatMap((account) => {
        const { code, name, kana, divisionName, taxClass, closedOn, parts } = account
        const own = [code, name, kana, divisionName, account.side === 'debit' ? '借方' : '貸方']
        const rest = [taxClassName(taxClass, context.today), closedOn === null ? '' : { date: closedOn }]
        return [
          [...own, ...rest, '', '', ''],
          ...parts.map((part) => [...own, ...rest, part.code, part.name, part.kana]),
        ]
      }),
    }
  },
})
