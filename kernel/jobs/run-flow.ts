import { z } from 'zod'
import type { Office } from '../command/office.ts'
import { runCommand } from '../command/run-command.ts'
import { runQuery } from '../command/run-query.ts'
import type { RecordedEvent } from '../event/flow.ts'
import { derivedId } from '../ids/derived-id.ts'
import { programFor } from '../permission/actor.ts'
import { inTransaction } from '../sql/database.ts'

const delivery = z.object({ flow: z.string(), companyId: z.uuid(), eventId: z.uuid() })

/** Delivers one event to one flow. Delivered again, it does nothing again: the request id is made of event, flow and call. */
export async function runFlow(office: Office, payload: unknown): Promise<void> {
  const { flow: name, companyId, eventId } = delivery.parse(payload)
  const flow = office.flows.find((each) => each.name === name)
  if (!flow) throw new Error(`The flow ${name} is not part of this program.`)
  const event = await eventOf(office, companyId, eventId)
  const actor = programFor(companyId)
  const calls = await flow.calls(event, (contract, input) => runQuery(office, contract, actor, input))
  for (const call of calls) {
    await runCommand(office, call.command, actor, call.input, {
      requestId: derivedId(`${eventId} ${name} ${call.command.name} ${JSON.stringify(call.input)}`),
      cause: eventId,
    })
  }
}

async function eventOf(office: Office, companyId: string, eventId: string): Promise<RecordedEvent> {
  const found = await inTransaction(
    office.database.owner,
    (tx) => tx.row<RecordedEvent>`
      select e.company_id as "companyId", e.id, e.activity, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.actor, e.on_behalf_of as "onBehalfOf", e.data,
        (select coalesce(jsonb_agg(jsonb_build_object('type', o.object_type, 'id', o.object_id, 'qualifier', o.qualifier)), '[]')
         from kernel.event_object o where o.company_id = e.company_id and o.event_id = e.id) as objects
      from kernel.event e where e.company_id = ${companyId} and e.id = ${eventId}`,
  )
  if (!found) throw new Error(`The event ${eventId} is not in the log.`)
  return found
}
