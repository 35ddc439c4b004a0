import { addMonths, bankCalendar, nextBusinessDay } from '@ennoshita/statutes'
import type { Browser } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { type Desk, openDesk, say } from './desk-of.ts'
import { accountOf, foundAlone, foundPayingCompany, type PayingCompany } from './paying-company.ts'
import { startOnEmptyFolder } from './program.ts'
import { runFrom } from './story-clock.ts'

/** The program with a company of two: 花子, its president, and 次郎, its clerk, each at a desk of their own. */
export type PayingOffice = {
  readonly company: PayingCompany
  readonly hanako: Desk
  readonly jiro: Desk
  close(): Promise<void>
}

/** Ten in the morning of the next day on which banks are open: a story can be told at night and on Sundays. */
function nextBankMorning(): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date())
  return `${nextBusinessDay(today, bankCalendar({ preview: true }))}T10:00:00+09:00`
}

export async function openPayingOffice(environment: Readonly<Record<string, string>> = {}): Promise<PayingOffice> {
  return openPlace(environment, async ({ today, openHere }) => {
    const [hanako, jiro] = [await openHere(), await openHere()]
    return { hanako, jiro, company: await foundPayingCompany(hanako, jiro, today) }
  })
}

/** The program with a company of 花子 alone. */
export async function openAlone(): Promise<Pick<PayingOffice, 'hanako' | 'close'> & { readonly today: string }> {
  return openPlace({}, async ({ today, openHere }) => {
    const hanako = await openHere()
    await foundAlone(hanako)
    return { hanako, today }
  })
}

type Place = { readonly today: string; readonly openHere: () => Promise<Desk> }

/** Starts the program on a bank day, with a browser; both are closed again when the company cannot be founded. */
async function openPlace<Office extends object>(
  environment: Readonly<Record<string, string>>,
  found: (place: Place) => Promise<Office>,
): Promise<Office & { close(): Promise<void> }> {
  const morning = nextBankMorning()
  const program = await startOnEmptyFolder(morning, environment)
  const browser: Browser = await openBrowser()
  const close = async () => {
    await browser.close()
    await program.stop()
  }
  async function openHere(): Promise<Desk> {
    const desk = await openDesk(browser, program.address)
    await desk.context.addInitScript(runFrom, morning)
    return desk
  }
  try {
    return { ...(await found({ today: morning.slice(0, 10), openHere })), close }
  } catch (cause) {
    await close()
    throw cause
  }
}

/** What went wrong in the pages, without the refusals that a story asks for. */
export function unasked(...desks: readonly Desk[]): string[] {
  return desks.flatMap((desk) => desk.faults()).filter((fault) => !fault.includes('status of 4'))
}

/** The first day of the month before that of the day. */
export const monthBefore = (day: string): string => addMonths(`${day.slice(0, 7)}-01`, -1)

/** A date as it is typed without looking: 20261031. */
export const typedDay = (day: string): string => day.replaceAll('-', '')

/** 2026年10月. */
export const monthInWords = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`

/** The bank account out of which the company pays, with its cut-off in the afternoon of the day itself. */
export async function addBankSource(desk: Desk): Promise<void> {
  const steps = { under30000: 440, from30000: 660 }
  await say(desk, '/api/payables/add-source-account', {
    ...{ name: 'あおぞら銀行 普通', kind: 'bank', accountId: await accountOf(desk, '小口現金') },
    bank: {
      ...{
        bankCode: '0001',
        bankName: 'みずほ銀行',
        bankKana: 'ミズホ',
        branchCode: '004',
        branchName: '丸の内中央支店',
      },
      ...{ branchKana: 'マルノウチチュウオウ', accountNumber: '0123456', clientCode: '1234567890' },
      ...{ clientKana: 'カブシキガイシャアオゾラショウテン', cutOffDays: 0, cutOffTime: '15:00' },
      fees: { sameBranch: steps, sameBank: steps, otherBank: steps },
    },
  })
}
