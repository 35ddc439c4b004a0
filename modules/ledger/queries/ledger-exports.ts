import { type QueryContext, query, type SheetAnswer } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { divisionNames } from '../rules/divisions.ts'
import { readLedger } from './account-ledgers.ts'
import { daysInName, mostRows, refuseTooLong } from './sheet-parts.ts'

const header = [
  ...['科目番号', '勘定科目', '日付', '伝票番号', '相手科目', '取引先', '摘要', '備考', '補助科目', '部門', '税区分'],
  ...['借方', '貸方', '残高'],
]

export const ledgerExports = query(ledger.ledgerExports, {
  may: 'ledger.see-books',
  leaves: 'ledger.ledgers-exported',
  async run(context, { accountId, ...period }) {
    const { fromOn, untilOn } = period
    const rows: SheetAnswer['rows'] = []
    const books: string[] = []
    for (const wanted of accountId ? [accountId] : await accountsInBooks(context, untilOn)) {
      const book = await readLedger(context, { ...period, accountId: wanted, limit: mostRows })
      if (book.next !== null || rows.length + book.lines.length >= mostRows) refuseTooLong()
      if (!accountId && book.opening === 0 && book.lines.length === 0) continue
      books.push(book.name)
      rows.push(...rowsOf(book, fromOn))
    }
    const name = accountId ? `総勘定元帳_${books.join('')}` : '総勘定元帳'
    return { name: `${name}_${daysInName(fromOn, untilOn)}`, header, rows }
  },
})

/** The balance carried forward, then each line on its side. */
function rowsOf(book: Awaited<ReturnType<typeof readLedger>>, fromOn: string): SheetAnswer['rows'] {
  const account = [book.code, book.name]
  return [
    [...account, { date: fromOn }, null, '', '', '繰越', '', '', '', '', null, null, book.opening],
    ...book.lines.map((line) => [
      ...[...account, { date: line.postedOn }, line.number, line.counterAccount ?? '諸口'],
      ...[line.partner, line.description, line.note],
      ...[line.subAccountName ?? '', line.departmentName ?? '', line.taxName],
      ...[line.side === 'debit' ? line.amount : null, line.side === 'credit' ? line.amount : null, line.balance],
    ]),
  ]
}

/** The accounts that a line ever stood on, and 繰越利益剰余金 into which profit is carried, in the order of the statements. */
async function accountsInBooks({ tx, actor }: QueryContext, untilOn: string): Promise<string[]> {
  const rows = await tx.rows<{ accountId: string }>`select a.id as "accountId" from ledger.account a
    where a.company_id = ${actor.companyId} and (a.purpose = 'retained-earnings' or exists (select 1 from ledger.total t
      where t.company_id = a.company_id and t.account_id = a.id and t.month <= ${untilOn}))
    order by array_position(${divisionNames}::text[], a.division), a.code`
  return rows.map(({ accountId }) => accountId)
}
