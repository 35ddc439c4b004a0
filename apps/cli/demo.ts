import { startProgram } from '../server/main.ts'
import { loadSample } from '../server/sample.ts'
import type { Act } from './act.ts'
import { start } from './start.ts'

/** Loads the sample company if there is none yet, then starts as always. */
export const demo: Act = async (words, settings, tell) => {
  if (!loadSample) {
    tell('このプログラムにはサンプル会社がありません。/ This program has no sample company.')
    return 1
  }
  const running = await startProgram({ ...settings, port: 0 }, () => undefined)
  const { office } = running.program
  const known = await office.database.owner.query('select 1 from kernel.company where sample limit 1')
  if (!known.rowCount) await loadSample(office, (step, percent) => tell(`${String(percent).padStart(3)} %  ${step}`))
  await running.stop()
  return start(words, settings, tell)
}
