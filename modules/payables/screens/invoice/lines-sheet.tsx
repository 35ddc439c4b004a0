import type { Column } from '@ennoshita/ui'
import { DataTable, dateInTable, Sheet, t, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'
import { yenInTable } from '../amounts.ts'
import type { InvoiceDetails } from './entry-draft.ts'
import { deductionWord, monthWord, taxKindWord } from './invoice-words.tsx'

type Line = InvoiceDetails['lines'][number] & {
  readonly place: number
  readonly deduction: InvoiceDetails['deductions'][number] | undefined
}

function whenWord({ serviceFrom, serviceUntil, spreadFrom, spreadUntil }: Line): string {
  const service =
    serviceFrom === null
      ? ''
      : serviceUntil === null || serviceUntil === serviceFrom
        ? dateInTable(serviceFrom)
        : t('{from} から {until}', { from: dateInTable(serviceFrom), until: dateInTable(serviceUntil) })
  if (spreadFrom === null) return service
  const spread = t('前払 {from}〜{until}', { from: monthWord(spreadFrom), until: monthWord(spreadUntil) })
  return service === '' ? spread : `${service}・${spread}`
}

function columnsOf(sum: string): Column<Line>[] {
  return [
    {
      key: 'account',
      head: t('勘定科目'),
      width: '9rem',
      card: '1',
      cell: ({ accountName, subAccountName }) =>
        `${accountName ?? t('未入力')}${subAccountName === null ? '' : `／${subAccountName}`}`,
      foot: t('合計'),
    },
    {
      key: 'what',
      head: t('摘要'),
      card: '2',
      cell: (line) => (
        <span className="cell-lines">
          {line.description}
          {whenWord(line) === '' ? null : (
            <>
              <br />
              {whenWord(line)}
            </>
          )}
        </span>
      ),
    },
    {
      key: 'department',
      head: t('部門'),
      width: '7rem',
      card: '3',
      cell: ({ departmentName }) => departmentName ?? '',
    },
    {
      key: 'tax',
      head: t('税率・控除'),
      width: '8.5rem',
      card: '3-end',
      cell: ({ taxKind, deduction }) => (
        <span title={deduction?.ledgerNote}>
          {taxKindWord(taxKind)}
          {deduction === undefined || deduction.kind === 'untaxed' ? '' : ` ${deductionWord(deduction)}`}
        </span>
      ),
    },
    {
      key: 'amount',
      head: t('金額'),
      width: '6.5rem',
      align: 'end',
      card: '1-end',
      cell: ({ amount }) => yenInTable(amount),
      foot: sum,
    },
  ]
}

/** The lines, each with what is deducted of its tax. */
export function LinesSheet({ invoice }: { readonly invoice: InvoiceDetails }) {
  const inUse = useLanguage()
  const rows = useMemo(
    () =>
      invoice.lines.map((line, place) => ({
        ...line,
        place,
        deduction: invoice.deductions.find((each) => each.line === place),
      })),
    [invoice.lines, invoice.deductions],
  )
  const sum = yenInTable(rows.reduce((total, { amount }) => total + amount, 0))
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(() => columnsOf(sum), [sum, inUse])
  return (
    <Sheet title={invoice.includesTax ? t('明細（税込）') : t('明細（税抜）')}>
      <DataTable label={t('明細')} rows={rows} rowId={({ place }) => String(place)} columns={columns} />
    </Sheet>
  )
}
