import type { Settings } from '../server/settings.ts'

/** One thing the command line does; answers the exit code. `tell` writes a line for the person. */
export type Act = (words: readonly string[], settings: Settings, tell: (line: string) => void) => Promise<number>
