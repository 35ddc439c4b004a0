import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { modules } from '../../apps/web/modules.ts'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, deskSize, phoneSize } from './desk-of.ts'
import { axeFindings, cutOff, rawWords } from './faults-seen.ts'
import { addressOf, type Place, places } from './places.ts'
import { openSampleCompany, pictureOf, type SampleCompany } from './sample-company.ts'

vi.setConfig({ testTimeout: 60_000 })

let company: SampleCompany
let desk: Desk
let dark: Desk

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

describe.skipIf(!hasBrowser)('every screen, in the sample company', () => {
  beforeAll(async () => {
    company = await openSampleCompany()
    desk = company.desk
    dark = await company.anotherDesk({ theme: 'dark' })
  }, 600_000)
  afterAll(() => company?.close())

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

  test.each(
    places().filter(({ path }) => ['/', '/work/inventory', '/work/calendar', '/people/$personId'].includes(path)),
  )('$name in the dark ($path)', async (place) => {
    await dark.page.goto(await addressOf(dark, place))
    await dark.settled()
    expect(await facesOf(dark, place, 'dark')).toEqual([])
  })
})

/** Everything that is wrong with the screen as it stands now; its picture is kept for people to look at. */
async function facesOf({ page, faults, settled }: Desk, place: Place, look: string): Promise<string[]> {
  await settled()
  await page.screenshot({ path: pictureOf(place, look) })
  return [...faults(), ...(await axeFindings(page)), ...(await cutOff(page)), ...(await rawWords(page))]
}
