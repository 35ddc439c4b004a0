import type { Tx } from '@ennoshita/kernel/server'
import type { ForeignAmount, InvoiceForm, InvoiceLine, StatedTax } from '../../rules/invoice/invoice-form.ts'

type FormRow = Omit<InvoiceForm, 'lines' | 'taxes' | 'foreign'> & {
  currency: string | null
  amountMinor: number
  rateMillionths: number
  rateOn: string
  rateSource: string
}

/** What was entered of an invoice, as the form holds it. */
export async function readForm(tx: Tx, company: string, invoiceId: string): Promise<InvoiceForm | undefined> {
  const [row, lines, taxes] = await Promise.all([
    tx.row<FormRow>`select kind, vendor_id as "vendorId", vendor_number as "vendorNumber", document_id as "documentId",
        department_id as "departmentId", service_from as "serviceFrom", service_until as "serviceUntil", invoiced_on as "invoicedOn",
        received_on as "receivedOn", booking_month as "bookingMonth", due_on as "dueOn", total, includes_tax as "includesTax", are_taxes_stated as "areTaxesStated",
        withholding_entered as withholding, withholding_reason as "withholdingReason", late_reason as "lateReason", note,
        currency, amount_minor as "amountMinor", rate_millionths as "rateMillionths", rate_on as "rateOn", rate_source as "rateSource"
      from payables.invoice where company_id = ${company} and id = ${invoiceId}`,
    tx.rows<InvoiceLine>`select account_id as "accountId", sub_account_id as "subAccountId", department_id as "departmentId",
        service_from as "serviceFrom", service_until as "serviceUntil", description, amount, tax_kind as "taxKind", use, ground,
        book_only as "bookOnly", is_fee as "isFee", spread_from as "spreadFrom", spread_until as "spreadUntil"
      from payables.invoice_line where company_id = ${company} and invoice_id = ${invoiceId} order by line`,
    tx.rows<StatedTax>`select tax_kind as "taxKind", base, tax
      from payables.invoice_tax where company_id = ${company} and invoice_id = ${invoiceId} order by tax_kind desc`,
  ])
  if (!row) return undefined
  const { currency, amountMinor, rateMillionths, rateOn, rateSource, ...form } = row
  const foreign: ForeignAmount | null =
    currency === null ? null : { currency, amountMinor, rateMillionths, rateOn, rateSource }
  return { ...form, lines, taxes, foreign }
}
