import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { paperOf } from '../../apps/sample/paper.ts'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, look, say } from './desk-of.ts'
import { field, pressByKeys, read, rowByKeys, tabTo, writeByKeys } from './hands.ts'
import { looked } from './looked.ts'
import { accountOf } from './paying-company.ts'
import { openPayingOffice, type PayingOffice, typedDay, unasked } from './paying-office.ts'

vi.setConfig({ testTimeout: 60_000 })

let office: PayingOffice
let hanako: Desk
let jiro: Desk
let address = ''

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

const paper = Buffer.from(
  paperOf({
    ...{
      number: 'KB-1',
      invoicedOn: '2026年10月31日',
      dueOn: '2026年12月31日',
      service: '2026年10月1日〜2026年10月31日',
    },
    ...{ addressee: 'あおぞら商店株式会社', vendor: '株式会社川辺野スチール', registrationNumber: 'T7000012050002' },
    account: 'かえで銀行 本店 普通 1234567',
    lines: [{ text: '棚板', amount: 100_000 }],
    sums: [{ text: '10%対象', base: 100_000, tax: 10_000 }],
    total: 110_000,
  }),
)

/** The same paper with a password that nobody told (ISO 32000-1, 7.6: a standard security handler whose keys fit no password). */
function withPassword(bytes: Buffer): Buffer {
  const key = 'ab'.repeat(32)
  const id = '00112233445566778899aabbccddeeff'
  const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<${id}> <${id}>]`
  return Buffer.from(bytes.toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R ${locked}`), 'latin1')
}

const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })
const xml = (name: string, text: string) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(text) })

async function counts(): Promise<Record<string, number>> {
  const list = (await look(jiro, '/api/payables/invoice-list')) as { sums: { state: string; count: number }[] } // as: what the contract of invoice-list says
  return Object.fromEntries(list.sums.map(({ state, count }) => [state, count]))
}

/** Presses the same twice, as an impatient hand does. */
async function twice(button: ReturnType<Desk['page']['getByRole']>): Promise<void> {
  await button.dblclick({ delay: 0 })
}

