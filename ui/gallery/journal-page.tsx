import { formatYen } from '@ennoshita/formats'
import { useState } from 'react'
import type { Column } from '../index.ts'
import {
  Button,
  DataTable,
  dateInTable,
  EmptyState,
  FilterField,
  monthOfScreen,
  PrintButton,
  Screen,
  Select,
  Status,
  showToast,
  Total,
  useFiltered,
} from '../index.ts'
import { SlipDialog } from './slip-dialog.tsx'
import type { Slip } from './slips.ts'
import { slips } from './slips.ts'

const colours = { 承認済: 'green', 申請中: 'blue', 下書き: 'grey', 差戻し: 'red' } as const
const yen = (amount: number) => formatYen(amount, { unit: '' })
const textOf = (slip: Slip) => `${slip.debit} ${slip.credit} ${slip.partner} ${slip.note}`
const columns: readonly Column<Slip>[] = [
  {
    key: 'on',
    head: '日付',
    width: '8.5em',
    cell: (slip) => dateInTable(slip.on),
    sortBy: (slip) => slip.on,
    card: '2',
  },
  {
    key: 'number',
    head: '伝票番号',
    width: '7.5em',
    cell: (slip) => slip.number,
    sortBy: (slip) => slip.number,
    card: '3-end',
  },
  { key: 'debit', head: '借方', width: '8em', cell: (slip) => slip.debit, sortBy: (slip) => slip.debit, card: 'none' },
  {
    key: 'credit',
    head: '貸方',
    width: '8em',
    cell: (slip) => slip.credit,
    sortBy: (slip) => slip.credit,
    card: 'none',
  },
  {
    key: 'amount',
    head: '金額',
    width: '8em',
    align: 'end',
    cell: (slip) => yen(slip.amount),
    sortBy: (slip) => slip.amount,
    foot: yen(slips.reduce((sum, slip) => sum + slip.amount, 0)),
    card: '1-end',
  },
  { key: 'tax', head: '税区分', width: '9em', cell: (slip) => slip.tax, card: 'none' },
  { key: 'partner', head: '取引先', cell: (slip) => slip.partner, sortBy: (slip) => slip.partner, card: '3' },
  { key: 'note', head: '摘要', cell: (slip) => slip.note, card: '1' },
  {
    key: 'state',
    head: '状態',
    width: '6.5em',
    cell: (slip) => <Status colour={colours[slip.state]}>{slip.state}</Status>,
    card: '2-end',
  },
]

export function JournalPage() {
  const [filter, setFilter] = useState('')
  const [state, setState] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const rows = useFiltered(slips, filter, textOf)
  const shown = state === null ? rows : rows?.filter((slip) => slip.state === state)
  const sum = shown?.reduce((total, slip) => total + slip.amount, 0) ?? 0
  return (
    <Screen
      title="仕訳帳"
      period={monthOfScreen('2026-11-20')}
      onNew={() => setAdding(true)}
      actions={
        <>
          <PrintButton />
          <Button kind="main" keys="N" onPress={() => setAdding(true)}>
            仕訳を追加
          </Button>
        </>
      }
      filters={
        <>
          <FilterField label="摘要・取引先・科目で絞り込む" value={filter} onChange={setFilter} />
          <Select
            label="状態"
            hidesLabel
            emptyLabel="すべて"
            value={state}
            onChange={setState}
            choices={Object.keys(colours).map((value) => ({ value, label: value }))}
          />
        </>
      }
      totals={
        <>
          <Total label="" value={shown?.length ?? 0} unit="件" />
          <Total label="合計" value={yen(sum)} unit="円" />
        </>
      }
    >
      <DataTable
        label="仕訳"
        rows={shown}
        rowId={(slip) => slip.number}
        columns={columns}
        onOpen={(slip) => showToast(`${slip.number} を開きます。`)}
        markOf={(slip) => (slip.number === '2026-04198' ? 'late' : undefined)}
        bulk={(selected, clear) => (
          <Button
            onPress={() => {
              clear()
              showToast(`${selected.length}件を承認しました。`, { undo: () => undefined })
            }}
          >
            承認する
          </Button>
        )}
        empty={
          <EmptyState
            title="当てはまる仕訳がありません"
            action={<Button onPress={() => setFilter('')}>絞り込みを外す</Button>}
          >
            絞り込みの言葉を短くするか、期間を変えてください。
          </EmptyState>
        }
      />
      <SlipDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </Screen>
  )
}
