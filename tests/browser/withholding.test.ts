import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, look, phoneSize, say } from './desk-of.ts'
import { typeInvoice } from './enter-invoice.ts'
import { field, press, pressByKeys, read, row, rowByKeys, tabTo, writeByKeys } from './hands.ts'
import { looked } from './looked.ts'
import { accountOf, said } from './paying-company.ts'
import { monthBefore, openPayingOffice, type PayingOffice, typedDay, unasked } from './paying-office.ts'

vi.setConfig({ testTimeout: 60_000 })

let office: PayingOffice
let hanako: Desk
let jiro: Desk
let year = 0
let half = { word: '', last: '', due: '' }

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

/** The half-year before today with the last day to pay its tax (所得税法216条: 7月10日, 翌年1月20日). */
function halfBefore(today: string): typeof half {
  year = Number(today.slice(0, 4))
  return today.slice(5) > '07'
    ? { word: `${year}年1月〜${year}年6月`, last: `${year}-06-30`, due: `${year}-07-10` }
    : { word: `${year - 1}年7月〜${year - 1}年12月`, last: `${year - 1}-12-30`, due: `${year}-01-20` }
}

/** Two people whose fees are withheld from, paid in cash; and the special rule of paying twice a year (納期の特例). */
async function setTheStage(): Promise<void> {
  const deposits = await accountOf(hanako, '預り金')
  const part = { code: '1', name: '源泉所得税（報酬）', kana: 'ゲンセンショトクゼイ' }
  const { subAccountId } = await said(hanako, '/api/ledger/add-sub-account', { accountId: deposits, ...part })
  const withholding = { halfYearlyWithholding: true, withheldSubAccountId: subAccountId }
  await say(hanako, '/api/payables/set-settings', { version: 1, ...withholding })
  const accountId = await accountOf(hanako, '現金')
  await say(hanako, '/api/payables/add-source-account', { name: '小口現金', kind: 'cash', accountId })
  const fees = { isIndividual: true, method: 'cash', withholdingKind: 'general' }
  await say(jiro, '/api/payables/add-vendor', {
    ...{
      ...fees,
      name: '紫苑みどり税理士事務所',
      nameKana: 'シオンミドリゼイリシジムショ',
      withholdingGroup: 'professional',
    },
    registrationNumber: 'T7000012050002',
  })
  await say(jiro, '/api/payables/add-vendor', {
    ...{ ...fees, name: '山吹ひろし', nameKana: 'ヤマブキヒロシ', withholdingGroup: 'other' },
    registrationNumber: 'T1180301018771',
    isAnother: true,
  })
}

/** The clerk enters a fee of a month with its tax and submits it; the president approves. */
async function enterFee(vendor: string, number: string, on: string, total: string, picture: string): Promise<void> {
  const { page } = jiro
  await page.goto('/invoices/new')
  await jiro.settled()
  const day = typedDay(on)
  await typeInvoice(page, {
    ...{ vendor, number, total, account: 'shiharaitesuuryou' },
    ...{ invoicedOn: day, from: day, until: day, dueOn: day },
  })
  await page.getByRole('grid', { name: '仕訳' }).waitFor()
  await field(page, '源泉徴収税額').waitFor()
  expect(await looked(jiro, `withholding.${picture}`)).toEqual([])
}

async function submitAndApprove(): Promise<void> {
  const { page } = jiro
  await page.keyboard.press('ControlOrMeta+Enter')
  await read(page, '承認を申請しました。')
  const waiting = (await look(jiro, '/api/payables/invoice-list?state=submitted')) as {
    invoices: { invoiceId: string }[]
  } // as: what the contract of invoice-list says
  for (const { invoiceId } of waiting.invoices) await say(hanako, '/api/payables/approve-invoice', { invoiceId })
}

