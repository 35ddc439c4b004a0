import { openProgram } from '../server/open-program.ts'
import { sampleInto } from '../server/sample.ts'
import type { Act } from './act.ts'
import { start } from './start.ts'

/** Loads the sample company if there is none yet, then starts as always. */
export const demo: Act = async (words, settings, tell) => {
  const program = await openProgram(settings)
  try {
    const { office } = program
    const known = await office.database.owner.query('select 1 from kernel.company where sample limit 1')
    if (!known.rowCount)
      await sampleInto(program.dataFolder)(office, (step, percent) => tell(`${String(percent).padStart(3)} %  ${step}`))
  } finally {
    await program.close()
  }
  return start(words, settings, tell)
}
