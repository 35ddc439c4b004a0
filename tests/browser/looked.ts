import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from './desk-of.ts'
import { axeFindings, cutOff, rawWords } from './faults-seen.ts'

const folder = join(import.meta.dirname, 'screens')

/** Keeps how a screen stands, for people to look at, and says what is wrong with it; the story says what it should show. */
export async function looked(desk: Desk, name: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  await desk.settled()
  await desk.page.screenshot({ path: join(folder, `${name}.png`) })
  return [...(await axeFindings(desk.page)), ...(await cutOff(desk.page)), ...(await rawWords(desk.page))]
}