describe.skipIf(!hasBrowser)('源泉徴収と納期の特例', () => {
  beforeAll(async () => {
    office = await openPayingOffice()
    hanako = office.hanako
    jiro = office.jiro
    half = halfBefore(office.company.today)
    await setTheStage()
  }, 120_000)
  afterEach(({ task }) => keepPictureOfFailure(task, { hanako, jiro }))
  afterAll(() => office?.close())

  test('1. the fee of a tax accountant: 10.21 % of 50,000 yen is proposed and the rest is to be paid', async () => {
    const { page } = jiro
    await enterFee('shion', 'S-6', half.last, '55000', 'entered')
    await read(page, '対象額50,000円から計算すると5,105円です。')
    expect(await field(page, '源泉徴収税額').inputValue()).toBe('5,105')
    expect(await field(page, '差引支払額').inputValue()).toBe('49,895')
    await writeByKeys(page, '源泉徴収税額', '5000')
    await field(page, '計算と違う額にする理由').waitFor()
    await writeByKeys(page, '源泉徴収税額', '5105')
    await field(page, '計算と違う額にする理由').waitFor({ state: 'detached' })
    await submitAndApprove()
  })

  test('2. the net is paid in cash: prepared by keyboard, released on the phone, booked with the tax withheld', async () => {
    const { page } = jiro
    await page.goto('/payments')
    await jiro.settled()
    await rowByKeys(page, '紫苑みどり税理士事務所')
    await page.keyboard.press('p')
    await page.getByRole('dialog', { name: '支払を準備する' }).waitFor()
    await writeByKeys(page, '支払う日', typedDay(half.last))
    await read(page, '1件・49,895円')
    expect(await looked(jiro, 'withholding.preparing')).toEqual([])
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('heading', { name: '支払 1' }).waitFor()
    const his = hanako.page
    await his.setViewportSize(phoneSize)
    await his.goto('/')
    await his.getByRole('link', { name: /支払 1\s+49,895円/ }).click()
    await press(his, '承認する')
    await his.getByRole('alertdialog').getByRole('button', { name: '承認する' }).click()
    await read(his, '支払を承認しました。')
    await page.reload()
    await jiro.settled()
    await pressByKeys(page, '支払済みにする')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, /支払済みにし、仕訳を記帳しました/)
    await tabTo(page, page.getByRole('link', { name: /^仕訳\d/ }).first())
    await page.keyboard.press('Enter')
    for (const words of ['預り金', '5,105', '49,895']) await read(page, words)
    expect(await looked(jiro, 'withholding.journal')).toEqual([])
  })

  test('3. a designer is under the month: the special rule is for 士業 alone', async () => {
    await enterFee('yamabuki', 'Y-1', monthBefore(office.company.today), '11万', 'designer')
    await read(jiro.page, '対象額100,000円から計算すると10,210円です。')
    await submitAndApprove()
  })

  test('4. the tax stands under 源泉所得税 with its due day, in 今日 too, and is paid there by keyboard', async () => {
    const { page } = jiro
    await page.goto('/')
    await jiro.settled()
    expect(await looked(jiro, 'withholding.today')).toEqual([])
    await tabTo(page, page.getByRole('link', { name: /源泉所得税/ }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '源泉所得税' }).waitFor()
    const line = row(page, half.word)
    for (const words of ['税理士・弁護士などの報酬', '5,105', '期限超過']) await line.getByText(words).first().waitFor()
    expect(await looked(jiro, 'withholding.due')).toEqual([])
    await rowByKeys(page, half.word)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '源泉所得税を納付する' }).waitFor()
    await read(page, '所得税法')
    await tabTo(page, field(page, '納付した口座'))
    await page.keyboard.press('ArrowDown')
    expect(await looked(jiro, 'withholding.paying')).toEqual([])
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '源泉所得税の納付を記帳しました。')
    await line.getByText(/に納付$/).waitFor()
    await page.setViewportSize(phoneSize)
    expect(await looked(jiro, 'withholding.paid-on-phone')).toEqual([])
    expect(unasked(hanako, jiro)).toEqual([])
  })
})
