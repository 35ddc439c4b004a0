import { dateInWords } from '@ennoshita/kernel'
import { type CommandContext, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { type FactsRead, readInvoiceFacts } from '../../queries/invoice/invoice-facts.ts'
import type { InvoiceForm } from '../../rules/invoice/invoice-form.ts'
import { reckonInvoice } from '../../rules/invoice/reckon-invoice.ts'

/** Reads what the form rests on, and refuses what it names that is not there: another company's vendor reads as not found. */
export async function factsOf(
  { tx, actor, today }: CommandContext,
  form: InvoiceForm,
  invoiceId: string | null,
): Promise<FactsRead> {
  const facts = await readInvoiceFacts(tx, actor.companyId, today, form, invoiceId)
  if (form.vendorId !== null && facts.vendor === null) refuseNotFound({ ja: '取引先', en: 'vendor' }, 'vendorId')
  if (facts.vendor && facts.vendorRetiredOn !== null)
    refuse({
      kind: 'conflict',
      code: 'payables.vendor-retired',
      what: {
        ja: `「${facts.vendor.name}」は${dateInWords(facts.vendorRetiredOn)}で取引を終えています。`,
        en: `${facts.vendor.name} was retired on ${facts.vendorRetiredOn}.`,
      },
      field: 'vendorId',
      todo: { ja: '取引先を選び直すか、取引先を再開してください。', en: 'Choose another vendor, or restore this one.' },
    })
  const department = (id: string | null, field: string) => {
    if (id !== null && !facts.departments.has(id)) refuseNotFound({ ja: '部署', en: 'department' }, field)
  }
  department(form.departmentId, 'departmentId')
  for (const [place, line] of form.lines.entries()) {
    const field = `lines.${place}`
    if (line.accountId !== null && !facts.accounts.has(line.accountId))
      refuseNotFound({ ja: '勘定科目', en: 'account' }, `${field}.accountId`)
    if (line.subAccountId !== null && !facts.subAccounts.has(`${line.accountId} ${line.subAccountId}`))
      refuseNotFound({ ja: '補助科目', en: 'sub-account' }, `${field}.subAccountId`)
    department(line.departmentId, `${field}.departmentId`)
  }
  refuseUnkeepable(form)
  return facts
}

/** What no draft can hold, because the table cannot either. */
function refuseUnkeepable(form: InvoiceForm): void {
  const periods = [
    { of: form, field: 'serviceUntil' },
    ...form.lines.map((line, place) => ({ of: line, field: `lines.${place}.serviceUntil` })),
  ]
  const wrong = periods.find(
    ({ of }) => of.serviceFrom !== null && of.serviceUntil !== null && of.serviceFrom > of.serviceUntil,
  )
  if (wrong)
    refuseField(wrong.field, 'period', { ja: '期間の末日が初日より前です。', en: 'The period ends before it begins.' })
  for (const [place, { spreadFrom, spreadUntil }] of form.lines.entries())
    if (
      (spreadFrom === null) !== (spreadUntil === null) ||
      (spreadFrom !== null && spreadUntil !== null && spreadFrom > spreadUntil)
    )
      refuseField(`lines.${place}.spreadUntil`, 'spread', {
        ja: '前払の期間には、初月と、それ以後の末月の両方が必要です。',
        en: 'A spread needs its first month and a last one that is not before it.',
      })
  const doubled = form.taxes.findIndex(
    (tax, place) => form.taxes.findIndex((each) => each.taxKind === tax.taxKind) < place,
  )
  if (doubled >= 0)
    refuseField(`taxes.${doubled}.taxKind`, 'tax-twice', {
      ja: '同じ税率の消費税額が二つあります。',
      en: 'There are two taxes of one rate.',
    })
  if (form.withholding !== null && form.withholding > (form.total ?? form.withholding))
    refuseField('withholding', 'withholding-above-total', {
      ja: '源泉徴収税額が請求金額を超えています。',
      en: 'More is withheld than the total.',
    })
}

function refuseField(field: string, code: string, what: { ja: string; en: string }): never {
  refuse({
    kind: 'bad-input',
    code: `payables.${code}`,
    what,
    field,
    todo: { ja: '値を直して、もう一度お送りください。', en: 'Correct the value and send it again.' },
  })
}

export type Written = { documentSha256: string | null; duplicateReason: string; replaces: string | null }

/** Writes the invoice as it is entered: a new draft, or its columns anew. The caller writes the lines. */
export async function writeInvoice(
  { tx, actor, today }: CommandContext,
  invoiceId: string,
  form: InvoiceForm,
  facts: FactsRead,
  { documentSha256, duplicateReason, replaces }: Written,
): Promise<void> {
  const company = actor.companyId
  const { withholding } = reckonInvoice(form, facts, { number: null, isAccepted: true })
  const kept = Math.min(withholding, form.total ?? withholding)
  const words = [facts.vendor?.name, form.vendorNumber, ...form.lines.map(({ description }) => description), form.note]
  const { foreign } = form
  await Promise.all([
    tx.run`insert into payables.invoice as i (company_id, id, kind, vendor_id, vendor_number, document_id, document_sha256, department_id,
        service_from, service_until, invoiced_on, received_on, booking_month, due_on, total, withholding, withholding_entered, withholding_reason,
        includes_tax, are_taxes_stated, currency, amount_minor, rate_millionths, rate_on, rate_source, late_reason, note, folded, duplicate_reason, replaces, entered_by)
      values (${company}, ${invoiceId}, ${form.kind}, ${form.vendorId}, ${form.vendorNumber}, ${form.documentId}, ${documentSha256}, ${form.departmentId},
        ${form.serviceFrom}, ${form.serviceUntil}, ${form.invoicedOn}, ${form.receivedOn ?? today}, ${form.bookingMonth}, ${form.dueOn}, ${form.total},
        ${kept}, ${form.withholding}, ${form.withholdingReason}, ${form.includesTax}, ${form.areTaxesStated}, ${foreign?.currency ?? null}, ${foreign?.amountMinor ?? null},
        ${foreign?.rateMillionths ?? null}, ${foreign?.rateOn ?? null}, ${foreign?.rateSource ?? null}, ${form.lateReason}, ${form.note},
        kernel.fold(${words.filter((word) => word).join(',')}), ${duplicateReason}, ${replaces}, ${actor.personId ?? null})
      on conflict (company_id, id) do update set kind = excluded.kind, vendor_id = excluded.vendor_id, vendor_number = excluded.vendor_number,
        document_id = excluded.document_id, document_sha256 = excluded.document_sha256, department_id = excluded.department_id,
        service_from = excluded.service_from, service_until = excluded.service_until, invoiced_on = excluded.invoiced_on,
        received_on = excluded.received_on, booking_month = excluded.booking_month, due_on = excluded.due_on, total = excluded.total,
        withholding = excluded.withholding, withholding_entered = excluded.withholding_entered, withholding_reason = excluded.withholding_reason,
        includes_tax = excluded.includes_tax, are_taxes_stated = excluded.are_taxes_stated, currency = excluded.currency, amount_minor = excluded.amount_minor,
        rate_millionths = excluded.rate_millionths, rate_on = excluded.rate_on, rate_source = excluded.rate_source,
        late_reason = excluded.late_reason, note = excluded.note, folded = excluded.folded,
        duplicate_reason = case when excluded.duplicate_reason = '' then i.duplicate_reason else excluded.duplicate_reason end,
        version = i.version + 1`,
    tx.run`delete from payables.invoice_line where company_id = ${company} and invoice_id = ${invoiceId}`,
    tx.run`delete from payables.invoice_tax where company_id = ${company} and invoice_id = ${invoiceId}`,
    writeLines(tx, company, invoiceId, form),
  ])
}

async function writeLines(
  tx: CommandContext['tx'],
  company: string,
  invoiceId: string,
  { lines, taxes }: InvoiceForm,
): Promise<void> {
  const told = JSON.stringify(lines.map((line, place) => ({ ...line, place: place + 1 })))
  await Promise.all([
    tx.run`insert into payables.invoice_line (company_id, invoice_id, line, account_id, sub_account_id, department_id, service_from, service_until,
        description, amount, tax_kind, use, ground, book_only, is_fee, spread_from, spread_until)
      select ${company}, ${invoiceId}, l.place, l."accountId", l."subAccountId", l."departmentId", l."serviceFrom", l."serviceUntil",
        l.description, l.amount, l."taxKind", l.use, l.ground, l."bookOnly", l."isFee", l."spreadFrom", l."spreadUntil"
      from jsonb_to_recordset(${told}::jsonb) as l (place smallint, "accountId" uuid, "subAccountId" uuid, "departmentId" uuid,
        "serviceFrom" date, "serviceUntil" date, description text, amount bigint, "taxKind" text, use text, ground text, "bookOnly" text,
        "isFee" boolean, "spreadFrom" date, "spreadUntil" date)`,
    tx.run`insert into payables.invoice_tax (company_id, invoice_id, tax_kind, base, tax)
      select ${company}, ${invoiceId}, t."taxKind", t.base, t.tax
      from jsonb_to_recordset(${JSON.stringify(taxes)}::jsonb) as t ("taxKind" text, base bigint, tax bigint)`,
  ])
}
