import { readFile } from 'node:fs/promises'
import { readZengin } from '@ennoshita/formats'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, phoneSize, say } from './desk-of.ts'
import { field, press, pressByKeys, read, row, rowByKeys, tabTo, writeByKeys } from './hands.ts'
import { looked } from './looked.ts'
import { said } from './paying-company.ts'
import { addBankSource, openPayingOffice, type PayingOffice, typedDay, unasked } from './paying-office.ts'

vi.setConfig({ testTimeout: 60_000 })

let office: PayingOffice
let hanako: Desk
let jiro: Desk
let vendorId = ''
let runId = ''

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

const called = {
  calledName: '川辺野 経理 佐藤様',
  calledNumber: '03-0000-1111',
  numberSource: '2024年の取引基本契約書',
}

/** The account that pays, and a vendor whose account was confirmed long ago. */
async function setTheStage(): Promise<void> {
  await addBankSource(hanako)
  const added = await said(jiro, '/api/payables/add-vendor', {
    ...{ name: '株式会社川辺野スチール', nameKana: 'カワベノスチール', phone: '03-0000-1111' },
    bankAccount: {
      ...{ bankCode: '0005', bankName: '三菱UFJ銀行', bankKana: 'ミツビシユーエフジエイ', branchCode: '001' },
      ...{ branchName: '本店', branchKana: 'ホンテン', accountNumber: '7654321', holder: 'カ）カワベノスチール' },
    },
  })
  vendorId = added.vendorId ?? ''
  await say(hanako, '/api/payables/confirm-bank-account', { bankAccountId: added.bankAccountId, ...called })
  await office.company.approveInvoice(vendorId, 110_000)
}

/** Chooses the vendor's invoice and prepares its payment of today, by keyboard; answers the run's address. */
async function prepareToday(heading: string): Promise<string> {
  const { page } = jiro
  await page.goto('/payments')
  await jiro.settled()
  await rowByKeys(page, '株式会社川辺野スチール')
  await page.keyboard.press('p')
  await page.getByRole('dialog', { name: '支払を準備する' }).waitFor()
  await writeByKeys(page, '支払う日', typedDay(office.company.today))
  await read(page, '1件・110,000円')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('heading', { name: heading }).waitFor()
  return new URL(page.url()).pathname
}

/** Takes the file by keyboard: it sends the money to the new account. */
async function takeFile(): Promise<void> {
  const { page } = jiro
  await page.reload()
  await jiro.settled()
  await pressByKeys(page, '振込ファイルを出力する')
  await page.getByRole('dialog').waitFor()
  const download = page.waitForEvent('download')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /^出力する/ }))
  await page.keyboard.press('Enter')
  const { files } = readZengin(await readFile(await (await download).path()), { near: office.company.today })
  expect(files).toMatchObject([
    { records: [{ bankCode: '0009', accountNumber: '1112223', accountName: 'ｶ)ｶﾜﾍﾞﾉｽﾁ-ﾙ', amount: 110_000 }] },
  ])
}

async function markPaid(): Promise<void> {
  const { page } = jiro
  await pressByKeys(page, '支払済みにする')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await read(page, /支払済みにし、仕訳を記帳しました/)
}

