import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, openBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, openDesk, say } from './desk-of.ts'
import { looked } from './looked.ts'
import { unasked } from './paying-office.ts'
import { places } from './places.ts'
import { startOnEmptyFolder } from './program.ts'

vi.setConfig({ testTimeout: 60_000 })

const email = 'hanako@aozora.example'
const password = 'あさがおの観察日記をつける'
const founder = {
  ...{ companyName: 'あおぞら商店株式会社', personFamilyName: '青空', personGivenName: '花子' },
  ...{ familyNameKana: 'アオゾラ', givenNameKana: 'ハナコ', email, password },
}

let desk: Desk
let phone: Desk
let close: () => Promise<void>

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

describe.skipIf(!hasBrowser)('every screen on the first day of a company, before anything is entered', () => {
  beforeAll(async () => {
    const program = await startOnEmptyFolder()
    const browser = await openBrowser()
    close = async () => {
      await browser.close()
      await program.stop()
    }
    desk = await openDesk(browser, program.address)
    await say(desk, '/api/first-run', founder)
    phone = await openDesk(browser, program.address, { isPhone: true })
    await say(phone, '/api/session/sign-in', { email, password })
  }, 120_000)
  afterAll(() => close?.())

  test.each(places().filter(({ path }) => !path.includes('$')))('$name ($path)', async ({ path }) => {
    const name = path.replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'today'
    await Promise.all([desk.page.goto(path), phone.page.goto(path)])
    const atDesk = [...(await looked(desk, `${name}.empty`)), ...unasked(desk)]
    const onPhone = [...(await looked(phone, `${name}.empty.phone`)), ...unasked(phone)]
    expect({ atDesk, onPhone }).toEqual({ atDesk: [], onPhone: [] })
  })
})
