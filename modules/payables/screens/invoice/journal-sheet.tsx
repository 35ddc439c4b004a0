import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import { DataTable, dateInTable, Link, Sheet, t, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'
import type { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'

type Journal = NonNullable<AnswerOf<typeof payables.invoiceDetails>['journal']>
type Line = Journal['lines'][number] & { readonly place: number }

function columnsOf(lines: readonly Line[]): Column<Line>[] {
  const sum = (side: Line['side']) =>
    yenInTable(lines.reduce((total, line) => total + (line.side === side ? line.amount : 0), 0))
  return [
    {
      key: 'account',
      head: t('勘定科目'),
      card: '1',
      cell: (line) => (
        <span title={line.note}>
          {line.accountName}
          {line.subAccountName === null ? '' : `／${line.subAccountName}`}
        </span>
      ),
      foot: t('合計'),
    },
    { key: 'department', head: t('部門'), width: '6.5rem', card: '2', cell: (line) => line.departmentName ?? '' },
    {
      key: 'debit',
      head: t('借方'),
      width: '6.5rem',
      align: 'end',
      card: '1-end',
      cell: (line) => (line.side === 'debit' ? yenInTable(line.amount) : ''),
      foot: sum('debit'),
    },
    {
      key: 'credit',
      head: t('貸方'),
      width: '6.5rem',
      align: 'end',
      card: '2-end',
      cell: (line) => (line.side === 'credit' ? yenInTable(line.amount) : ''),
      foot: sum('credit'),
    },
    {
      key: 'tax',
      head: t('税区分'),
      width: '9.5rem',
      card: '3',
      cell: (line) => <span title={line.taxName}>{line.taxName}</span>,
    },
  ]
}

/** The journal that approval will post, or has posted. */
export function JournalSheet({ journal, isStale }: { readonly journal: Journal | null; readonly isStale?: boolean }) {
  const inUse = useLanguage()
  const lines = useMemo(() => (journal?.lines ?? []).map((line, place) => ({ ...line, place })), [journal])
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(() => columnsOf(lines), [lines, inUse])
  const isPosted = journal !== null && journal.journalId !== null
  return (
    <Sheet
      title={isPosted ? t('計上した仕訳') : t('承認されると計上する仕訳')}
      actions={
        journal === null ? undefined : (
          <span className="lead">
            {journal.journalId === null ? null : (
              <>
                <Link to={`/journals/${journal.journalId}`}>
                  {journal.number === null ? t('仕訳を開く') : t('仕訳 No.{number}', { number: journal.number })}
                </Link>{' '}
              </>
            )}
            {t('計上日 {date}', { date: dateInTable(journal.postedOn) })}
            {isStale === true ? t('（計算しています）') : ''}
          </span>
        )
      }
    >
      {journal === null ? (
        <p className="lead">{t('取引先・金額・明細の科目がそろうと、ここに仕訳が出ます。')}</p>
      ) : (
        <DataTable label={t('仕訳')} rows={lines} rowId={(line) => String(line.place)} columns={columns} />
      )}
    </Sheet>
  )
}
