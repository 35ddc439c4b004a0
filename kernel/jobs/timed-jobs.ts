import { dateInTokyo, instantInTokyo } from '../clock/clock.ts'
import type { Office } from '../command/office.ts'
import { runCommand } from '../command/run-command.ts'
import { derivedId } from '../ids/derived-id.ts'
import { programFor } from '../permission/actor.ts'
import { inTransaction } from '../sql/database.ts'

/** Runs each module's timed jobs that are due today and have not run yet, company by company; one that fails holds up no other. */
export async function runTimedJobs(office: Office, report: (fault: unknown) => void): Promise<void> {
  const now = office.clock.now()
  const today = dateInTokyo(now)
  const due = office.modules
    .flatMap((module) => module.jobs ?? [])
    .filter((job) => instantInTokyo(today, job.at) <= now)
  if (due.length === 0) return
  const companies = await inTransaction(
    office.database.owner,
    (tx) => tx.rows<{ companyId: string }>`select company_id as "companyId" from kernel.company order by founded_at`,
  )
  for (const { companyId } of companies) {
    const requests = due.map((job) => ({ job, requestId: derivedId(`${job.name} ${companyId} ${today}`) }))
    const done = await inTransaction(
      office.database.owner,
      (tx) =>
        tx.rows<{
          id: string
        }>`select id from kernel.command where company_id = ${companyId} and id = any(${requests.map((each) => each.requestId)}::uuid[])`,
    )
    const ran = new Set(done.map((row) => row.id))
    for (const { job, requestId } of requests) {
      if (ran.has(requestId)) continue
      await runCommand(office, job.command, programFor(companyId), job.input(today), { requestId }).catch(report)
    }
  }
}
