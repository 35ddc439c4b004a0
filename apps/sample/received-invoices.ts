import { addDays, type LocalDate } from '@ennoshita/kernel'
import { addMonths, consumptionTax, monthEnd, UnknownLawError } from '@ennoshita/statutes'
import { type Dice, diceFor } from './dice.ts'
import { taxKindOf } from './invoice-form.ts'
import { type InvoiceStory, writeInvoice, writeSecondCopy } from './invoice-story.ts'
import type { Vendor } from './vendors.ts'
import { nextDayIn, type World } from './world.ts'

/** Who enters invoices, by turns. */
const entering = ['hoshino', 'hoshino', 'kasai'] as const

/** About 215 invoices a month: those closed at the end of a month come on its first days after, those of the 20th until the 27th. */
export function writeReceivedInvoices(world: World): void {
  const secondCopyOf = addMonths(`${world.endOn.slice(0, 7)}-01`, -2)
  const first = addMonths(`${world.startOn.slice(0, 7)}-01`, -1)
  for (let month = first; month <= world.endOn; month = addMonths(month, 1))
    for (const [place, vendor] of world.vendors.entries()) {
      const dice = diceFor(world.seed, 'invoices', month, vendor.name)
      for (let n = 1; n <= vendor.times; n += 1) {
        const story = storyOf(world, vendor, month, n, place, dice)
        if (story.arrivesOn <= world.startOn || story.arrivesOn > world.endOn || !isTaxKnown(story)) continue
        writeInvoice(world, story)
        if (vendor.duplicate && n === 1 && month === secondCopyOf) writeSecondCopy(world, story)
      }
    }
}

/** Whether the rate of that day is law already: nothing is invented where the law of a later day is not known yet. */
function isTaxKnown(story: InvoiceStory): boolean {
  const kind = taxKindOf(story)
  if (kind === 'exempt' || kind === 'out-of-scope') return true
  try {
    consumptionTax({ on: story.service[1], rateClass: kind })
    return true
  } catch (cause) {
    if (cause instanceof UnknownLawError) return false
    throw cause
  }
}

function storyOf(world: World, vendor: Vendor, month: LocalDate, n: number, place: number, dice: Dice): InvoiceStory {
  const by = entering[(place + n) % entering.length] ?? 'hoshino'
  const last = monthEnd(month)
  const atEnd = vendor.closing === 'end'
  const closedOn = atEnd ? last : addDays(month, 19)
  const arrives = nextDayIn(world, by, addDays(closedOn, dice.between(1, atEnd ? 9 : 7)))
  const isPeriod = vendor.monthly || vendor.times === 1
  const day = addDays(month, dice.between(0, Number(closedOn.slice(8)) - 1))
  const dueOn = atEnd ? monthEnd(addMonths(month, vendor.after)) : monthEnd(addMonths(month, 1))
  return {
    ...{ vendor, month, n, by, dueOn },
    arrivesOn: arrives,
    invoicedOn: closedOn,
    service: isPeriod ? [atEnd ? month : addDays(addMonths(month, -1), 20), closedOn] : [day, day],
    lines: linesOf(world, vendor, dice).map((line, at) =>
      at === 0 ? { ...line, amount: line.amount + n * 10 } : line,
    ),
    dice,
  }
}

/** One to three lines; amounts without tax, in hundreds of yen. */
function linesOf(world: World, vendor: Vendor, dice: Dice): { text: string; amount: number }[] {
  const texts = world.data.papers.texts[vendor.account]
  if (!texts) throw new Error(`Nothing is written for account ${vendor.account}.`)
  if (vendor.fixed !== undefined) return [{ text: dice.pick(texts), amount: Math.round((vendor.fixed * 1000) / 1.1) }]
  const { min, max } = vendor
  // most invoices are small: the lower of two throws
  const thousands = Math.min(dice.between(min, max), dice.between(min, max))
  const count = thousands > 100 ? dice.between(1, 3) : 1
  const whole = Math.round((thousands * 10) / 1.1)
  const parts = Array.from({ length: count }, (_, index) =>
    index === count - 1 ? whole - Math.floor(whole / count) * (count - 1) : Math.floor(whole / count),
  )
  return parts.map((hundreds) => ({ text: dice.pick(texts), amount: hundreds * 100 }))
}
