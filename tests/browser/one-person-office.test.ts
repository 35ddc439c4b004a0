import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, phoneSize, say } from './desk-of.ts'
import { selectByKeys, typeInvoice } from './enter-invoice.ts'
import { chooseByKeys, press, pressByKeys, read, row, rowByKeys, tabTo, writeByKeys } from './hands.ts'
import { looked } from './looked.ts'
import { addBankSource, openAlone, typedDay, unasked } from './paying-office.ts'

vi.setConfig({ testTimeout: 60_000 })

let office: Awaited<ReturnType<typeof openAlone>>
let hanako: Desk
let vendor = ''
let run = ''

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

/** Names an exception for 花子 on the screen of access, by keyboard. */
async function except(duty: string): Promise<void> {
  const { page } = hanako
  await page.goto('/settings/access?tab=duties')
  await hanako.settled()
  await pressByKeys(page, '例外を登録')
  await page.getByRole('dialog').waitFor()
  await selectByKeys(page, '一人でしてよいこと', duty)
  await chooseByKeys(page, '人', 'aozora')
  await writeByKeys(page, '理由', '一人の会社で、ほかに確かめる人がいないため')
  await page.keyboard.press('ControlOrMeta+Enter')
  await read(page, '例外を登録しました。')
}

describe.skipIf(!hasBrowser)('一人の会社：入力から支払まで、名前のある例外で', () => {
  beforeAll(async () => {
    office = await openAlone()
    hanako = office.hanako
    await addBankSource(hanako)
  }, 120_000)
  afterEach(({ task }) => keepPictureOfFailure(task, { hanako }))
  afterAll(() => office?.close())

  test('1. she enters a vendor and an invoice, submits it and approves it herself (自己承認), by keyboard', async () => {
    const { page } = hanako
    const added = await say(hanako, '/api/payables/add-vendor', {
      ...{ name: '株式会社川辺野スチール', nameKana: 'カワベノスチール', phone: '03-0000-1111' },
      bankAccount: {
        ...{ bankCode: '0005', bankName: '三菱UFJ銀行', bankKana: 'ミツビシユーエフジエイ', branchCode: '001' },
        ...{ branchName: '本店', branchKana: 'ホンテン', accountNumber: '7654321', holder: 'カ）カワベノスチール' },
      },
    })
    vendor = `/vendors/${/"vendorId":"([^"]+)"/.exec(JSON.stringify(added))?.[1]}`
    await page.goto('/invoices')
    await hanako.settled()
    await page.keyboard.press('n')
    await page.waitForURL(/\/invoices\/new/)
    const day = typedDay(office.today)
    await typeInvoice(page, {
      ...{ vendor: 'kawabeno', number: 'KB-1', total: '110000', account: 'shoumouhin' },
      ...{ invoicedOn: day, from: day, until: day, dueOn: day },
    })
    await page.getByRole('grid', { name: '仕訳' }).waitFor()
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '承認を申請しました。')
    await page.goto('/approvals')
    await hanako.settled()
    await rowByKeys(page, '株式会社川辺野スチール')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/approvals\//)
    await read(page, /自己承認/)
    expect(await looked(hanako, 'one-person.own-matter')).toEqual([])
    await page.keyboard.press('a')
    await read(page, '承認しました。')
  })

  test('2. the account that she entered herself is refused, and the refusal says how an exception is named', async () => {
    const { page } = hanako
    await page.goto(vendor)
    await pressByKeys(page, '電話で確かめた')
    await writeByKeys(page, '電話に出た人', '佐藤様')
    await writeByKeys(page, 'かけた番号', '03-0000-1111')
    await writeByKeys(page, '番号を何で知っているか', '契約書')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page
      .getByRole('dialog')
      .getByRole('alert')
      .getByText(/職務分掌の例外/)
      .waitFor()
    await except('振込先口座を電話で確かめ、使えるようにする')
    expect(await looked(hanako, 'one-person.exceptions')).toEqual([])
    await page.goto(vendor)
    await pressByKeys(page, '電話で確かめた')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '口座を確かめました。これから振り込めます。')
    await read(page, '一人の会社で、ほかに確かめる人がいないため')
  })

  test('3. her own run is not hers to release until the exception is named; its page leads there', async () => {
    const { page } = hanako
    await page.goto('/payments')
    await hanako.settled()
    await rowByKeys(page, '株式会社川辺野スチール')
    await page.keyboard.press('p')
    await page.getByRole('dialog', { name: '支払を準備する' }).waitFor()
    await read(page, '1件・110,000円')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('heading', { name: '支払 1' }).waitFor()
    await read(page, '準備した人とは別の人が承認します。')
    expect(await looked(hanako, 'one-person.not-hers')).toEqual([])
    run = new URL(page.url()).pathname
    await tabTo(page, page.getByRole('link', { name: '一人で行う例外を登録する' }))
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: '職務分掌', exact: false, selected: true }).waitFor()
    await except('支払を承認する')
  })

  test('4. with it she releases on the phone, and the history names the exception', async () => {
    const { page } = hanako
    await page.setViewportSize(phoneSize)
    await page.goto(run)
    await hanako.settled()
    await press(page, '承認する')
    await page.getByRole('alertdialog').getByRole('button', { name: '承認する' }).click()
    await read(page, '支払を承認しました。')
    expect(await looked(hanako, 'one-person.released')).toEqual([])
    await page.getByRole('tab', { name: '経緯' }).click()
    await read(page, '一人の会社で、ほかに確かめる人がいないため')
    expect(await looked(hanako, 'one-person.history')).toEqual([])
  })

  test('5. file, bank, paid: the debt is gone', async () => {
    const { page } = hanako
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(run)
    await hanako.settled()
    await pressByKeys(page, '振込ファイルを出力する')
    await page.getByRole('dialog').waitFor()
    const download = page.waitForEvent('download')
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /^出力する/ }))
    await page.keyboard.press('Enter')
    await download
    await pressByKeys(page, '支払済みにする')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, /支払済みにし、仕訳を記帳しました/)
    await row(page, '株式会社川辺野スチール').getByText('支払済み').waitFor()
    expect(unasked(hanako)).toEqual([])
  })
})
