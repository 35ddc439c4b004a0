import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, openBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, openDesk, phoneSize } from './desk-of.ts'
import {
  choose,
  chooseByKeys,
  codeOf,
  field,
  freshCodeOf,
  press,
  pressByKeys,
  read,
  row,
  rowByKeys,
  writeByKeys,
} from './hands.ts'
import { inventoryCsv, inventoryXlsx } from './inventory-file.ts'
import { type StartedProgram, startOnEmptyFolder } from './program.ts'

vi.setConfig({ testTimeout: 60_000 })

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const secretWords = 'あさがおの観察日記をつける'

let program: StartedProgram
let browser: Browser
let hanako: Desk
let jiro: Desk

test('a code of an authenticator is that of RFC 6238, appendix B', () => {
  expect(codeOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(59_000))).toBe('287082')
})

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

describe.skipIf(!hasBrowser)('the first days of a company of its own', () => {
  beforeAll(async () => {
    program = await startOnEmptyFolder()
    browser = await openBrowser()
    hanako = await openDesk(browser, program.address)
    jiro = await openDesk(browser, program.address)
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await program?.stop()
  })

  afterEach(({ task }) => keepPictureOfFailure(task, { hanako, jiro }))

  test('1. 青空花子 founds the company by keyboard alone', async () => {
    const { page } = hanako
    await page.goto('/')
    await pressByKeys(page, '会社を登録する')
    await page.getByRole('heading', { name: '会社を登録する' }).waitFor()
    await page.keyboard.type('あおぞら商店株式会社')
    const written = [
      ['姓', '青空'],
      ['名', '花子'],
      ['姓（カナ）', 'アオゾラ'],
      ['名（カナ）', 'ハナコ'],
      ['メールアドレス', 'hanako@aozora.example'],
      ['パスワード', 'みじかい'],
    ] as const
    for (const [label, text] of written) await writeByKeys(page, label, text)
    await page.keyboard.press('Enter')
    await read(page, '10文字以上')
    await writeByKeys(page, 'パスワード', secretWords)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '今日', exact: true }).waitFor()
    await read(page, 'ようこそ。はじめにすることは、どれか一つです')
    expect(hanako.faults().filter((fault) => !fault.includes('status of 4'))).toEqual([])
  })
  test('2. she sets up an authenticator, signs out, and signs in again with its code', async () => {
    const { page } = hanako
    await page.goto('/me')
    await field(page, 'パスワード').fill(secretWords)
    await press(page, '使いはじめる')
    const key = page.locator('dt', { hasText: /^鍵$/ }).locator('..').locator('dd')
    const secret = await key.innerText()
    await field(page, '6桁の確認コード').fill(await freshCodeOf(secret))
    await press(page, '確認する')
    await read(page, '次のサインインから、確認コードもたずねます。')
    await press(page, '青空 花子：設定とサインアウト')
    await page.getByRole('menuitem', { name: 'サインアウト' }).click()
    await writeByKeys(page, 'メールアドレス', 'hanako@aozora.example')
    await writeByKeys(page, 'パスワード', secretWords)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '確認コード' }).waitFor()
    await writeByKeys(page, '6桁の確認コード', await freshCodeOf(secret))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '自分の情報' }).waitFor()
  })

  test('3. she enters 海野次郎, invites him, and he accepts by the link', async () => {
    const { page } = hanako
    await page.goto('/people')
    await hanako.settled()
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('海野')
    await writeByKeys(page, '名', '次郎')
    await writeByKeys(page, '姓（カナ）', 'ウミノ')
    await writeByKeys(page, '名（カナ）', 'ジロウ')
    await writeByKeys(page, '入社日', 'R8.4.1')
    await writeByKeys(page, 'メール', 'jiro@aozora.example')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('heading', { name: '海野 次郎' }).waitFor()
    await page.getByRole('tab', { name: '役割とサインイン' }).click()
    await press(page, '招待を送る')
    await page.getByRole('dialog').getByRole('button', { name: /^送る/ }).click()
    await press(page, 'リンクを渡す')
    const link = await field(page, 'リンク').inputValue()

    const his = jiro.page
    await his.goto(link)
    await field(his, 'パスワード').fill('うみべを毎朝あるきます')
    await field(his, 'パスワード（もう一度）').fill('うみべを毎朝あるきます')
    await press(his, '使いはじめる')
    await his.getByRole('heading', { name: '今日', exact: true }).waitFor()
  })

  test('4. her Excel inventory of 300 lines comes in by mouse, stands in the table, and goes again', async () => {
    const { page } = hanako
    await page.goto('/work/import')
    const file = { name: '業務棚卸表.xlsx', mimeType: xlsx, buffer: await inventoryXlsx() }
    await page.locator('input[type="file"]').setInputFiles(file)
    await press(page, '300行を確認する')
    await press(page, '300件を取り込む')
    await read(page, '300件を取り込みました。')
    await page.getByRole('link', { name: '業務棚卸表を開く' }).click()
    await read(page, /業務\s*300\s*件/)
    await row(page, '労務の仕事１０１').waitFor()
    await page.goBack()
    await press(page, 'この取り込みを取り消す')
    await page.getByRole('alertdialog').getByRole('button', { name: '取り消す' }).click()
    await read(page, '300件を取り消しました。')
  })

  test('5. a CSV in CP932 comes in by keyboard, with 髙 and ① unharmed', async () => {
    const { page } = hanako
    await page.goto('/work/import')
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: '鍵.csv', mimeType: 'text/csv', buffer: inventoryCsv() })
    await pressByKeys(page, '1行を確認する')
    await pressByKeys(page, '1件を取り込む')
    await read(page, '1件を取り込みました。')
    await page.goto(`/work/inventory?text=${encodeURIComponent('髙﨑')}`)
    await row(page, '髙﨑さんの鍵の管理').waitFor()
  })

  test('6. she adopts ready kinds by keyboard', async () => {
    const { page } = hanako
    await page.goto('/work/ready-kinds')
    await hanako.settled()
    await page.keyboard.press('/')
    await page.keyboard.type('年末調整')
    await row(page, '年末調整').waitFor()
    await rowByKeys(page, '年末調整')
    await page.keyboard.press('Space')
    await pressByKeys(page, '1件を取り入れる')
    await read(page, '1件の業務を取り入れました。')
  })

  test('7. today by keyboard: a task in one line, finished with one key, taken back, handed over, waited for', async () => {
    const { page } = hanako
    await page.goto('/')
    await hanako.settled()
    for (const line of ['請求書の発送 明日まで', '切手を買う 明日まで']) {
      await page.keyboard.press('n')
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
      await read(page, new RegExp(`「${line.split(' ')[0]}」を足しました。`))
      await page.keyboard.press('Escape')
    }
    await rowByKeys(page, '請求書の発送')
    await page.keyboard.press('x')
    await read(page, '「請求書の発送」を終えました。')
    await pressByKeys(page, '元に戻す')
    await row(page, '請求書の発送').waitFor()
    await rowByKeys(page, '請求書の発送')
    await page.keyboard.press('h')
    await chooseByKeys(page, 'だれに', 'うみの')
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '「請求書の発送」を海野 次郎さんに引き継ぎました。')
    await rowByKeys(page, '切手を買う')
    await page.keyboard.press('w')
    await chooseByKeys(page, 'だれを', 'umino')
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '「切手を買う」を相手待ちにしました。')
  })

  test('8. the same by mouse, at the one to whom it was handed over', async () => {
    const { page } = jiro
    await page.goto('/')
    await page.getByRole('heading', { name: '頼まれたこと' }).waitFor()
    await row(page, '請求書の発送').getByRole('button', { name: '終える' }).first().click()
    await read(page, '「請求書の発送」を終えました。')
    await press(page, '元に戻す')
    await row(page, '切手を買う').getByRole('button', { name: '返す' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
  })

  test('9. これもやった by one key from another screen', async () => {
    const { page } = hanako
    await page.goto('/people')
    await hanako.settled()
    await page.keyboard.press('.')
    await page.getByRole('dialog', { name: 'これもやった' }).waitFor()
    await page.keyboard.type('複合機の紙詰まりを直した')
    await page.keyboard.press('Enter')
    await read(page, '✓ 複合機の紙詰まりを直した')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('k')
    await row(page, '複合機の紙詰まりを直した').waitFor()
  })

  test('10. a request: asked by mouse, taken, promised and answered by keyboard, closed', async () => {
    const hers = hanako.page
    await hers.goto('/desk/templates')
    await press(hers, /用意された種類をそろえる/)
    await hers
      .getByRole('dialog')
      .getByRole('button', { name: /^そろえる/ })
      .click()
    await read(hers, /種類を足しました/)

    const his = jiro.page
    await his.goto('/desk/ask')
    await press(his, 'その他')
    await field(his, '件名').fill('名刺の追加')
    await field(his, 'くわしく').fill('百枚お願いします。')
    await press(his, /^送る/)
    await read(his, '依頼を出しました。')

    await hers.goto('/desk')
    await rowByKeys(hers, '名刺の追加')
    await hers.keyboard.press('t')
    await read(hers, /R-1 を引き受けました。/)
    await rowByKeys(hers, '名刺の追加')
    await hers.keyboard.press('p')
    await hers.getByRole('dialog').waitFor()
    await writeByKeys(hers, '回答予定日', '12/25')
    await hers.keyboard.press('ControlOrMeta+Enter')
    await read(hers, '回答予定日をお知らせしました。')
    await rowByKeys(hers, '名刺の追加')
    await hers.keyboard.press('Enter')
    await writeByKeys(hers, '回答・確認したいこと', '注文しました。')
    await hers.keyboard.press('ControlOrMeta+Enter')
    await read(hers, '回答しました。')

    await his.goto('/desk/ask?tab=mine')
    await row(his, '名刺の追加').getByRole('gridcell').nth(1).dblclick()
    await read(his, '注文しました。')
    await press(his, '完了にする')
    await read(his, 'R-1 を完了にしました。')
  })

  test('11. a telephone message, a collection and a date in the register, by keyboard', async () => {
    const { page } = hanako
    await page.goto('/')
    await hanako.settled()
    await page.keyboard.press('m')
    await page.getByRole('dialog', { name: '伝言メモ' }).waitFor()
    await chooseByKeys(page, 'だれあて', 'うみの')
    await writeByKeys(page, '会社名', '月見橋ホテル')
    await writeByKeys(page, 'お名前', '田中様')
    await writeByKeys(page, '電話番号', '03-0000-0000')
    await writeByKeys(page, '用件', '見積りの件')
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '伝言を預かりました。')

    await page.goto('/desk/collections')
    await hanako.settled()
    await page.keyboard.press('n')
    await writeByKeys(page, '何を集めますか', '年末調整の書類')
    await writeByKeys(page, '期日', '12/18')
    await chooseByKeys(page, '相手の人', 'うみの')
    await page.keyboard.press('ControlOrMeta+Enter')
    await read(page, '1人にお願いしました。')

    await page.goto('/work/register')
    await hanako.settled()
    await page.keyboard.press('n')
    await writeByKeys(page, '名称', '複合機の保守契約')
    await writeByKeys(page, '終了日', 'R9.3.31')
    await writeByKeys(page, '通知の時期', '３か月前')
    await read(page, '通知期限は26/12/31(木)です。')
    await page.keyboard.press('ControlOrMeta+Enter')
    await row(page, '複合機の保守契約').waitFor()
  })

  test('12. the page of the month is drafted, edited and sent; only then the other reads it', async () => {
    const his = jiro.page
    await his.goto('/work/report')
    await press(his, /^今月の分を書く/)
    await field(his, '題名').fill('海野の十一月')
    await field(his, '「ひとこと」の中身').fill('傘立てを直しました。')
    await press(his, '送る前に確かめる')
    await choose(his, '送る相手', '青空', /青空 花子/)
    await his.getByRole('dialog').getByRole('button', { name: /^送る/ }).click()
    await read(his, '送りました。')
    const { page } = hanako
    await page.goto('/work/report?tab=received')
    await rowByKeys(page, '海野の十一月')
    await page.keyboard.press('Enter')
    await read(page, '傘立てを直しました。')
  })

  test('13. what stops when she is away for a week', async () => {
    const { page } = hanako
    await page.goto('/work/dependence?tab=absence')
    await choose(page, '休む人', '青空', /青空 花子/)
    await read(page, /止まる業務 \d+件/)
  })

  test('14. the palette finds a person, and what happened to a task is told', async () => {
    const { page } = hanako
    await page.goto('/')
    await hanako.settled()
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('海野')
    await page.getByRole('option', { name: /海野 次郎/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '海野 次郎' }).waitFor()
    await page.goto('/work/tasks')
    await rowByKeys(page, '切手を買う')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '切手を買う' }).waitFor()
    await read(page, 'やることを足した')
  })

  test('15. on the phone: today and これもやった', async () => {
    const { page } = hanako
    await page.setViewportSize(phoneSize)
    await page.goto('/')
    await row(page, '切手を買う').waitFor()
    await page.getByRole('navigation', { name: '主な画面' }).getByRole('button', { name: 'これもやった' }).click()
    await field(page, 'したことを一行で').fill('来客の傘を乾かした')
    await press(page, /^残して次へ/)
    await read(page, '✓ 来客の傘を乾かした')
    await press(page, /^閉じる/)
    expect(hanako.faults().filter((fault) => !fault.includes('status of 4'))).toEqual([])
  })
})
