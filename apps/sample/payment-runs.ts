import { addDays, type LocalDate } from '@ennoshita/kernel'
import { runQuery } from '@ennoshita/kernel/server'
import { payables } from '@ennoshita/payables'
import { addMonths, bankCalendar, isBusinessDay, monthEnd, previousBusinessDay } from '@ennoshita/statutes'
import { sourceAccountOf } from './vendors.ts'
import { act, instantAt, isIn, type World } from './world.ts'

type Method = 'transfer' | 'account-transfer' | 'card'
type Run = { runId: string; payOn: LocalDate }

const calendar = bankCalendar({ preview: true })

/** At the end of each month what is due is prepared by one, released by another and marked as paid; the tax withheld follows by the 10th. */
export function writePaymentRuns(world: World): void {
  for (let month = `${world.startOn.slice(0, 7)}-01`; month <= world.endOn; month = addMonths(month, 1)) {
    const end = monthEnd(month)
    const payOn = isBusinessDay(end, calendar) ? end : previousBusinessDay(end, calendar)
    for (const [place, method] of (['transfer', 'account-transfer', 'card'] as const).entries())
      writeRun(world, payOn, method, place)
    writeWithholding(world, addMonths(month, 1))
  }
}

/** Who does it, or stands in during an absence. */
const present = (world: World, on: LocalDate, ...people: readonly [string, ...string[]]): string =>
  people.find((key) => isIn(world, key, on)) ?? people[0]

function writeRun(world: World, payOn: LocalDate, method: Method, place: number): void {
  const story = `payment ${payOn} ${method}`
  const prepareOn = world.days.after(payOn, -4)
  const releaseOn = world.days.after(payOn, -3)
  const run: Run = { runId: '', payOn }
  const write = (on: LocalDate, at: number, deed: (instant: string) => Promise<void>) => {
    if (on <= world.startOn || on > world.endOn) return
    const instant = instantAt(on, at + place * 7)
    world.diary.write(on, instant, story, () =>
      run.runId === '' && on !== prepareOn ? Promise.resolve() : deed(instant),
    )
  }
  const preparer = present(world, prepareOn, 'minegishi', 'mizuno')
  const releaser = present(world, releaseOn, 'takasaki', 'mizusawa')
  write(prepareOn, 14 * 60 + 10, async (instant) => {
    const invoiceIds = await dueBy(world, monthEnd(payOn), method)
    if (invoiceIds.length === 0) return
    const sourceAccountId = await sourceAccountOf(world, method === 'card' ? 'card' : 'bank')
    const prepared = await act(
      world,
      preparer,
      payables.prepareRun,
      { sourceAccountId, payOn, invoiceIds, method },
      instant,
    )
    run.runId = prepared.runId
  })
  write(releaseOn, 10 * 60 + 20, async (instant) => {
    await act(world, releaser, payables.releaseRun, { runId: run.runId }, instant)
  })
  write(releaseOn, 13 * 60 + 40, async (instant) => {
    if (method === 'transfer')
      await act(
        world,
        present(world, releaseOn, 'minegishi', 'mizuno'),
        payables.takeRunFile,
        { runId: run.runId },
        instant,
      )
  })
  write(payOn, 15 * 60 + 30, async (instant) => {
    const who = present(world, payOn, 'minegishi', 'mizuno')
    await act(world, who, payables.markRunPaid, { runId: run.runId, paidOn: payOn }, instant)
  })
}

/** What is due by that day and nothing stands against; not that of the vendor whose account is about to change. */
async function dueBy(world: World, dueUntil: LocalDate, method: Method): Promise<string[]> {
  const changing = dueUntil > addDays(world.endOn, -20) ? world.vendors.find(({ account2 }) => account2) : undefined
  const { invoices } = await runQuery(world.office, payables.payableInvoices, world.program, {
    ...{ dueUntil, method, limit: 2000 },
  })
  return invoices
    .filter(
      ({ findings, vendorId }) => vendorId !== changing?.vendorId && findings.every(({ level }) => level !== 'hold'),
    )
    .map(({ invoiceId }) => invoiceId)
}

function writeWithholding(world: World, month: LocalDate): void {
  const on = world.days.onOrBefore(`${month.slice(0, 8)}09`)
  if (on <= world.startOn || on > world.endOn) return
  const instant = instantAt(on, 11 * 60)
  world.diary.write(on, instant, `withholding ${month}`, async () => {
    const dues = await runQuery(world.office, payables.withholdingDues, world.program, {})
    const sourceAccountId = await sourceAccountOf(world, 'bank')
    for (const { period, group, from, open, isOver } of dues)
      if (isOver && open > 0)
        await act(
          world,
          'mizuno',
          payables.payWithholding,
          { period, group, from, amount: open, paidOn: on, sourceAccountId },
          instant,
        )
  })
}
