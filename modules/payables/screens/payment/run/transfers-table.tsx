import type { Column } from '@ennoshita/ui'
import { Button, DataTable, dateInTable, KeyLine, Link, t, useLanguage, useOpen } from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { yenInTable } from '../../amounts.ts'
import type { RunDetails, TransferRow } from '../payment-words.tsx'
import { accountTypeWord, FindingMarks, invoiceName, TransferStateFace } from '../payment-words.tsx'
import { RemoveInvoicesDialog } from './change-dialogs.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import type { InvoiceOfRun, TransferLine } from './transfer-lines.ts'
import { transferLines } from './transfer-lines.ts'

const idOf = (line: TransferLine) => line.id
const orNothing = (amount: number) => (amount === 0 ? '' : yenInTable(amount))

function bankWord({ bank }: TransferRow): string {
  if (bank === null) return ''
  const { bankCode, bankKana, branchCode, branchKana, accountType, accountNumber } = bank
  return `${bankCode} ${bankKana} ${branchCode} ${branchKana} ${accountTypeWord(accountType)} ${accountNumber}`
}

function columnsOf(run: RunDetails): Column<TransferLine>[] {
  const { sums } = run
  return [
    {
      key: 'who',
      head: t('支払先・請求書'),
      card: '1',
      cell: (line) =>
        line.kind === 'transfer' ? (
          <b title={line.transfer.vendorName}>{`${line.transfer.place}　${line.transfer.vendorName}`}</b>
        ) : (
          <span className="line-below">{invoiceName(line.invoice)}</span>
        ),
      foot: t('合計'),
    },
    {
      key: 'where',
      head: t('振込先・支払期日'),
      width: '31%',
      card: '2',
      cell: (line) =>
        line.kind === 'transfer' ? (
          <span title={`${bankWord(line.transfer)} ${line.transfer.bank?.holderKana ?? ''}`}>
            {line.transfer.bank === null ? '' : `${line.transfer.bank.holderKana}　${bankWord(line.transfer)}`}
          </span>
        ) : (
          t('{date} 期日', { date: dateInTable(line.invoice.dueOn) })
        ),
    },
    {
      key: 'total',
      head: t('請求額'),
      width: '6.5rem',
      align: 'end',
      card: 'none',
      cell: (line) => yenInTable(line.kind === 'transfer' ? line.transfer.total : line.invoice.total),
      foot: yenInTable(sums.total),
    },
    {
      key: 'withheld',
      head: t('源泉'),
      width: '5rem',
      align: 'end',
      card: 'none',
      cell: (line) => orNothing(line.kind === 'transfer' ? line.transfer.withheld : line.invoice.withholding),
      foot: orNothing(sums.withheld),
    },
    {
      key: 'fee',
      head: t('手数料'),
      width: '4.5rem',
      align: 'end',
      card: 'none',
      cell: (line) => (line.kind === 'transfer' ? feeFace(line.transfer) : ''),
      foot: orNothing(sums.feesByUs + sums.feesByPayee),
    },
    {
      key: 'sent',
      head: t('振込額'),
      width: '7rem',
      align: 'end',
      card: '1-end',
      cell: (line) =>
        line.kind === 'transfer' ? <b>{yenInTable(line.transfer.sent)}</b> : yenInTable(line.invoice.payable),
      foot: yenInTable(sums.sent),
    },
    {
      key: 'state',
      head: t('状態・仕訳'),
      width: '10.5rem',
      card: '3',
      cell: (line) => (line.kind === 'transfer' ? <StateOf transfer={line.transfer} /> : ''),
    },
  ]
}

function feeFace({ feeByUs, feeByPayee }: TransferRow) {
  if (feeByPayee > 0) return <span title={t('先方が負担')}>{`▲${yenInTable(feeByPayee)}`}</span>
  return feeByUs === 0 ? '' : <span title={t('当社が負担')}>{yenInTable(feeByUs)}</span>
}

