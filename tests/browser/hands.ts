import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'

/** Goes with Tab from where the focus is until it stands in the wanted place; says where it went when it never comes there. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  const passed: string[] = []
  for (let step = 0; step < 80; step += 1) {
    if (
      await wanted.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))
    )
      return
    await page.keyboard.press('Tab')
    passed.push(await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 20) ?? ''))
  }
  throw new Error(`not reached by keyboard; the focus passed: ${passed.join(' → ')}`)
}

/** The field of this label, whether it says 必須 or not. */
export const field = (page: Page, label: string): Locator =>
  page
    .getByLabel(new RegExp(`^${label}\\s*(必須)?$`))
    .and(page.locator('input, textarea, select'))
    .last()

/** Goes to a field by keyboard and writes into it. */
export async function writeByKeys(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, field(page, label))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Chooses one of many by mouse: writes a part of the name and clicks the entry. */
export async function choose(page: Page, label: string, text: string, entry: string | RegExp = text): Promise<void> {
  await field(page, label).click()
  await field(page, label).fill(text)
  await page.getByRole('option', { name: entry }).first().click()
}

/** Chooses one of many by keyboard: the first match is at hand, Enter takes it. */
export async function chooseByKeys(page: Page, label: string, text: string): Promise<void> {
  await writeByKeys(page, label, text)
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
}

/** Clicks the button of this name. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).last().click()

/** The row of a table in which these words stand. */
export const row = (page: Page, words: string | RegExp): Locator =>
  page.locator('tr.data-row').filter({ hasText: words }).first()

/** Goes to a button or link by keyboard and presses it. */
export async function pressByKeys(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }).last())
  await page.keyboard.press('Enter')
}

/** Goes into the first table with ↓, as the list of keys says, and with Home and ↓ to a row of it. */
export async function rowByKeys(page: Page, words: string): Promise<void> {
  const wanted = row(page, words)
  await wanted.waitFor()
  const isInField = () => page.evaluate(() => document.activeElement?.matches('input, textarea, select') === true)
  for (let step = 0; step < 10 && (await isInField()); step += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let step = 0; step < 40; step += 1) {
    await pause(30)
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrows never came to the row ${words}`)
}

/** Waits for the words that the program says below the screen, or anywhere on it. */
export async function read(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor()
}

/** The six digits of an authenticator at this moment (RFC 6238: SHA-1, 30 seconds); `secret` in Base32 (RFC 4648). */
export function codeOf(secret: string, at: Date): string {
  const bits = [...secret.replaceAll(/[\s=]/g, '').toUpperCase()]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const from = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** A code holds for half a minute; near its end the next one is awaited. */
export async function freshCodeOf(secret: string): Promise<string> {
  const left = 30_000 - (Date.now() % 30_000)
  if (left < 3_000) await pause(left + 100)
  return codeOf(secret, new Date())
}
