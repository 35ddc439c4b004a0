import { openProgram } from '../server/open-program.ts'
import type { Act } from './act.ts'

/** Brings the database up to this program and says what ran. */
export const migrate: Act = async (_, settings, tell) => {
  const program = await openProgram(settings)
  for (const name of program.migrated) tell(name)
  tell(
    program.migrated.length === 0
      ? '最新です。/ up to date'
      : `${program.migrated.length} 件を適用しました。/ ran ${program.migrated.length}`,
  )
  await program.close()
  return 0
}
