import { readingOf } from '@ennoshita/documents/server'
import type { AnswerOf } from '@ennoshita/kernel'
import { type QueryContext, query, sql } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { warning } from '../../rules/invoice/finding.ts'
import { proposeFromPint } from '../../rules/invoice/propose-from-pint.ts'
import { proposeFromText, type Read } from '../../rules/invoice/propose-from-text.ts'

type Answer = AnswerOf<typeof payables.invoiceReadings>
type Proposed = Omit<Answer, 'source' | 'vendor' | 'bankAccount' | 'findings'> & { accountNumber: Read<string> | null }

/** Whoever registers invoices reads any paper of the company that is to become one. */
export const invoiceReadings = query(payables.invoiceReadings, {
  may: 'payables.register-invoices',
  async run(context, { documentId }) {
    const reading = await readingOf(context, documentId, sql`true`)
    const { accountNumber, ...proposed } = reading.pint ? fromPint(reading.pint) : fromText(reading.pages)
    const vendor = await vendorOf(context, proposed.registrationNumber, proposed.vendorName)
    const agrees =
      accountNumber && vendor ? await accountAgrees(context, vendor.value.vendorId, accountNumber.value) : null
    return {
      ...proposed,
      source: reading.pint
        ? ('xml' as const)
        : reading.pages.some(({ texts }) => texts.length > 0)
          ? ('text' as const)
          : ('none' as const),
      vendor,
      bankAccount: accountNumber && { agrees, place: accountNumber.place, words: accountNumber.words },
      findings: [
        ...(reading.fault
          ? [
              warning('documentId', 'unreadable', reading.fault, {
                ja: '請求書を見ながら入力してください。',
                en: 'Enter it from the paper.',
              }),
            ]
          : []),
        ...(agrees === false
          ? [
              warning(
                'vendorId',
                'other-account',
                {
                  ja: '請求書の振込先口座が、登録と違います。',
                  en: 'The account on the invoice is not the one registered.',
                },
                {
                  ja: '以前から知っている番号に電話して確かめてください。変更なら取引先の口座を登録し直します。',
                  en: 'Call the vendor at a number known before; enter a changed account with the vendor.',
                },
              ),
            ]
          : []),
      ],
    }
  },
})

const exact = <Value>(value: Value | null): Read<Value> | null =>
  value === null ? null : { value, place: null, words: 'XML' }

function fromText(pages: Parameters<typeof proposeFromText>[0]): Proposed {
  const { taxes, ...told } = proposeFromText(pages)
  return { ...told, taxes: [...taxes], lines: [] }
}

function fromPint(invoice: Parameters<typeof proposeFromPint>[0]): Proposed {
  const told = proposeFromPint(invoice)
  return {
    vendorName: exact(told.vendorName),
    registrationNumber: exact(told.registrationNumber),
    vendorNumber: exact(told.vendorNumber),
    invoicedOn: exact(told.invoicedOn),
    dueOn: exact(told.dueOn),
    service: exact(told.service),
    total: exact(told.total),
    taxes: told.taxes.map((value) => ({ value, place: null, words: 'XML' })),
    includesTax: false,
    withholding: null,
    lines: told.lines.map((line) => ({ ...line, place: null })),
    accountNumber: exact(told.accountNumber?.replace(/\D/g, '').padStart(7, '0') ?? null),
  }
}

/** The vendor by its registration number; else the only one whose name is in the name read, company words set aside. */
async function vendorOf(
  { tx, actor }: QueryContext,
  number: Read<string> | null,
  name: Read<string> | null,
): Promise<Answer['vendor']> {
  const company = actor.companyId
  const byNumber = number
    ? await tx.rows<{ vendorId: string; name: string }>`select id as "vendorId", name from payables.vendor
        where company_id = ${company} and registration_number = ${number.value} limit 2`
    : []
  const [first] = byNumber
  if (number && first && byNumber.length === 1) return { ...number, value: { ...first, by: 'registration-number' } }
  if (!name) return null
  const core = sql`regexp_replace(kernel.fold(v.name), '株式会社|有限会社|合同会社|\\(株\\)|\\(有\\)|㈱|㈲| ', '', 'g')`
  const byName = await tx.rows<{
    vendorId: string
    name: string
  }>`select v.id as "vendorId", v.name from payables.vendor v
    where v.company_id = ${company} and v.retired_on is null and length(${core}) >= 2
      and position(${core} in replace(kernel.fold(${name.value}), ' ', '')) > 0 limit 2`
  const [only] = byName
  return only && byName.length === 1 ? { ...name, value: { ...only, by: 'name' } } : null
}

async function accountAgrees({ tx, actor }: QueryContext, vendorId: string, number: string): Promise<boolean | null> {
  const kept = await tx.rows<{
    agrees: boolean
  }>`select account_number = ${number} as agrees from payables.vendor_bank_account
    where company_id = ${actor.companyId} and vendor_id = ${vendorId} and state in ('confirmed', 'waiting')`
  return kept.length === 0 ? null : kept.some(({ agrees }) => agrees)
}
