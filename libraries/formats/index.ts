export { formatYen, parseAmount, readAmount } from './amounts-and-dates/amounts.ts'
export { formatWareki, parseDate, readDate } from './amounts-and-dates/dates.ts'
export { formatMinutes, parseMinutes, readMinutes } from './amounts-and-dates/minutes.ts'
export { type Reading, UnreadableTextError } from './amounts-and-dates/reading.ts'
export {
  type AttendanceField,
  type AttendanceMapping,
  attendanceLayouts,
} from './attendance-records/layouts.ts'
export { type AttendanceRecord, readAttendance } from './attendance-records/read-attendance.ts'
export type { TimeWriting } from './attendance-records/times.ts'
export { type BankKana, type BankKanaChange, type BankKanaRule, toBankKana } from './bank-kana/to-bank-kana.ts'
export type { StatementColumn, StatementMapping } from './bank-statements/mappings.ts'
export { readBankStatement } from './bank-statements/read-bank-statement.ts'
export type { BankStatement, StatementFault, StatementFaultRule, StatementLine } from './bank-statements/statement.ts'
export { type IcsFault, readIcs } from './ics/read-ics.ts'
export { type IcsEvent, writeIcs } from './ics/write-ics.ts'
export type {
  Journal,
  JournalFault,
  JournalFaultRule,
  JournalLine,
  TaxMethod,
  UnmappedText,
} from './journals/journal.ts'
export {
  type JournalColumn,
  type JournalColumns,
  type JournalLayoutName,
  type JournalMapping,
  journalLayouts,
} from './journals/layouts.ts'
export { readJournals } from './journals/read-journals.ts'
export type { Certainty, TaxClass, TaxVocabulary } from './journals/tax-class.ts'
export { readTaxText, writeTaxText } from './journals/tax-text.ts'
export { UnwritableJournalError, writeJournals } from './journals/write-journals.ts'
export { type PayrollField, type PayrollMapping, payrollLayouts } from './payroll-results/layouts.ts'
export { type PayrollResult, readPayrollResults } from './payroll-results/read-payroll-results.ts'
export { type PdfFault, type PdfPage, type PdfReading, type ReadPdfOptions, readPdf } from './pdf/read-pdf.ts'
export type { PlacedText } from './pdf/reading-order.ts'
export { checkPintInvoice, type PintFinding } from './pint/check-pint-invoice.ts'
export { completePintInvoice, type PintRounding } from './pint/complete-pint-invoice.ts'
export type {
  PintAllowanceCharge,
  PintAmount,
  PintInvoice,
  PintLine,
  PintParty,
  PintPaymentMeans,
  PintTaxCategory,
  PintTaxSubtotal,
} from './pint/invoice.ts'
export { PintDocumentError, type PintFault } from './pint/pint-document-error.ts'
export { readPintInvoice } from './pint/read-pint-invoice.ts'
export type { PintKind } from './pint/rules/rule.ts'
export { writePintInvoice } from './pint/write-pint-invoice.ts'
export { readXml } from './pint/xml/read-xml.ts'
export { type ColumnDefinition, type FoundHeader, findHeader } from './tables/find-header.ts'
export {
  assignColumn,
  type ColumnMatching,
  guessMatching,
  type MatchedColumn,
  matchedColumns,
  matchingAtRow,
} from './tables/match-columns.ts'
export { readTable } from './tables/read-table.ts'
export type { Table, TableFault, TableLimits, TableSheet } from './tables/table.ts'
export { writeCorrectionFile } from './tables/write-correction-file.ts'
export { type CellToWrite, type SheetToWrite, writeTableCsv, writeTableXlsx } from './tables/write-table.ts'
export { type DecodedText, decodeText, type Encoding } from './text/decode-text.ts'
export { encodeCp932, UnwritableTextError } from './text/encode-cp932.ts'
export { bigrams, foldForSearch } from './text/fold-for-search.ts'
export { UnwritableZenginError, type ZenginFault, type ZenginFaultRule } from './zengin/fault.ts'
export type { ZenginKind } from './zengin/layouts.ts'
export { readZengin, type ZenginFile, type ZenginFileOf } from './zengin/read-zengin.ts'
export { writeZengin, type ZenginToWrite, type ZenginToWriteOf } from './zengin/write-zengin.ts'
export { readZip, type ZipFault, type ZipFile } from './zip/read-zip.ts'
export { UnwritableZipError, writeZip, type ZipFileToWrite } from './zip/write-zip.ts'