describe.skipIf(!hasBrowser)('口座の変更と組戻し', () => {
  beforeAll(async () => {
    office = await openPayingOffice()
    hanako = office.hanako
    jiro = office.jiro
    await setTheStage()
    await hanako.page.setViewportSize(phoneSize)
  }, 120_000)
  afterEach(({ task }) => keepPictureOfFailure(task, { hanako, jiro }))
  afterAll(() => office?.close())

  test('1. a run is prepared; then the clerk enters a changed account, by keyboard', async () => {
    runId = await prepareToday('支払 1')
    const { page } = jiro
    await page.goto(`/vendors/${vendorId}`)
    await jiro.settled()
    await pressByKeys(page, '口座を変える')
    await page.getByRole('dialog').waitFor()
    for (const [label, text] of [
      ['銀行コード', '0009'],
      ['銀行名', '三井住友銀行'],
      ['銀行名（カナ）', 'ミツイスミトモ'],
      ['支店コード', '219'],
      ['支店名', '東京営業部'],
      ['支店名（カナ）', 'トウキヨウ'],
      ['口座番号', '1112223'],
      ['口座名義（カナ）', 'カ）カワベノスチール'],
    ] as const)
      await writeByKeys(page, label, text)
    expect(await looked(jiro, 'changed-account.entering')).toEqual([])
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '振込先口座を登録しました。別の人が電話で確かめるまで、振込は止まります。')
    expect(await looked(jiro, 'changed-account.vendor')).toEqual([])
  })

  test('2. the run is held: the president cannot release it, and reads why, on the phone', async () => {
    const { page } = hanako
    await page.goto(runId)
    await hanako.settled()
    await read(page, /確かめることが\d件あります/)
    expect(await looked(hanako, 'changed-account.run-held')).toEqual([])
    await press(page, '承認する')
    await page.getByRole('alertdialog').getByRole('button', { name: '承認する' }).click()
    await page.getByRole('alertdialog').getByRole('alert').waitFor()
    await page.screenshot({ path: `${import.meta.dirname}/screens/changed-account.refused.png` })
    await read(page, /口座/)
    await page.keyboard.press('Escape')
  })

  test('3. from 今日 the president calls back and confirms the new account, on the phone', async () => {
    const { page } = hanako
    await page.goto('/')
    await hanako.settled()
    await row(page, '口座').or(page.getByText('口座の変更')).first().waitFor()
    await page.getByRole('link', { name: '株式会社川辺野スチール の口座を電話で確かめる' }).click()
    await hanako.settled()
    await press(page, '電話で確かめた')
    await field(page, '電話に出た人').fill(called.calledName)
    await press(page, '登録済みの 03-0000-1111 にかけた')
    await field(page, '番号を何で知っているか').fill(called.numberSource)
    await page.screenshot({ path: `${import.meta.dirname}/screens/changed-account.call-back.png` })
    await press(page, /^確かめた/)
    await read(page, '口座を確かめました。これから振り込めます。')
    expect(await looked(hanako, 'changed-account.confirmed')).toEqual([])
    await page.goto(runId)
    await press(page, '承認する')
    await page.getByRole('alertdialog').getByRole('button', { name: '承認する' }).click()
    await read(page, /振込先口座が、準備のあとで変わりました/)
    await read(page, '支払を取りやめて、準備し直してください。')
    await page.keyboard.press('Escape')
  })

  test('4. the old run is dropped for a new one, which pays to the new account', async () => {
    const { page } = jiro
    await page.goto(runId)
    await jiro.settled()
    expect(await looked(jiro, 'changed-account.old-run')).toEqual([])
    await pressByKeys(page, 'その他の操作')
    await page.getByRole('menuitem', { name: '取りやめる' }).focus()
    await page.keyboard.press('Enter')
    await writeByKeys(page, '取りやめる理由', '口座が変わったため')
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, /取りやめ/)
    runId = await prepareToday('支払 2')
    await say(hanako, '/api/payables/release-run', { runId: runId.split('/').at(-1) })
    await takeFile()
    await markPaid()
  })

  test('5. the bank sends it back (組戻し): recorded by keyboard with its fee, and the payment is taken back', async () => {
    const { page } = jiro
    await rowByKeys(page, '株式会社川辺野スチール')
    await page.keyboard.press('b')
    await page.getByRole('dialog', { name: '組戻しを記録する' }).waitFor()
    await writeByKeys(page, '理由', '口座名義相違のため組戻し')
    await writeByKeys(page, '組戻手数料（税込）', '880')
    expect(await looked(jiro, 'changed-account.returning')).toEqual([])
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '組戻しを記録しました。請求書1件は支払を待つ一覧に戻りました。')
    await row(page, '株式会社川辺野スチール').getByText('組戻し').waitFor()
    expect(await looked(jiro, 'changed-account.returned')).toEqual([])
  })

  test('6. and is paid anew, by a third run', async () => {
    runId = await prepareToday('支払 3')
    await say(hanako, '/api/payables/release-run', { runId: runId.split('/').at(-1) })
    await takeFile()
    await markPaid()
    const { page } = jiro
    await page.goto('/payments')
    await read(page, '支払を待つ請求書はありません')
    expect(await looked(jiro, 'changed-account.nothing-left')).toEqual([])
    expect(unasked(hanako, jiro)).toEqual([])
  })
})
