import { documents } from '@ennoshita/documents'
import { formatWareki } from '@ennoshita/formats'
import type { InputOf, LocalDate } from '@ennoshita/kernel'
import { enterFile, inTransaction, storeContent } from '@ennoshita/kernel/server'
import type { payables } from '@ennoshita/payables'
import { consumptionTax } from '@ennoshita/statutes'
import type { InvoiceStory } from './invoice-story.ts'
import { paperOf } from './paper.ts'
import { act, known, type World } from './world.ts'

type Form = Omit<InputOf<typeof payables.registerInvoice>, 'documentId'>
type TaxKind = 'standard' | 'reduced' | 'exempt' | 'out-of-scope'

const centsOfYen = { USD: 15_432, EUR: 16_875 } as const

export function taxKindOf({ vendor }: Pick<InvoiceStory, 'vendor'>): TaxKind {
  if (vendor.outOfScope) return 'out-of-scope'
  if (vendor.exempt) return 'exempt'
  return vendor.reduced ? 'reduced' : 'standard'
}

/** Base, tax and total of an invoice in yen; tax rounded down, once. */
export function totalOf(story: InvoiceStory): { base: number; tax: number; total: number } {
  const base = story.lines.reduce((sum, { amount }) => sum + amount, 0)
  const kind = taxKindOf(story)
  if (kind === 'exempt' || kind === 'out-of-scope') return { base, tax: 0, total: base }
  const { percent } = consumptionTax({ on: story.service[1], rateClass: kind })
  const tax = Math.floor((base * percent) / 100)
  return { base, tax, total: base + tax }
}

export const numberOf = ({ vendor, invoicedOn, n }: InvoiceStory): string =>
  `${vendor.code.slice(1)}-${invoicedOn.slice(2, 4)}${invoicedOn.slice(5, 7)}-${String(n).padStart(2, '0')}`

/** What is entered of it. */
export function formOf(world: World, story: InvoiceStory): Form {
  const { vendor, lines, service } = story
  const { base, tax, total } = totalOf(story)
  const kind = taxKindOf(story)
  const { accountId } = known(world.accounts, vendor.account)
  const departmentId = known(world.departments, vendor.department)
  return {
    ...{ vendorId: vendor.vendorId, vendorNumber: numberOf(story), departmentId, total, includesTax: false },
    ...{ serviceFrom: service[0], serviceUntil: service[1], invoicedOn: story.invoicedOn },
    ...{ receivedOn: story.arrivesOn, bookingMonth: story.month, dueOn: story.dueOn },
    taxes: kind === 'standard' || kind === 'reduced' ? [{ taxKind: kind, base, tax }] : [],
    lines: lines.map(({ text, amount }) => ({ accountId, departmentId, description: text, amount, taxKind: kind })),
    foreign: foreignOf(story, total),
  }
}

/** The amount in the currency of the vendor, such that the rate of the day gives the yen. */
function foreignOf({ vendor, invoicedOn }: InvoiceStory, total: number): Form['foreign'] {
  if (!vendor.currency) return null
  const rate = centsOfYen[vendor.currency]
  return {
    currency: vendor.currency,
    amountMinor: Math.round((total * 10_000) / rate),
    rateMillionths: rate * 10_000,
    rateOn: invoicedOn,
    rateSource: '取引銀行の公表仲値（TTM）',
  }
}

/** The paper as it was received, kept as a document; none where the sample keeps no files. */
export async function keepPaper(world: World, story: InvoiceStory, instant: string): Promise<string | null> {
  const { filesFolder, office, program, data } = world
  if (filesFolder === undefined) return null
  const { vendor, lines } = story
  const { base, tax, total } = totalOf(story)
  const kind = taxKindOf(story)
  const bytes = paperOf({
    ...{ number: numberOf(story), vendor: vendor.name, addressee: data.company.name, lines, total },
    ...{ registrationNumber: vendor.registrationNumber, account: vendor.payTo },
    invoicedOn: longDate(story.invoicedOn),
    dueOn: Number(vendor.code) % 3 === 0 ? formatWareki(story.dueOn) : longDate(story.dueOn),
    service: story.service.map(longDate).join('〜'),
    sums:
      kind === 'standard' || kind === 'reduced'
        ? [{ text: kind === 'standard' ? '10%対象' : '8%対象（軽減税率）', base, tax }]
        : [],
  })
  const content = await storeContent(filesFolder, oneOf(bytes))
  const { fileId } = await inTransaction(office.database.app, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${program.companyId}, true)`
    return enterFile(tx, program.companyId, content, {
      name: `請求書_${vendor.name.replaceAll(/[\s（）]/g, '')}_${numberOf(story)}.pdf`,
      mediaType: 'application/pdf',
      storedBy: known(world.members, story.by).personId,
    })
  })
  const facts = { kind: 'invoice', transactionOn: story.invoicedOn, amount: total, partner: vendor.name } as const
  const kept = await act(world, story.by, documents.keepDocuments, { files: [{ fileId, ...facts }] }, instant)
  return kept.documents[0]?.documentId ?? null
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function longDate(on: LocalDate): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