describe.skipIf(!hasBrowser)('what does not go in, and what is pressed twice', () => {
  beforeAll(async () => {
    office = await openPayingOffice()
    hanako = office.hanako
    jiro = office.jiro
    await say(jiro, '/api/payables/add-vendor', {
      ...{ name: '株式会社川辺野スチール', nameKana: 'カワベノスチール', method: 'cash' },
      registrationNumber: 'T7000012050002',
    })
  }, 120_000)
  afterEach(({ task }) => keepPictureOfFailure(task, { hanako, jiro }))
  afterAll(() => office?.close())

  test('1. an empty file, a PDF with a password, broken XML, a spreadsheet: each is answered in the list, the good one stays', async () => {
    const { page } = jiro
    const chooser = page.waitForEvent('filechooser', { timeout: 60_000 }) // asked for well before the key: the browser must know by then
    await page.goto('/invoices')
    await page.getByRole('button', { name: 'ファイルから登録' }).waitFor()
    await jiro.settled()
    await pressByKeys(page, /^ファイルから登録/)
    await (await chooser).setFiles([
      pdf('空の請求書.pdf', Buffer.alloc(0)),
      pdf('鍵つき.pdf', withPassword(paper)),
      xml('こわれた.xml', '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>A-1'),
      pdf('名前だけ.pdf', Buffer.from('これはPDFではありません')),
      pdf('請求書_KB-1.pdf', paper),
    ])
    await read(page, '1件を下書きにしました。4件は登録していません。')
    expect(await looked(jiro, 'bad-invoices.intake')).toEqual([])
    const told = await page.getByRole('dialog').locator('tr.data-row').allInnerTexts()
    expect(told.map((line) => line.split(/\s+/).slice(0, 3).join(' '))).toEqual([
      '空の請求書.pdf 未登録 ファイルが空です（0バイト）。',
      '鍵つき.pdf 未登録 「鍵つき.pdf」：PDFにパスワードがかかっているため、読めません。',
      expect.stringContaining('こわれた.xml 未登録 「こわれた.xml」：XMLが壊れているか'),
      '名前だけ.pdf 未登録 「名前だけ.pdf」：PDFが壊れているため、読めません。',
      '請求書_KB-1.pdf 下書き 入力する',
    ])
    expect(await counts()).toMatchObject({ all: 1, draft: 1 })
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/invoices\/[0-9a-f-]{36}$/)
    address = new URL(page.url()).pathname
  })

  test('2. what cannot be read is said beside its field, and nothing is sent while it stands there', async () => {
    const { page } = jiro
    await page.locator('canvas').first().waitFor()
    await jiro.settled()
    for (const [label, text, sentence] of [
      ['請求日', '2026/2/30', /2月30日|2月は28日|ありません/],
      ['請求金額（税込）', '1e99', /金額/],
    ] as const) {
      const before = await field(page, label).inputValue()
      await writeByKeys(page, label, text)
      await page.keyboard.press('Tab')
      await page.locator('.field-error').getByText(sentence).waitFor()
      await page.keyboard.press('ControlOrMeta+Enter')
      await page.locator('[aria-invalid="true"]:focus').waitFor()
      await writeByKeys(page, label, before)
    }
    await writeByKeys(page, '請求金額（税込）', '9999999999999999')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.locator('[aria-invalid="true"], [role="alert"]').first().waitFor()
    expect(await looked(jiro, 'bad-invoices.too-large')).toEqual([])
    expect(await counts()).toMatchObject({ all: 1, draft: 1 })
    await writeByKeys(page, '請求金額（税込）', '110000')
    await tabTo(page, page.getByLabel('1行目 勘定科目'))
    await page.keyboard.press('Tab')
    await page.keyboard.type('1e99')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '読み取れない欄があります。赤い欄を直してください。')
    await read(page, /「1e99」を金額として読めません/)
    expect(await looked(jiro, 'bad-invoices.cell')).toEqual([])
    expect(await counts()).toMatchObject({ all: 1, draft: 1 })
    await page.keyboard.type('100000')
    for (const key of ['Enter', 'ArrowUp', 'Home']) await page.keyboard.press(key)
    await page.getByLabel('1行目 勘定科目').waitFor()
  })

  test('3. a wrong registration number is refused beside its field, and no vendor is made of it', async () => {
    const { page } = hanako
    await page.goto('/vendors')
    await hanako.settled()
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('株式会社まちがい')
    await writeByKeys(page, '登録番号', 'T12345')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.locator('[aria-invalid="true"]:focus').waitFor()
    expect(await looked(hanako, 'bad-invoices.number')).toEqual([])
    await read(page, /13桁/)
    await page.keyboard.press('Escape')
    expect(JSON.stringify(await look(hanako, '/api/payables/vendor-list?text=まちがい'))).not.toContain('まちがい')
  })

  test('4. 申請 and 承認 pressed twice are done once', async () => {
    const { page } = jiro
    await tabTo(page, page.getByLabel('1行目 勘定科目'))
    await page.keyboard.type('shoumouhin')
    await pause(150)
    await page.keyboard.press('Enter')
    await page.getByRole('grid', { name: '仕訳' }).waitFor()
    await twice(page.getByRole('button', { name: /^承認を申請/ }))
    await read(page, '承認を申請しました。')
    const his = hanako.page
    await his.goto(address)
    await hanako.settled()
    await twice(
      his
        .getByRole('button', { name: '承認', exact: true })
        .or(his.getByRole('button', { name: /^承認 ?A$/ }))
        .first(),
    )
    await read(his, '承認しました。仕訳を計上しました。')
    await his.goto(`${address}/history`)
    await read(his, '請求書を承認し、計上した')
    for (const deed of ['請求書の承認を申請した', '請求書を承認し、計上した'])
      expect(await his.getByText(deed, { exact: true }).count()).toBe(1)
    expect(await looked(hanako, 'bad-invoices.once')).toEqual([])
  })

  test('5. 準備 and 支払済み pressed twice are done once', async () => {
    await say(hanako, '/api/payables/add-source-account', {
      ...{ name: '小口現金', kind: 'cash', accountId: await accountOf(hanako, '現金') },
    })
    const { page } = jiro
    await page.goto('/payments')
    await jiro.settled()
    await rowByKeys(page, '株式会社川辺野スチール')
    await page.keyboard.press('p')
    await page.getByRole('dialog', { name: '支払を準備する' }).waitFor()
    await read(page, '1件・110,000円')
    await twice(page.getByRole('button', { name: /^準備する/ }))
    await page.getByRole('heading', { name: '支払 1' }).waitFor()
    const runId = new URL(page.url()).pathname.split('/').at(-1)
    await say(hanako, '/api/payables/release-run', { runId })
    await page.reload()
    await jiro.settled()
    await pressByKeys(page, '支払済みにする')
    await writeByKeys(page, '支払った日', typedDay(office.company.today))
    await twice(page.getByRole('dialog').getByRole('button', { name: /^支払済みにする/ }))
    await read(page, /支払済みにし、仕訳を記帳しました/)
    const journals = JSON.stringify(await look(jiro, '/api/ledger/journal-list'))
    expect(journals.match(/"journalId"/g)).toHaveLength(2)
    expect(unasked(hanako, jiro)).toEqual([])
  })
})
