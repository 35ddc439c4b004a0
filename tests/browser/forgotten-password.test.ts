import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, openBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, openDesk, phoneSize } from './desk-of.ts'
import { axeFindings, cutOff } from './faults-seen.ts'
import { field, press, read, writeByKeys } from './hands.ts'
import { type StartedProgram, startOnEmptyFolder } from './program.ts'

vi.setConfig({ testTimeout: 60_000 })

const [first, second, third] = ['あさがおの観察日記をつける', 'ひまわりの種を数える日曜', 'こすもす畑まで自転車で行く']
const email = 'hanako@aozora.example'

let program: StartedProgram
let browser: Browser
let hanako: Desk

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

describe.skipIf(!hasBrowser)('a password', () => {
  beforeAll(async () => {
    program = await startOnEmptyFolder()
    browser = await openBrowser()
    hanako = await openDesk(browser, program.address)
    const { page } = hanako
    await page.goto('/')
    await press(page, '会社を登録する')
    const written = [
      ...[['会社名', 'あおぞら商店株式会社'] as const, ['姓', '青空'] as const, ['名', '花子'] as const],
      ...[['姓（カナ）', 'アオゾラ'] as const, ['名（カナ）', 'ハナコ'] as const],
      ...[['メールアドレス', email] as const, ['パスワード', first] as const],
    ]
    for (const [label, text] of written) await field(page, label).fill(text)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '今日', exact: true }).waitFor()
  }, 90_000)
  afterEach(({ task }) => keepPictureOfFailure(task, { hanako }))
  afterAll(async () => {
    await browser?.close()
    await program?.stop()
  })

  test('1. is changed by keyboard on the page about oneself; a mistyped one is said at its field', async () => {
    const { page } = hanako
    await page.goto('/me')
    await writeByKeys(page, 'いまのパスワード', '思い出せない言葉')
    await writeByKeys(page, '新しいパスワード', second)
    await writeByKeys(page, '新しいパスワード（もう一度）', third)
    await read(page, '上のパスワードと違います。')
    await writeByKeys(page, '新しいパスワード（もう一度）', second)
    await page.keyboard.press('Enter')
    await read(page, 'パスワードが違います。')
    await writeByKeys(page, 'いまのパスワード', first)
    await page.keyboard.press('Enter')
    await read(page, 'パスワードを変えました。')
    expect([...(await axeFindings(page)), ...(await cutOff(page))]).toEqual([])
    await page.screenshot({ path: join(import.meta.dirname, 'screens', 'password.change.png'), fullPage: true })
  })

  test('2. that is forgotten is set anew on the phone, by the link of the letter', async () => {
    const { page } = hanako
    await press(page, '青空 花子：設定とサインアウト')
    await page.getByRole('menuitem', { name: 'サインアウト' }).click()
    await page.setViewportSize(phoneSize)
    await field(page, 'メールアドレス').fill(email)
    await press(page, 'パスワードを忘れたとき')
    await page.screenshot({ path: join(import.meta.dirname, 'screens', 'password.forgotten.png') })
    await press(page, 'リンクを送る')
    await read(page, 'リンクを送りました')
    const link = await vi.waitFor(linkOfLetter, { timeout: 10_000 })
    await page.goto(link)
    await field(page, '新しいパスワード').fill(third)
    await field(page, '新しいパスワード（もう一度）').fill(third)
    expect([...(await axeFindings(page)), ...(await cutOff(page))]).toEqual([])
    await page.screenshot({ path: join(import.meta.dirname, 'screens', 'password.new.png') })
    await press(page, '決める')
    await read(page, '新しいパスワードにしました。')
    await page.getByRole('link', { name: 'サインイン' }).click()
    await field(page, 'メールアドレス').fill(email)
    await field(page, 'パスワード').fill(third)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '今日', exact: true }).waitFor()
  })

  test('3. the authenticator is shown as a picture to be scanned', async () => {
    const { page } = hanako
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto('/me')
    await field(page, 'パスワード').fill(third)
    await press(page, '使いはじめる')
    await page.getByRole('img', { name: '認証アプリに登録するQRコード' }).waitFor()
    await page.screenshot({ path: join(import.meta.dirname, 'screens', 'password.authenticator.png'), fullPage: true })
    expect(await axeFindings(page)).toEqual([])
  })
})

/** The link in the newest letter that the program has laid into its folder. */
async function linkOfLetter(): Promise<string> {
  const folder = join(program.dataFolder, 'letters')
  const [newest] = (await readdir(folder))
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .toReversed()
  const letter = await readFile(join(folder, newest ?? ''), 'utf8')
  const body = letter.slice(letter.indexOf('\r\n\r\n') + 4)
  const text = /content-transfer-encoding: base64/i.test(letter)
    ? Buffer.from(body, 'base64').toString('utf8')
    : body.replaceAll('=\r\n', '')
  const link = /https?:\/\/\S+\/new-password\/\S+/.exec(text)?.[0]
  if (link === undefined) throw new Error(`no link in ${text}`)
  return link
}