function StateOf({ transfer }: { readonly transfer: TransferRow }) {
  const { journal, returned } = transfer
  return (
    <span className="marks">
      <span title={returned?.reason}>
        <TransferStateFace state={transfer.state} />
      </span>
      {journal === null ? null : (
        <Link to={`/journals/${journal.journalId}`}>
          {journal.number === null ? t('仕訳') : t('仕訳{number}', { number: journal.number })}
        </Link>
      )}
      {returned === null || returned.journalId === null ? null : (
        <Link to={`/journals/${returned.journalId}`}>{t('戻しの仕訳')}</Link>
      )}
      <FindingMarks findings={transfer.findings} />
    </span>
  )
}

type Above =
  | { readonly what: 'return'; readonly transfer: TransferRow }
  | { readonly what: 'remove'; readonly invoices: readonly InvoiceOfRun[]; readonly clear: () => void }

const invoicesOf = (lines: readonly TransferLine[]): readonly InvoiceOfRun[] => [
  ...new Map(
    lines
      .flatMap((line) => (line.kind === 'invoice' ? [line.invoice] : line.transfer.invoices))
      .map((invoice) => [invoice.invoiceId, invoice] as const),
  ).values(),
]

/** One line a transfer with the name as the bank will read it, its invoices below it. */
export function TransfersTable({ run }: { readonly run: RunDetails }) {
  const open = useOpen()
  const inUse = useLanguage()
  const [above, setAbove] = useState<Above | null>(null)
  const lines = useMemo(() => transferLines(run), [run])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(run), [run, inUse])
  const { change, recordReturn } = run.may
  const askReturn = ([line]: readonly TransferLine[]) => {
    if (line?.transfer.state === 'paid') setAbove({ what: 'return', transfer: line.transfer })
  }
  const askRemove = (chosen: readonly TransferLine[], clear: () => void) =>
    setAbove({ what: 'remove', invoices: invoicesOf(chosen), clear })
  return (
    <>
      <DataTable
        label={t('支払先と請求書')}
        rows={lines}
        rowId={idOf}
        columns={columns}
        onOpen={(line) =>
          open(line.kind === 'transfer' ? `/vendors/${line.transfer.vendorId}` : `/invoices/${line.invoice.invoiceId}`)
        }
        markOf={({ kind, transfer }) =>
          kind === 'transfer' && (transfer.state === 'failed' || transfer.state === 'returned') ? 'late' : undefined
        }
        acts={[
          ...(change ? [{ key: 'r', run: askRemove }] : []),
          ...(recordReturn ? [{ key: 'b', run: askReturn }] : []),
        ]}
        {...(change
          ? {
              bulk: (chosen: readonly TransferLine[], clear: () => void) => (
                <Button keys="R" onPress={() => askRemove(chosen, clear)}>
                  {t('この支払から外す')}
                </Button>
              ),
            }
          : recordReturn
            ? {
                bulk: (chosen: readonly TransferLine[]) => (
                  <Button keys="B" isDisabled={chosen.length !== 1} onPress={() => askReturn(chosen)}>
                    {t('組戻しを記録する')}
                  </Button>
                ),
              }
            : {})}
      />
      <KeyLine
        keys={[
          ['↑↓', t('選ぶ')],
          ['Enter', t('取引先・請求書を開く')],
          ...(change ? [['R', t('この支払から外す')] as const] : []),
          ...(recordReturn ? [['B', t('組戻しを記録する')] as const] : []),
        ]}
      />
      {above?.what === 'return' ? (
        <ReturnDialog run={run} transfer={above.transfer} onClose={() => setAbove(null)} />
      ) : null}
      {above?.what === 'remove' ? (
        <RemoveInvoicesDialog run={run} invoices={above.invoices} onClose={() => setAbove(null)} onDone={above.clear} />
      ) : null}
    </>
  )
}
