import { command, refuse } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { monthOf } from '../rules/fiscal-year.ts'
import { monthObject, waitForPostings } from './month-object.ts'
import { monthWords } from './refuse-posting.ts'

export const unlockMonth = command(ledger.unlockMonth, {
  may: 'ledger.unlock-months',
  emits: ['ledger.month-unlocked'],
  async run({ tx, actor }, { reason, ...given }) {
    const company = actor.companyId
    const month = monthOf(given.month)
    const words = monthWords(month)
    if (!(await waitForPostings(tx, company, month)))
      refuse({
        kind: 'conflict',
        code: 'ledger.not-locked',
        what: { ja: `${words.ja}は締められていません。`, en: `${words.en} is not locked.` },
        field: 'month',
        todo: { ja: '画面を開き直してください。', en: 'Reload.' },
      })
    await tx.run`delete from ledger.month_lock where company_id = ${company} and month = ${month}`
    return {
      events: [{ activity: 'ledger.month-unlocked', objects: [monthObject(company, month)], data: { month, reason } }],
      answer: { month },
    }
  },
})
