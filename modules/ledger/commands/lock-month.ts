import { command, refuse } from '@ennoshita/kernel/server'
import { ledger } from '../contract.ts'
import { monthOf } from '../rules/fiscal-year.ts'
import { monthObject, waitForPostings } from './month-object.ts'
import { monthWords, refuseField } from './refuse-posting.ts'

export const lockMonth = command(ledger.lockMonth, {
  may: 'ledger.lock-months',
  emits: ['ledger.month-locked'],
  async run({ tx, actor, now, today }, given) {
    const company = actor.companyId
    const month = monthOf(given.month)
    const words = monthWords(month)
    if (month > today)
      refuseField(
        'month',
        'month-to-come',
        { ja: `${words.ja}はまだ始まっていないため、締められません。`, en: `${words.en} has not begun yet.` },
        { ja: '今月以前の月を選んでください。', en: 'Choose this month or an earlier one.' },
      )
    if (await waitForPostings(tx, company, month))
      refuse({
        kind: 'conflict',
        code: 'ledger.locked-already',
        what: { ja: `${words.ja}は締められています。`, en: `${words.en} is locked already.` },
        field: 'month',
        todo: { ja: '画面を開き直してください。', en: 'Reload.' },
      })
    await tx.run`insert into ledger.month_lock (company_id, month, locked_at, locked_by) values (${company}, ${month}, ${now}, ${actor.personId ?? null})`
    return {
      events: [{ activity: 'ledger.month-locked', objects: [monthObject(company, month)], data: { month } }],
      answer: { month },
    }
  },
})
