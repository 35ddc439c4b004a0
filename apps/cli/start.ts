import { startProgram } from '../server/main.ts'
import type { Act } from './act.ts'

/** Starts the program and runs until it is told to stop; a second Ctrl+C stops it without waiting. */
export const start: Act = async (_, settings, tell) => {
  const running = await startProgram(settings, tell)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        tell('止めています… / stopping …')
        process.once(signal, () => process.exit(1))
        resolve()
      })
    }
  })
  await running.stop()
  return 0
}
