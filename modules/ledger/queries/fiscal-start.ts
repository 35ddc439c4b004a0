import { dateInWords } from '@ennoshita/kernel'
import { type LocalDate, refuse, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import type { FiscalStart, FiscalYear } from '../rules/fiscal-year.ts'

/** The first day of the company's fiscal year; refuses one within a month, because the books are summed by calendar months. */
export async function fiscalStartOf(tx: Tx, company: string): Promise<FiscalStart> {
  const start = await tx.row<FiscalStart>`select fiscal_year_month as month, fiscal_year_day as day
    from people.company where company_id = ${company}`
  if (!start) refuseNotFound({ ja: '会社', en: 'company' })
  if (start.day !== 1)
    refuse({
      kind: 'conflict',
      code: 'ledger.year-begins-within-month',
      what: {
        ja: `事業年度が${start.month}月${start.day}日に始まる会社の試算表と元帳は、まだ作れません。`,
        en: 'Trial balance and general ledger of a fiscal year that begins within a month are not made yet.',
      },
      rule: {
        says: { ja: '帳簿は暦の月ごとに集計します。', en: 'The books are summed by calendar months.' },
      },
      todo: {
        ja: '会社の情報の、事業年度の開始日を確かめてください。',
        en: 'Check the first day of the fiscal year in the company profile.',
      },
    })
  return start
}

/** Refuses a range that is turned round or leaves the fiscal year in which it begins. */
export function refuseSeveralYears(
  { startsOn, endsOn }: FiscalYear,
  { from, until, field }: { from: LocalDate; until: LocalDate; field: string },
): void {
  if (from <= until && until <= endsOn) return
  refuse({
    kind: 'bad-input',
    code: 'ledger.several-fiscal-years',
    what: {
      ja: `${dateInWords(from)}から${dateInWords(until)}までは、一つの事業年度（${dateInWords(startsOn)}〜${dateInWords(endsOn)}）に収まりません。`,
      en: `${from} to ${until} does not lie within one fiscal year (${startsOn} to ${endsOn}).`,
    },
    field,
    rule: {
      says: {
        ja: '損益の科目は事業年度ごとに0から始まります。',
        en: 'Accounts of profit and loss begin at zero every fiscal year.',
      },
    },
    todo: { ja: '同じ事業年度の中で期間を選んでください。', en: 'Choose a range within one fiscal year.' },
  })
}
