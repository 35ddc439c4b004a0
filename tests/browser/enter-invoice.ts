import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { chooseByKeys, field, tabTo, writeByKeys } from './hands.ts'

/** What stands on a paper, each as one types it. */
export type Typed = {
  readonly vendor: string
  readonly number: string
  readonly invoicedOn: string
  readonly from: string
  readonly until: string
  readonly dueOn: string
  readonly total: string
  readonly account: string
}

/** Types an invoice into the form from its first field to the account of its only line, by keyboard alone. */
export async function typeInvoice(page: Page, typed: Typed): Promise<void> {
  await chooseByKeys(page, '取引先', typed.vendor)
  await writeByKeys(page, '請求書番号', typed.number)
  await writeByKeys(page, '請求日', typed.invoicedOn)
  await writeByKeys(page, '役務提供日（初日）', typed.from)
  await writeByKeys(page, '役務提供の末日', typed.until)
  await writeByKeys(page, '支払期日', typed.dueOn)
  await writeByKeys(page, '請求金額（税込）', typed.total)
  await tabTo(page, page.getByLabel('1行目 勘定科目'))
  await page.keyboard.type(typed.account)
  await pause(150)
  await page.keyboard.press('Enter')
}

/** Chooses in a list of a few with the arrows. */
export async function selectByKeys(page: Page, label: string, entry: string): Promise<void> {
  const select = field(page, label)
  await tabTo(page, select)
  const chosen = () =>
    select.evaluate((element) =>
      element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.textContent ?? '') : '',
    )
  await page.keyboard.press('Home')
  for (let step = 0; step < 40; step += 1) {
    if ((await chosen()) === entry) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${label}: the arrows never came to ${entry}`)
}
