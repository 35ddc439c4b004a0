import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { type Desk, openDesk, sitAs } from './desk-of.ts'
import type { Place } from './places.ts'
import { type StartedProgram, startOnEmptyFolder } from './program.ts'

/** A head of affairs who also administers: every screen opens for this person of the sample company. */
const person = '永井 徹'
const pictures = join(import.meta.dirname, 'screens')

/** The program with the sample company loaded by hand, as a visitor does it, and someone sitting at it. */
export type SampleCompany = {
  readonly desk: Desk
  /** Another browser of the same person. */
  anotherDesk(look: Parameters<typeof openDesk>[2]): Promise<Desk>
  close(): Promise<void>
}

export async function openSampleCompany(): Promise<SampleCompany> {
  mkdirSync(pictures, { recursive: true })
  const program: StartedProgram = await startOnEmptyFolder()
  const browser: Browser = await openBrowser()
  const desk = await openDesk(browser, program.address)
  await desk.page.goto('/')
  const offer = desk.page.getByRole('button', { name: '見本の会社を読み込む' })
  const choice = desk.page.getByRole('heading', { name: '見本の会社：だれとして見ますか' })
  await offer.or(choice).waitFor({ timeout: 60_000 })
  if (await offer.isVisible()) await offer.click()
  await choice.waitFor({ timeout: 500_000 })
  await sitAs(desk, person)
  return {
    desk,
    async anotherDesk(look) {
      const another = await openDesk(browser, program.address, look)
      await sitAs(another, person)
      return another
    },
    async close() {
      await browser.close()
      await program.stop()
    },
  }
}

/** Where the picture of a screen is kept for people to look at. */
export function pictureOf({ path }: Place, look: string): string {
  return join(pictures, `${path.replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'today'}.${look}.png`)
}
