import { query } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { type BalanceRow, balanceRowsOf } from '../rules/balance-rows.ts'
import { daysInName } from './sheet-parts.ts'
import { readTrialBalance } from './trial-balances.ts'

const header = ['科目番号', '勘定科目', '補助科目', '部門', '前からの繰越', '借方', '貸方', '残高']

export const trialBalanceExports = query(ledger.trialBalanceExports, {
  may: 'ledger.see-books',
  leaves: 'ledger.trial-balance-exported',
  async run(context, input) {
    const balances = await readTrialBalance(context, input)
    const rows = balanceRowsOf(balances).map((row) => [
      ...namesOf(row),
      ...[row.opening, row.debit, row.credit, row.closing],
    ])
    const [from, until] = [balances.fromMonth, balances.untilMonth].map((month) => month.slice(0, 7))
    return {
      name: `合計残高試算表_${daysInName(from ?? '', until ?? '')}`,
      header,
      rows: [...rows, ['', '合計', '', '', null, balances.debit, balances.credit, null]],
    }
  },
})

function namesOf(row: BalanceRow): string[] {
  if (row.kind === 'sum') return ['', row.isDivision ? `${row.group.ja} 計` : row.group.ja, '', '']
  if (row.kind === 'profit') return ['', '当期純損益', '', '']
  const { code, name } = row.account
  if (row.kind === 'account') return [code, name, '', '']
  return [code, name, row.part.subAccountName ?? '', row.part.departmentName ?? '']
}
