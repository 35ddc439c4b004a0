import { dateInTable, t } from '@ennoshita/ui'
import type { PayDay } from '../../rules/vendor/payment-terms.ts'

/** The next closings with their pay days; the day moved where the bank is closed. */
export function PayDaysTable({ days }: { readonly days: readonly PayDay[] }) {
  if (days.length === 0)
    return <p className="field-help">{t('この先の祝日がまだ決まっていないため、支払日を計算できません。')}</p>
  const isMoved = days.some(({ dueOn, paidOn }) => dueOn !== paidOn)
  return (
    <>
      <table className="table" aria-label={t('これからの支払日')}>
        <thead>
          <tr>
            <th scope="col">{t('締日')}</th>
            <th scope="col">{t('支払期日')}</th>
            <th scope="col">{t('支払う日')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ closesOn, dueOn, paidOn }) => (
            <tr key={closesOn}>
              <td>{dateInTable(closesOn)}</td>
              <td>{dateInTable(dueOn)}</td>
              <td>{dueOn === paidOn ? dateInTable(paidOn) : <b>{dateInTable(paidOn)}</b>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isMoved ? <p className="field-help">{t('太字は、銀行の休みを避けて動かした日です。')}</p> : null}
    </>
  )
}
