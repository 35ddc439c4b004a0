import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, look, say } from './desk-of.ts'
import { typeInvoice } from './enter-invoice.ts'
import { pressByKeys, read } from './hands.ts'
import { looked } from './looked.ts'
import { openPayingOffice, type PayingOffice, unasked } from './paying-office.ts'

vi.setConfig({ testTimeout: 60_000 })

let office: PayingOffice
let jiro: Desk

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

describe.skipIf(!hasBrowser)('登録番号のない取引先、9月21日から10月20日の役務', () => {
  beforeAll(async () => {
    office = await openPayingOffice()
    jiro = office.jiro
    await say(jiro, '/api/payables/add-vendor', {
      name: '木犀便利社',
      nameKana: 'モクセイベンリシャ',
      isIndividual: true,
    })
  }, 120_000)
  afterEach(({ task }) => keepPictureOfFailure(task, { jiro }))
  afterAll(() => office?.close())

  test('1. the form says that the share changes on 1 October and offers to split, by keyboard', async () => {
    const { page } = jiro
    await page.goto('/invoices/new')
    await jiro.settled()
    await typeInvoice(page, {
      ...{ vendor: 'mokusei', number: 'M-10', invoicedOn: '20261020', dueOn: '20261130', total: '33万' },
      ...{ from: '20260921', until: '20261020', account: 'shoumouhin' },
    })
    await read(page, '9/30で分ける')
    await page.getByRole('grid', { name: '仕訳' }).waitFor()
    expect(await looked(jiro, 'split-service.offered')).toEqual([])
    await page.keyboard.press('Escape')
    await pressByKeys(page, '9/30で分ける')
  })

  /** Ten of thirty days are 110,000 yen. 平成28年改正法附則52条・53条: 80 % of 10,000 yen until 30 September, 70 % of 20,000 yen after it. */
  test('2. the journal shows both classes: 8,000 of 10,000 yen and 14,000 of 20,000 yen are deducted', async () => {
    const { page } = jiro
    const grid = page.getByRole('grid', { name: '仕訳' })
    await grid.getByText('課対仕入（控70）10%').waitFor()
    await read(page, '役務の初日')
    expect(await looked(jiro, 'split-service.split')).toEqual([])
    const lines = (await grid.locator('tr.data-row').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' ').trim())
    expect(lines).toEqual([
      '消耗品費 102,000 課対仕入（控80）10%',
      '仮払消費税等 8,000 対象外',
      '消耗品費 206,000 課対仕入（控70）10%',
      '仮払消費税等 14,000 対象外',
      '未払金 330,000 対象外',
    ])
  })

  test('3. submitted and approved, the posted journal says the same', async () => {
    const { page } = jiro
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '承認を申請しました。')
    const list = (await look(jiro, '/api/payables/invoice-list')) as { invoices: { invoiceId: string }[] } // as: what the contract of invoice-list says
    const invoiceId = list.invoices[0]?.invoiceId ?? ''
    await say(office.hanako, '/api/payables/approve-invoice', { invoiceId })
    await page.goto(`/invoices/${invoiceId}`)
    await read(page, '計上した仕訳')
    for (const words of ['課対仕入（控80）10%', '課対仕入（控70）10%']) await read(page, words)
    expect(await looked(jiro, 'split-service.posted')).toEqual([])
    expect(unasked(jiro)).toEqual([])
  })
})
