import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'

export const deskSize = { width: 1440, height: 900 }
export const phoneSize = { width: 390, height: 844 }

/** A browser of one person: pages that note whatever goes wrong in them. */
export type Desk = {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of the page, of its console (violations of the CSP among them) and of the server, since last asked. */
  faults(): string[]
  /** Waits until the screen has a heading, nothing is on its way from the server and nothing says that it is loading. */
  settled(): Promise<void>
}

type Look = { readonly language?: 'ja' | 'en'; readonly theme?: 'light' | 'dark'; readonly isPhone?: boolean }

/** Opens a fresh browser context at the address; nothing is remembered from another one. */
export async function openDesk(browser: Browser, address: string, look: Look = {}): Promise<Desk> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: look.isPhone === true ? phoneSize : deskSize,
    hasTouch: look.isPhone === true,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
    colorScheme: look.theme ?? 'light',
  })
  if (look.language === 'en') await context.addInitScript("localStorage.setItem('ennoshita.language', 'en')")
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  let noted: string[] = []
  page.on('pageerror', (error) => noted.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') noted.push(`console: ${message.text()} ${message.location().url}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) noted.push(`${answer.status()} ${answer.url()}`)
  })
  const underWay = new Set<Request>()
  page.on('request', (request) => underWay.add(request))
  page.on('requestfinished', (request) => underWay.delete(request))
  page.on('requestfailed', (request) => underWay.delete(request))
  return {
    context,
    page,
    faults() {
      const since = noted
      noted = []
      return since
    },
    async settled() {
      const heading = page.locator('h1').first()
      await heading.waitFor()
      for (let quiet = 0; quiet < 3; quiet += 1) {
        await pause(40)
        if (underWay.size > 0 || (await page.locator('.waiting').count()) > 0) quiet = 0
      }
      await heading.waitFor()
    },
  }
}

/** Takes the seat of a person of the sample company. */
export async function sitAs(desk: Desk, personName: string): Promise<void> {
  const session = await desk.context.request.get('/api/session')
  const { people = [] }: { people?: { companyId: string; personId: string; name: string }[] } = await session.json()
  const person = people.find(({ name }) => name === personName)
  if (person === undefined) throw new Error(`nobody in the sample company is called ${personName}`)
  const { companyId, personId } = person
  await say(desk, '/api/session/choose-person', { companyId, personId })
}

/** Sends a command as this person, as its screens would: only to set a stage, never in place of what a test is about. */
export async function say(desk: Desk, path: string, data: object): Promise<unknown> {
  const answer = await desk.context.request.post(path, { data, headers: { 'x-ennoshita': '1' } })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

/** Hands over a file as this person, as its screens would. */
export async function handOver(
  desk: Desk,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<unknown> {
  const answer = await desk.context.request.post('/api/files', { multipart: { file }, headers: { 'x-ennoshita': '1' } })
  if (!answer.ok()) throw new Error(`/api/files: ${await answer.text()}`)
  return answer.json()
}

/** Asks a query as this person. */
export async function look(desk: Desk, path: string): Promise<unknown> {
  const answer = await desk.context.request.get(path)
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

/** Keeps in screens/ how the pages stood when a test failed. */
export async function keepPictureOfFailure(
  test: { readonly name: string; readonly result?: { readonly state: string } },
  desks: Readonly<Record<string, Desk>>,
): Promise<void> {
  if (test.result?.state !== 'fail') return
  const name = /^\d+/.exec(test.name)?.[0] ?? 'test'
  for (const [who, { page }] of Object.entries(desks))
    await page.screenshot({ path: join(import.meta.dirname, 'screens', `failed-${name}-${who}.png`) })
}
