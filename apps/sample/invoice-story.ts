import type { LocalDate } from '@ennoshita/kernel'
import { runQuery } from '@ennoshita/kernel/server'
import { payables } from '@ennoshita/payables'
import { early } from './diary.ts'
import type { Dice } from './dice.ts'
import { formOf, keepPaper, totalOf } from './invoice-form.ts'
import type { Vendor } from './vendors.ts'
import { act, instantAt, nextDayIn, type World } from './world.ts'

/** One received invoice: whose, what for, and when it comes. */
export type InvoiceStory = {
  readonly vendor: Vendor
  /** The first day of the month for which it is. */
  readonly month: LocalDate
  /** Which of this vendor in the month. */
  readonly n: number
  /** Who enters it. */
  readonly by: string
  readonly arrivesOn: LocalDate
  readonly invoicedOn: LocalDate
  readonly dueOn: LocalDate
  readonly service: readonly [LocalDate, LocalDate]
  /** Without tax, whole yen. */
  readonly lines: readonly { readonly text: string; readonly amount: number }[]
  readonly dice: Dice
}

/** The step that waits for one person, in working days; the other heads decide on the same day or the next ones. */
const slowHead = { department: 'factory', least: 4, most: 8 }
const president = { from: 500_000 }

/** Writes the story: kept and entered, submitted, approved by the department, by accounting, and by the president when it is large. */
export function writeInvoice(world: World, story: InvoiceStory): void {
  const { vendor, by, dice, arrivesOn } = story
  const name = `invoice ${vendor.code} ${story.month} ${story.n}`
  const write = (on: LocalDate, at: number, deed: (instant: string) => Promise<unknown>, story = name) => {
    if (on > world.endOn) return
    const instant = instantAt(on, at)
    world.diary.write(on, instant, story, async () => void (await deed(instant)))
  }
  const entry: { invoiceId: string; documentId: string | null } = { invoiceId: '', documentId: null }
  const form = () => formOf(world, story)
  const at = 13 * 60 + dice.between(0, 200)
  // early, one by one: the same seed gives every invoice the same number
  const register = async (instant: string) => {
    const documentId = await keepPaper(world, story, instant)
    const { invoiceId } = await act(world, by, payables.registerInvoice, { ...form(), documentId }, instant)
    Object.assign(entry, { invoiceId, documentId })
  }
  write(arrivesOn, at, register, early)
  write(arrivesOn, at + 6, (instant) => act(world, by, payables.submitInvoice, { invoiceId: entry.invoiceId }, instant))
  const head = headOf(world, vendor.department)
  let on = arrivesOn
  const approve = (who: string, days: number, minutes: number) => {
    on = nextDayIn(world, who, days === 0 ? on : world.days.after(on, days))
    const comment = dice.pick(world.data.papers.approvals)
    write(on, minutes, (instant) =>
      act(world, who, payables.approveInvoice, { invoiceId: entry.invoiceId, comment }, instant),
    )
  }
  const approveByDepartment = () => {
    const slow = vendor.department === slowHead.department
    const days = slow ? dice.between(slowHead.least, slowHead.most) : dice.pick([0, 1, 1, 2])
    approve(head, days, days === 0 ? 17 * 60 + 5 + dice.between(0, 40) : 9 * 60 + dice.between(0, 60))
  }
  const rounds = vendor.returned && dice.chance(75) ? 1 : 0
  for (let round = 0; round < rounds; round += 1) {
    approveByDepartment()
    on = nextDayIn(world, 'takasaki', world.days.after(on, 1))
    const comment = dice.pick(world.data.papers.returns)
    write(on, 10 * 60 + dice.between(0, 60), (instant) =>
      act(world, 'takasaki', payables.returnInvoice, { invoiceId: entry.invoiceId, comment, to: 'applicant' }, instant),
    )
    on = nextDayIn(world, by, world.days.after(on, dice.pick([1, 2])))
    const note = dice.pick(world.data.papers.corrections)
    write(on, 14 * 60 + dice.between(0, 60), async (instant) => {
      const { invoiceId } = entry
      const { version } = await runQuery(world.office, payables.invoiceDetails, world.program, { invoiceId })
      await act(world, by, payables.correctInvoice, { ...form(), ...entry, version, note }, instant)
      await act(world, by, payables.submitInvoice, { invoiceId }, instant)
    })
  }
  approveByDepartment()
  approve('takasaki', dice.pick([1, 1, 2]), 11 * 60 + dice.between(0, 60))
  if (totalOf(story).total >= president.from)
    approve('mizusawa', dice.pick([1, 1, 2]), 8 * 60 + 40 + dice.between(0, 40))
}

/** The same invoice comes once more on paper: entered, taken for another one, found out the next day and cancelled. */
export function writeSecondCopy(world: World, story: InvoiceStory): void {
  const by = 'kasai'
  const on = nextDayIn(world, by, world.days.after(story.arrivesOn, 3))
  const foundOn = nextDayIn(world, by, world.days.after(on, 1))
  if (foundOn > world.endOn) return
  const name = `second copy ${story.vendor.code}`
  let invoiceId = ''
  world.diary.write(on, instantAt(on, 16 * 60), early, async () => {
    const instant = instantAt(on, 16 * 60)
    const entered = await act(
      world,
      by,
      payables.registerInvoice,
      {
        ...{ ...formOf(world, story), receivedOn: on },
        ...{ duplicateOf: 'not-a-duplicate', duplicateReason: '郵送で届いた別の注文の請求書と思われるため' },
      },
      instant,
    )
    invoiceId = entered.invoiceId
  })
  world.diary.write(foundOn, instantAt(foundOn, 10 * 60), name, async () => {
    const reason = 'メールで先に届いていた請求書と同じもの（郵送分）でした'
    await act(world, by, payables.cancelInvoice, { invoiceId, reason }, instantAt(foundOn, 10 * 60))
    world.tally.secondCopy = { invoiceId, vendorId: story.vendor.vendorId, vendorName: story.vendor.name }
  })
}

/** Who heads the department. */
function headOf(world: World, department: string): string {
  const head = world.data.people.find((person) => person.department === department && person.post === 'manager')
  if (!head) throw new Error(`Nobody heads ${department}.`)
  return head.key
}
