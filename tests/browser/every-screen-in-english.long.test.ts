import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { modules } from '../../apps/web/modules.ts'
import { english as wordsOfShell } from '../../apps/web/shell/english.ts'
import { english as wordsOfUi } from '../../ui/words/english.ts'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import type { Desk } from './desk-of.ts'
import { cutOff, japaneseHeads, leftJapanese } from './faults-seen.ts'
import { addressOf, places } from './places.ts'
import { openSampleCompany, pictureOf, type SampleCompany } from './sample-company.ts'

const catalogue = Object.assign({}, wordsOfUi, wordsOfShell, ...modules.map((module) => module.words))

vi.setConfig({ testTimeout: 60_000 })

let company: SampleCompany
let english: Desk

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

describe.skipIf(!hasBrowser)('every screen in English, in the sample company', () => {
  beforeAll(async () => {
    company = await openSampleCompany()
    english = await company.anotherDesk({ language: 'en' })
    await english.page.goto('/')
  }, 600_000)
  afterAll(() => company?.close())

  test.each(places())('$name ($path)', async (place) => {
    await goWithin(english, await addressOf(english, place))
    await english.page.screenshot({ path: pictureOf(place, 'english') })
    expect([
      ...english.faults(),
      ...(await leftJapanese(english.page, catalogue, place.path.includes('$'))),
      ...(await japaneseHeads(english.page)),
      ...(await cutOff(english.page)),
    ]).toEqual([])
  })
})

/** From screen to screen without loading the page anew, as links do. */
async function goWithin({ page, settled }: Desk, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState({}, '', to)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await settled()
}
