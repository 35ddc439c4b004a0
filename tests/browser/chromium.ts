import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const named = process.env.ENNOSHITA_CHROMIUM
const found = [...(named ? [named] : []), ...usualPlaces].find(isThere)

/** With `ENNOSHITA_BROWSER_REQUIRED=1` a missing browser is a failure, without it a skip that says why. */
export const hasBrowser = found !== undefined || process.env.ENNOSHITA_BROWSER_REQUIRED === '1'

/** What a skipped test says of itself. */
export const withoutBrowser = `画面のテスト: skipped, no Chromium found (${usualPlaces.slice(0, 3).join(', ')}, or set ENNOSHITA_CHROMIUM)`

/** Opens the browser of this machine without a window. Throws where there is none. */
export async function openBrowser(): Promise<Browser> {
  if (found === undefined) throw new Error('no Chromium found, and ENNOSHITA_BROWSER_REQUIRED=1 asks for one')
  return chromium.launch({ executablePath: found, args: flags })
}
