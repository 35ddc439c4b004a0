import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { modules } from '../../apps/web/modules.ts'
import { english as wordsOfShell } from '../../apps/web/shell/english.ts'
import { english as wordsOfUi } from '../../ui/words/english.ts'
import { hasBrowser, openBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, deskSize, openDesk, phoneSize, sitAs } from './desk-of.ts'
import { axeFindings, cutOff, japaneseHeads, leftJapanese, rawWords } from './faults-seen.ts'
import { addressOf, type Place, places } from './places.ts'
import { type StartedProgram, startOnEmptyFolder } from './program.ts'

/** A head of affairs who also administers: every screen opens for this person of the sample company. */
const person = '永井 徹'
const pictures = join(import.meta.dirname, 'screens')
const catalogue = Object.assign({}, wordsOfUi, wordsOfShell, ...modules.map((module) => module.words))

vi.setConfig({ testTimeout: 60_000 })

let program: StartedProgram
let browser: Browser
let desk: Desk
let dark: Desk
let english: Desk

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

describe.skipIf(!hasBrowser)('every screen, in the sample company', () => {
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    program = await startOnEmptyFolder()
    browser = await openBrowser()
    desk = await openDesk(browser, program.address)
    await desk.page.goto('/')
    const offer = desk.page.getByRole('button', { name: '見本の会社を読み込む' })
    const choice = desk.page.getByRole('heading', { name: '見本の会社：だれとして見ますか' })
    await offer.or(choice).waitFor()
    if (await offer.isVisible()) await offer.click()
    await choice.waitFor({ timeout: 90_000 })
    await sitAs(desk, person)
    dark = await openDesk(browser, program.address, { theme: 'dark' })
    english = await openDesk(browser, program.address, { language: 'en' })
    await Promise.all([sitAs(dark, person), sitAs(english, person)])
    await english.page.goto('/')
  }, 150_000)
  afterAll(async () => {
    await browser?.close()
    await program?.stop()
  })

  test('no two places answer to the same keys', () => {
    const keys = modules.flatMap((module) => module.navigation.flatMap(({ keys }) => keys ?? []))
    expect(keys.filter((each, at) => keys.indexOf(each) !== at)).toEqual([])
  })

  test.each(places())('$name ($path)', async (place) => {
    const path = await addressOf(desk, place)
    await desk.page.goto(path)
    await desk.settled()
    expect(await desk.page.title()).toMatch(/^.+｜縁の下$/)
    const atDesk = await facesOf(desk, place, 'desk')
    await desk.page.setViewportSize(phoneSize)
    const onPhone = await facesOf(desk, place, 'phone')
    await desk.page.setViewportSize(deskSize)
    expect({ atDesk, onPhone }).toEqual({ atDesk: [], onPhone: [] })
  })

  test.each(places())('$name in English ($path)', async (place) => {
    await goWithin(english, await addressOf(english, place))
    await english.page.screenshot({ path: pictureOf(place, 'english') })
    expect([
      ...english.faults(),
      ...(await leftJapanese(english.page, catalogue, place.path.includes('$'))),
      ...(await japaneseHeads(english.page)),
      ...(await cutOff(english.page)),
    ]).toEqual([])
  })

  test.each(
    places().filter(({ path }) => ['/', '/work/inventory', '/work/calendar', '/people/$personId'].includes(path)),
  )('$name in the dark ($path)', async (place) => {
    await dark.page.goto(await addressOf(dark, place))
    await dark.settled()
    expect(await facesOf(dark, place, 'dark')).toEqual([])
  })
})

const pictureOf = ({ path }: Place, look: string) =>
  join(pictures, `${path.replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'today'}.${look}.png`)

/** From screen to screen without loading the page anew, as links do. */
async function goWithin({ page, settled }: Desk, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState({}, '', to)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await settled()
}

/** Everything that is wrong with the screen as it stands now; its picture is kept for people to look at. */
async function facesOf({ page, faults, settled }: Desk, place: Place, look: string): Promise<string[]> {
  await settled()
  await page.screenshot({ path: pictureOf(place, look) })
  return [...faults(), ...(await axeFindings(page)), ...(await cutOff(page)), ...(await rawWords(page))]
}
