import { verifySeals } from '@ennoshita/kernel/server'
import { openProgram } from '../server/open-program.ts'
import type { Act } from './act.ts'

/** Recomputes every seal of the log; the exit code is 1 when one differs. */
export const verify: Act = async (_, settings, tell) => {
  const program = await openProgram(settings)
  try {
    const found = await verifySeals(program.office.database)
    tell(
      `会社 ${found.companies}、封印 ${found.seals}、記録 ${found.events}（未封印 ${found.unsealed}）/ ` +
        `${found.companies} companies, ${found.seals} seals, ${found.events} events (${found.unsealed} not sealed yet)`,
    )
    for (const { companyId, number, reason } of found.broken)
      tell(`食い違い / differs: company ${companyId}, seal ${number}: ${reason}`)
    if (found.broken.length === 0) tell('食い違いはありません。/ Nothing differs.')
    return found.broken.length === 0 ? 0 : 1
  } finally {
    await program.close()
  }
}
