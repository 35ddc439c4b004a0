import { dateInWords } from '@ennoshita/kernel'
import { addDays, command, daysBetween, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { lockOrganisation } from './lock-organisation.ts'

export const setCalendarDay = command(people.setCalendarDay, {
  may: 'people.keep-company',
  emits: ['people.calendar-day-set'],
  async run({ tx, actor }, { on, untilOn = on, kind, reason, was }) {
    const length = daysBetween(on, untilOn) + 1
    if (length < 1 || length > 62)
      refuse({
        kind: 'bad-input',
        code: 'people.calendar-stretch',
        what: {
          ja: '終わりの日は、始まりの日から62日以内にしてください。',
          en: 'The last day lies within 62 days of the first.',
        },
        field: 'untilOn',
        todo: { ja: '期間を分けて登録してください。', en: 'Enter it in parts.' },
      })
    await lockOrganisation(tx, actor.companyId)
    const other = await tx.row<{ on: string; kind: string; reason: string }>`
      select day_on as on, kind, reason from people.calendar_day
      where company_id = ${actor.companyId} and day_on between ${on} and ${untilOn} and kind <> ${was} order by day_on limit 1`
    if (other)
      refuse({
        kind: 'conflict',
        code: 'people.calendar-day-set-already',
        what: {
          ja: `${dateInWords(other.on)}には、すでに${other.kind === 'closed' ? '休業日' : '営業日'}として「${other.reason}」が登録されています。`,
          en: `${other.on} is already set as ${other.kind === 'closed' ? 'closed' : 'open'}: "${other.reason}".`,
        },
        field: 'on',
        todo: {
          ja: 'カレンダーを開き直し、変えるときは今の登録を選んでから保存してください。',
          en: 'Reload the calendar and choose the day as it stands now.',
        },
      })
    const days = Array.from({ length }, (_, after) => addDays(on, after))
    await tx.run`insert into people.calendar_day (company_id, day_on, kind, reason)
      select ${actor.companyId}, unnest(${days}::date[]), ${kind}, ${reason}
      on conflict (company_id, day_on) do update set kind = excluded.kind, reason = excluded.reason`
    return {
      events: [
        {
          activity: 'people.calendar-day-set',
          objects: [{ type: 'company', id: actor.companyId }],
          data: { on, untilOn, kind },
        },
      ],
      answer: { days: length },
    }
  },
})
