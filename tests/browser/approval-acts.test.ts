import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser, withoutBrowser } from './chromium.ts'
import { type Desk, keepPictureOfFailure, look, sitAs } from './desk-of.ts'
import { chooseByKeys, press, pressByKeys, read, row, rowByKeys, tabTo, writeByKeys } from './hands.ts'
import { openSampleCompany, type SampleCompany } from './sample-company.ts'

vi.setConfig({ testTimeout: 90_000 })

let company: SampleCompany
/** The head of affairs at a desk, and whoever else it takes, on a phone. */
let head: Desk
let phone: Desk
let matterId = ''
let title = ''
let applicant = ''

type Person = { name: string }
type Matter = {
  matterId: string
  title: string
  applicant: Person
  steps: { name: string; state: string; people: Person[] }[]
  decisions: { deed: string; person: Person | null; onBehalfOf: Person | null; comment: string }[]
}
const matterOf = (desk: Desk) => look(desk, `/api/approvals/matter-details?matterId=${matterId}`) as Promise<Matter> // as: what the contract of matter-details says
const openStep = async (desk: Desk) => (await matterOf(desk)).steps.find(({ state }) => state === 'open')

if (!hasBrowser) test.skip(withoutBrowser, () => undefined)

describe.skipIf(!hasBrowser)('差戻し, 代理 and 引戻し, by keyboard and on the phone', () => {
  beforeAll(async () => {
    company = await openSampleCompany()
    head = company.desk
    phone = await company.anotherDesk({ isPhone: true })
    const { rows } = (await look(head, '/api/approvals/waiting-approvals')) as { rows: Matter[] } // as: what the contract of waiting-approvals says
    const [first] = rows
    if (first === undefined) throw new Error('nothing waits for the head of affairs in the sample company')
    matterId = first.matterId
    title = first.title
    applicant = first.applicant.name
  }, 600_000)
  afterAll(() => company?.close())
  afterEach(({ task }) => keepPictureOfFailure(task, { head, phone }))

  test('1. the first step is approved from the list by keyboard', async () => {
    const { page } = head
    await page.goto('/approvals')
    await rowByKeys(page, title)
    await page.keyboard.press('a')
    await pressByKeys(page, '1件を承認')
    await read(page, '1件を承認しました。')
    expect((await openStep(head))?.people.map(({ name }) => name)).not.toContain('永井 徹')
  })

  test('2. the second step gives it back to the first on the phone, and says what to change', async () => {
    const name = (await openStep(head))?.people[0]?.name ?? ''
    await sitAs(phone, name)
    const { page } = phone
    await page.goto(`/approvals/${matterId}`)
    await press(page, '差戻し')
    await page.getByRole('dialog').getByText('1. 発注部署の部長').click()
    await page.getByLabel(/直してほしいこと/).fill('部署の予算に入っているか、確かめてください。')
    await press(page, '差し戻す')
    await read(page, '差し戻しました。')
    expect((await openStep(head))?.people.map((each) => each.name)).toEqual(['永井 徹'])
  })

  test('3. the head asks a deputy for today, by keyboard', async () => {
    const { page } = head
    await page.goto('/settings/access?tab=delegations')
    await pressByKeys(page, '代理を決める')
    await page.getByRole('dialog').waitFor()
    await chooseByKeys(page, '代理の人', '宮内')
    await writeByKeys(page, '最後の日', new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10))
    await page.keyboard.press('Control+Enter')
    await read(page, '代理を決めました。')
    await row(page, '宮内 聡子').waitFor()
  })

  test('4. the deputy approves in the head’s place on the phone, and the record says 代', async () => {
    await sitAs(phone, '宮内 聡子')
    const { page } = phone
    await page.goto('/approvals')
    await row(page, title).getByText('代（永井 徹さん）').waitFor()
    await row(page, title).click()
    await read(page, '部署の予算に入っているか、確かめてください。')
    await press(page, /^承認/)
    await read(page, '承認しました。')
    const { decisions } = await matterOf(head)
    const last = decisions.filter(({ deed }) => deed === 'approved').at(-1)
    expect([last?.person?.name, last?.onBehalfOf?.name]).toEqual(['宮内 聡子', '永井 徹'])
    await head.page.goto(`/approvals/${matterId}`)
    await read(head.page, '永井 徹さん（代：宮内 聡子さん）')
    await read(head.page, '宮内 聡子（永井 徹さんの代）')
  })

  test('5. the applicant takes it back by keyboard, with the reason', async () => {
    await sitAs(head, applicant)
    const { page } = head
    await page.goto('/approvals?tab=mine')
    await rowByKeys(page, title)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: title }).waitFor()
    await tabTo(page, page.getByRole('button', { name: 'その他の操作' }))
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: '引き戻す' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('金額が違っていました')
    await page.keyboard.press('Control+Enter')
    await read(page, '引き戻しました。')
    await read(page, '金額が違っていました')
    expect(head.faults().concat(phone.faults())).toEqual([])
  })
})
