import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readZengin } from '@ennoshita/formats'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, openBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, openDesk, phoneSize } from './desk-of.ts'
import { cutOff, rawWords } from './faults-seen.ts'
import { chooseByKeys, field, press, pressByKeys, read, row, rowByKeys, tabTo, writeByKeys } from './hands.ts'
import { foundPayingCompany, type PayingCompany } from './paying-company.ts'
import { type StartedProgram, startOnEmptyFolder } from './program.ts'

vi.setConfig({ testTimeout: 60_000 })

let program: StartedProgram
let browser: Browser
let company: PayingCompany
let hanako: Desk
let jiro: Desk
let vendorId = ''
let invoiceNumber = ''
let fileSha256 = ''

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

const pictureOf = (name: string) => join(import.meta.dirname, 'screens', `payment-run.${name}.png`)

/** Keeps how a screen stands, for people to look at, and says what does not fit on it. */
async function looked(desk: Desk, name: string): Promise<string[]> {
  await desk.settled()
  await desk.page.screenshot({ path: pictureOf(name) })
  return [...(await cutOff(desk.page)), ...(await rawWords(desk.page))]
}

describe.skipIf(!hasBrowser)('支払：口座の確認から仕訳まで', () => {
  beforeAll(async () => {
    program = await startOnEmptyFolder()
    browser = await openBrowser()
    hanako = await openDesk(browser, program.address)
    jiro = await openDesk(browser, program.address)
    company = await foundPayingCompany(hanako, jiro)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await program?.stop()
  })

  afterEach(({ task }) => keepPictureOfFailure(task, { hanako, jiro }))

  test('1. the president adds the account that pays, by keyboard', async () => {
    const { page } = hanako
    await page.goto('/payments/accounts')
    await hanako.settled()
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    const written = [
      ['名前', 'あおぞら銀行 普通（支払用）'],
      ['銀行コード', '0001'],
      ['銀行名', 'みずほ銀行'],
      ['銀行名（カナ）', 'ミズホ'],
      ['支店コード', '004'],
      ['支店名', '丸の内中央支店'],
      ['支店名（カナ）', 'マルノウチチュウオウ'],
      ['口座番号', '0123456'],
      ['委託者コード', '1234567890'],
      ['委託者名（カナ）', 'カブシキガイシャアオゾラショウテン'],
      ['ほかの銀行あて・3万円未満', '440'],
      ['ほかの銀行あて・3万円以上', '660'],
    ] as const
    for (const [label, text] of written) await writeByKeys(page, label, text)
    await read(page, 'ｶ)ｱｵｿﾞﾗｼﾖｳﾃﾝ')
    await chooseByKeys(page, '勘定科目', '普通預金')
    await chooseByKeys(page, '補助科目', 'みずほ')
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '振込元口座を登録しました。')
    await row(page, '1234567890').waitFor()
  })

  test('2. the clerk registers a vendor with its bank account, by keyboard; the pay days and the kana are shown', async () => {
    const { page } = jiro
    await page.goto('/vendors')
    await jiro.settled()
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('株式会社川辺野スチール')
    await writeByKeys(page, 'フリガナ', 'カワベノスチール')
    await writeByKeys(page, '登録番号', 'Ｔ1234567890123')
    await read(page, /検査数字と合いません/)
    await writeByKeys(page, '登録番号', 'T7000012050002')
    await page.getByRole('table', { name: 'これからの支払日' }).waitFor()
    await writeByKeys(page, '電話', '03-0000-1111')
    await pressByKeys(page, '振込先口座も登録する')
    for (const [label, text] of [
      ['銀行コード', '0005'],
      ['銀行名', '三菱UFJ銀行'],
      ['銀行名（カナ）', 'ミツビシユーエフジエイ'],
      ['支店コード', '001'],
      ['支店名', '本店'],
      ['支店名（カナ）', 'ホンテン'],
      ['口座番号', '7654321'],
      ['口座名義（カナ）', 'カブシキガイシャカワベノスチール'],
    ] as const)
      await writeByKeys(page, label, text)
    await read(page, 'ｶ)ｶﾜﾍﾞﾉｽﾁ-ﾙ')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('heading', { name: '株式会社川辺野スチール' }).first().waitFor()
    await read(page, '確認待ち')
  })

  test('3. who entered the account cannot confirm it; the president calls back and confirms it', async () => {
    const his = jiro.page
    vendorId = new URL(his.url()).pathname.split('/').at(-1) ?? ''
    await press(his, '電話で確かめた')
    await field(his, '電話に出た人').fill('川辺野 経理 佐藤様')
    await press(his, '登録済みの 03-0000-1111 にかけた')
    await field(his, '番号を何で知っているか').fill('2024年の取引基本契約書')
    await press(his, /^確かめた/)
    await his.getByRole('alert').first().waitFor()
    await his.keyboard.press('Escape')

    const { page } = hanako
    await page.goto('/')
    await hanako.settled()
    await page.getByRole('link', { name: '株式会社川辺野スチール の口座を電話で確かめる' }).click()
    await hanako.settled()
    await press(page, '電話で確かめた')
    await field(page, '電話に出た人').fill('川辺野 経理 佐藤様')
    await press(page, '登録済みの 03-0000-1111 にかけた')
    await field(page, '番号を何で知っているか').fill('2024年の取引基本契約書')
    await press(page, /^確かめた/)
    await read(page, '口座を確かめました。これから振り込めます。')
    expect(await looked(hanako, 'vendor')).toEqual([])
  })

  test('4. the approved invoice is chosen with the whole day and prepared, by keyboard', async () => {
    invoiceNumber = await company.approveInvoice(vendorId, 110_000)
    const { page } = jiro
    await page.goto('/payments')
    await jiro.settled()
    await row(page, invoiceNumber).waitFor()
    expect(await looked(jiro, 'due')).toEqual([])
    await rowByKeys(page, invoiceNumber)
    await page.keyboard.press('Shift+Space')
    await read(page, '1件を選択中')
    await page.keyboard.press('p')
    await page.getByRole('dialog', { name: '支払を準備する' }).waitFor()
    await read(page, '1件・110,000円')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('heading', { name: '支払 1' }).waitFor()
    await read(page, '準備した人とは別の人が承認します。')
    expect(await looked(jiro, 'prepared')).toEqual([])
  })

  test('5. the president releases it on the phone: from 今日 in three taps', async () => {
    const { page } = hanako
    await page.setViewportSize(phoneSize)
    await page.goto('/')
    await hanako.settled()
    await page.getByRole('link', { name: /支払 1\s+110,000円/ }).click()
    await page.getByRole('heading', { name: '支払 1' }).waitFor()
    await read(page, 'ｶ)ｶﾜﾍﾞﾉｽﾁ-ﾙ')
    expect(await looked(hanako, 'release-on-phone')).toEqual([])
    await press(page, '承認する')
    await page.getByRole('alertdialog').getByRole('button', { name: '承認する' }).click()
    await read(page, '支払を承認しました。')
  })

  test('6. the clerk takes the file; it holds what was released, and a second time asks why', async () => {
    const { page } = jiro
    await page.reload()
    await jiro.settled()
    await pressByKeys(page, '振込ファイルを出力する')
    await page.getByRole('dialog').waitFor()
    const download = page.waitForEvent('download')
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /^出力する/ }))
    await page.keyboard.press('Enter')
    const bytes = await readFile(await (await download).path())
    const { files, faults } = readZengin(bytes, { near: company.payOn })
    expect(faults).toEqual([])
    expect(files).toMatchObject([
      {
        header: { clientCode: '1234567890', clientName: 'ｶ)ｱｵｿﾞﾗｼﾖｳﾃﾝ', transferDate: company.payOn },
        records: [{ bankCode: '0005', accountNumber: '7654321', accountName: 'ｶ)ｶﾜﾍﾞﾉｽﾁ-ﾙ', amount: 110_000 }],
        trailer: { count: 1, total: 110_000 },
      },
    ])
    fileSha256 = createHash('sha256').update(bytes).digest('hex')
    await read(page, fileSha256.match(/.{8}/g)?.join(' ') ?? '')

    await press(page, 'その他の操作')
    await page.getByRole('menuitem', { name: 'ファイルをもう一度出力する' }).click()
    await field(page, 'もう一度出力する理由').fill('銀行の画面で読み込みに失敗したため')
    const again = page.waitForEvent('download')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^出力する/ })
      .click()
    const same = await readFile(await (await again).path())
    expect(createHash('sha256').update(same).digest('hex')).toBe(fileSha256)
    await read(page, /2回目の出力/)
  })

  test('7. the bank has not paid before its day: so it is not marked as paid today', async () => {
    const { page } = jiro
    await pressByKeys(page, '支払済みにする')
    await page.getByRole('dialog').waitFor()
    await writeByKeys(page, '支払った日', company.today.replaceAll('-', ''))
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, /にはまだ支払われません/)
    await page.keyboard.press('Escape')
    await row(page, '株式会社川辺野スチール').getByText('予定').waitFor()
  })

  test('8. a payment in cash of today is marked as paid by keyboard, and its journal is shown', async () => {
    const runId = await company.releaseCash(5_500)
    const { page } = jiro
    await page.goto(`/payments/${runId}`)
    await jiro.settled()
    await pressByKeys(page, '支払済みにする')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, /支払済みにし、仕訳を記帳しました/)
    expect(await looked(jiro, 'paid')).toEqual([])
    await page
      .getByRole('link', { name: /^仕訳\d/ })
      .first()
      .click()
    await jiro.settled()
    for (const words of ['未払金', '現金', '白妙クリーニング']) await read(page, words)
    await page.screenshot({ path: pictureOf('journal') })
    expect(await cutOff(page)).toEqual([])
    expect([...hanako.faults(), ...jiro.faults()].filter((fault) => !fault.includes('status of 4'))).toEqual([])
  })
})
