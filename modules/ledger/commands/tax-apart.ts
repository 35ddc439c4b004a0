import { type LocalDate, refuse, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import type { LineEntered } from '../contract/journals.ts'
import type { JournalLine } from '../rules/journal.ts'
import { taxClassFault, taxClassOf } from '../rules/tax-class.ts'
import { linesOfSplit, splitTax, type TaxRounding } from '../rules/tax-split.ts'
import { refuseField } from './refuse-posting.ts'

/** The lines as they are booked: 内税 and 外税 split into price and tax by the law of the day and the company's rounding. */
export async function withTaxApart(
  tx: Tx,
  company: string,
  postedOn: LocalDate,
  lines: readonly LineEntered[],
): Promise<JournalLine[]> {
  if (lines.every(({ tax }) => tax === 'apart')) return [...lines]
  const [accounts, profile] = await Promise.all([
    tx.rows<{
      id: string
      taxKey: string
      purpose: string | null
    }>`select id, tax_class as "taxKey", purpose from ledger.account
      where company_id = ${company} and (id = any(${lines.map(({ accountId }) => accountId)}::uuid[]) or purpose in ('tax-paid', 'tax-received'))`,
    tx.row<{ rounding: TaxRounding }>`select rounding from people.company where company_id = ${company}`,
  ])
  const known = new Map(accounts.map((account) => [account.id, account]))
  return lines.flatMap((line, place) => {
    if (line.tax === 'apart') return [line]
    const account = known.get(line.accountId)
    if (!account) refuseNotFound({ ja: '勘定科目', en: 'account' }, `lines.${place}.accountId`)
    const taxClass = line.taxClass ?? taxClassOf(account.taxKey)
    if (taxClassFault(taxClass)) return [line] // refused with its fault where all lines are checked
    const split = splitTax(line.amount, taxClass, line.tax, postedOn, profile?.rounding ?? 'floor')
    if ('fault' in split)
      refuseField(`lines.${place}.tax`, 'tax-not-split', split.fault, {
        ja: '課税区分を選び直すか、消費税の行を別に入力してください。',
        en: 'Choose another tax class, or enter the tax as a line of its own.',
      })
    const wanted = taxClass.side === 'sale' ? 'tax-received' : 'tax-paid'
    const taxAccount = accounts.find(({ purpose }) => purpose === wanted)
    if (!taxAccount) refuseNoTaxAccount(wanted, `lines.${place}.tax`)
    return linesOfSplit(line, taxClass, split, taxAccount.id)
  })
}

function refuseNoTaxAccount(wanted: 'tax-paid' | 'tax-received', field: string): never {
  const ja = wanted === 'tax-paid' ? '仮払消費税等' : '仮受消費税等'
  refuse({
    kind: 'conflict',
    code: 'ledger.no-tax-account',
    what: { ja: `「${ja}」の勘定科目がありません。`, en: 'There is no account for the tax that is booked apart.' },
    field,
    todo: {
      ja: '標準の勘定科目を取り入れてから、もう一度お試しください。',
      en: 'Adopt the standard chart of accounts and try again.',
    },
  })
}
