import { derivedId, type EventObject, type LocalDate, type Tx } from '@ennoshita/kernel/server'
import { monthWords } from './refuse-posting.ts'

/** A month of the books as an object of events: its history tells who locked and unlocked it, when and why. */
export function monthObject(company: string, month: LocalDate): EventObject {
  return {
    type: 'ledger-month',
    id: derivedId(`${company} ledger ${month}`),
    label: {
      text: `${monthWords(month).ja}の帳簿`,
      opens: `/trial-balance?month=${month.slice(0, 7)}`,
      may: 'ledger.see-books',
    },
  }
}

/** Waits until nobody is posting into the month any more, keeps it so until the end, and says whether it is locked. */
export async function waitForPostings(tx: Tx, company: string, month: LocalDate): Promise<boolean> {
  const [, locked] = await Promise.all([
    tx.run`select pg_advisory_xact_lock(ledger.month_key(${company}, ${month}))`,
    tx.row`select month from ledger.month_lock where company_id = ${company} and month = ${month}`,
  ])
  return locked !== undefined
}
