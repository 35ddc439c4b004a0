import { desk } from '@ennoshita/desk'
import { callOf, type Flow, type FlowCall, type Mail } from '@ennoshita/kernel/server'

/**
 * 催促: the reminders of the day go out in the product's name; each is settled as sent, or as undeliverable without an address.
 * A letter that the mail refuses makes the job try again from the first that is not settled yet.
 */
export function remindersToMail(mail: Mail): Flow {
  return {
    name: 'reminders-to-mail',
    on: 'desk.reminders-checked',
    async calls(_event, ask) {
      const settled: FlowCall[] = []
      for (let offset = 0, more = true; more; offset += 500) {
        const found = await ask(desk.remindersToSend, { offset, limit: 500 })
        for (const { reminderId, to, subject, body } of found.rows) {
          if (to !== '') await mail.send({ to, subject, text: body })
          settled.push(callOf(desk.settleReminder, { reminderId, outcome: to === '' ? 'undeliverable' : 'sent' }))
        }
        more = found.more
      }
      return settled
    },
  }
}
