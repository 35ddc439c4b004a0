import { readFile } from 'node:fs/promises'
import { readPdf } from '@ennoshita/formats'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, look } from './desk-of.ts'
import { press, read, row, rowByKeys, tabTo } from './hands.ts'
import { openSampleCompany, type SampleCompany } from './sample-company.ts'

vi.setConfig({ testTimeout: 60_000 })

let company: SampleCompany
let desk: Desk
/** The day of the newest journal and the first of its month, as the address of a screen wants them. */
let newest = ''
let month = ''
const companyName = '株式会社はなみずき什器製作所'

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

describe.skipIf(!hasBrowser)('the books', () => {
  beforeAll(async () => {
    company = await openSampleCompany()
    desk = company.desk
    const { journals } = (await look(desk, '/api/ledger/journal-list?limit=1')) as { journals: { postedOn: string }[] } // as: what the contract of journal-list says
    newest = journals[0]?.postedOn ?? ''
    month = `${newest.slice(0, 7)}-01`
  }, 600_000)
  afterAll(() => company?.close())
  afterEach(({ task }) => keepPictureOfFailure(task, { desk }))

  test('1. lead from the trial balance to the paper, to the invoice and to its approval in three clicks', async () => {
    const { page } = desk
    await page.goto(`/trial-balance?from=${month}&until=${month}`)
    await row(page, '未払金').click()
    await page.getByRole('heading', { name: '206 未払金 の元帳' }).waitFor()
    await row(page, '請求書 受付').click()
    await page.getByRole('heading', { name: /^仕訳 No\.\d+$/ }).waitFor()
    const journal = page.url()
    const sheet = page.locator('section.sheet').filter({ hasText: 'もとになったもの' })
    const vendor = (await sheet.getByRole('link').last().textContent()) ?? ''
    expect(vendor).not.toBe('')
    await sheet.locator('div', { hasText: /^書類/ }).getByRole('link').click()
    await page.getByRole('heading', { name: vendor }).waitFor()
    await page.locator('canvas').first().waitFor()
    await read(page, '取引年月日')
    await page.goto(journal)
    await sheet
      .locator('div', { hasText: /^受け取った請求書/ })
      .getByRole('link')
      .click()
    await page.waitForURL(/\/invoices\//)
    await page.getByText(vendor).first().waitFor()
    await page.goto(journal)
    await sheet
      .locator('div', { hasText: /^承認の記録/ })
      .getByRole('link')
      .click()
    await page.waitForURL(/\/approvals\//)
    await read(page, '承認した')
    expect(desk.faults()).toEqual([])
  })

  test('2. lead there without the mouse', async () => {
    const { page } = desk
    await page.goto(`/trial-balance?from=${month}&until=${month}`)
    await rowByKeys(page, '未払金')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '206 未払金 の元帳' }).waitFor()
    await rowByKeys(page, '請求書 受付')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^仕訳 No\.\d+$/ }).waitFor()
    await tabTo(page, page.locator('section.sheet').filter({ hasText: 'もとになったもの' }).getByRole('link').first())
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/documents\//)
    await read(page, '取引年月日')
  })

  test.each([
    ['/journals', '仕訳帳', ['日付', '番号', '借方科目', '借方金額', '貸方科目', '貸方金額', '摘要', '備考']],
    ['/ledgers', '総勘定元帳', ['日付', '相手科目', '摘要', '税区分', '借方', '貸方', '残高']],
    ['/trial-balance', '合計残高試算表', ['勘定科目', '前からの繰越', '借方', '貸方', '残高']],
    ['/accounts', '勘定科目', ['番号', '勘定科目', '区分', '貸借', '税区分', '補助科目']],
    ['/documents', '書類一覧', ['取引年月日', '種別', '取引先', '金額', 'ファイル名', '保存した人']],
  ])(
    '3. %s is printed whole on A4, with its name, the company and the heads on every page',
    async (path, title, heads) => {
      const { page } = desk
      await page.addInitScript(() => {
        window.print = () => undefined // the dialog of a printer, which nobody would close here
      })
      await page.goto(`${path}?from=${month}&until=${path === '/trial-balance' ? month : newest}`)
      await desk.settled()
      await press(page, '印刷')
      await page.locator('.printed-sheet').waitFor({ state: 'attached' })
      const bytes = await page.pdf({ preferCSSPageSize: true })
      const pdf = await readPdf(new Uint8Array(bytes), { pages: 3 })
      if (!pdf.ok) throw new Error(pdf.fault.en)
      expect(pdf.pageCount).toBeGreaterThan(1)
      for (const { width, height, texts } of pdf.pages) {
        expect([width, height].map(Math.round).sort()).toEqual([595, 842]) // A4 in points
        const words = texts.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
        expect([title, companyName, ...heads].filter((wanted) => !words.includes(wanted))).toEqual([])
        expect(texts.filter((text) => text.x < 0 || text.x + text.width > width)).toEqual([])
      }
    },
  )

  test('4. are saved in Shift_JIS as old programs read them', async () => {
    const { page } = desk
    await page.goto(`/journals?from=${month}&until=${newest}`)
    await desk.settled()
    await press(page, 'ファイルに書き出す')
    const saved = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'CSV（Shift_JIS）' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toMatch(/^仕訳帳_\d{8}-\d{8}\.csv$/)
    const lines = new TextDecoder('shift_jis', { fatal: true }).decode(await readFile(await file.path())).split('\r\n')
    expect(lines[0]).toMatch(/^日付,伝票番号,種別,借方科目番号,借方勘定科目,/)
    expect(lines[1]).toMatch(/^\d{4}\/\d\d\/\d\d,\d+,/)
  })
})
