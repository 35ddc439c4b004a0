import { query } from '../../command/command.ts'
import { kernel } from '../contract.ts'

type Row = {
  jobId: string
  flow: string | null
  eventId: string | null
  attempts: number
  fault: string
  lastTriedAt: string
}

/** Deliveries between modules that failed as often as they may, newest first. */
export const deadLetters = query(kernel.deadLetters, {
  may: 'kernel.watch-deliveries',
  run: ({ tx, actor }) => tx.rows<Row>`
    select job_id as "jobId", flow, event_id as "eventId", attempts, fault, last_tried_at as "lastTriedAt"
    from kernel.dead_letters(${actor.companyId})`,
})
