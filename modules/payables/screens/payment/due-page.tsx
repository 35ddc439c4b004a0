import { addDays, addMonths, monthEnd } from '@ennoshita/statutes'
import {
  Button,
  DataTable,
  EmptyState,
  FilterField,
  KeyLine,
  LinkButton,
  Select,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../contract.ts'
import { paymentMethods } from '../../rules/payment/payment-form.ts'
import { yenInTable } from '../amounts.ts'
import { dueColumns } from './due-columns.tsx'
import { byPayDay, groupWords, isHeld, sumOf } from './due-groups.ts'
import { HeldNote } from './held-note.tsx'
import type { DueRow } from './payment-words.tsx'
import { invoiceName, methodChoices } from './payment-words.tsx'
import { PrepareRunDialog } from './prepare-run-dialog.tsx'

const atOnce = 2000
const idOf = (row: DueRow) => row.invoiceId
const textOf = (row: DueRow) => `${row.vendorName} ${invoiceName(row)} ${row.payable}`
type Chosen = { readonly rows: readonly DueRow[]; readonly clear: () => void }

/** Until when the due days shown reach. */
function lastDayOf(reach: string, today: string): string | undefined {
  if (reach === 'week') return addDays(today, 7)
  if (reach === 'month') return monthEnd(today)
  return reach === 'next' ? monthEnd(addMonths(`${today.slice(0, 8)}01`, 1)) : undefined
}

/** Approved and unpaid, by the day on which money moves; rows that cannot be paid say why. */
export function DuePage() {
  const [filter, setFilter] = useState('')
  const [reach, setReach] = useAddressState('reach', '')
  const [methodText, setMethod] = useAddressState('method', '')
  const today = todayInTokyo()
  const method = paymentMethods.find((each) => each === methodText)
  const dueUntil = lastDayOf(reach, today)
  const answer = useAsk(payables.payableInvoices, {
    limit: atOnce,
    ...(dueUntil === undefined ? {} : { dueUntil }),
    ...(method === undefined ? {} : { method }),
  })
  const inOrder = useMemo(() => answer.data && byPayDay(answer.data.invoices), [answer.data])
  const rows = useFiltered(inOrder, filter, textOf)
  const held = rows?.filter(isHeld) ?? []
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <FilterField label={t('取引先・番号・金額で絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('支払期日')}
            hidesLabel
            emptyLabel={t('すべての期日')}
            choices={[
              { value: 'week', label: t('7日以内') },
              { value: 'month', label: t('今月末まで') },
              { value: 'next', label: t('来月末まで') },
            ]}
            value={reach === '' ? null : reach}
            onChange={(next) => setReach(next ?? '')}
          />
          <Select
            label={t('支払方法')}
            hidesLabel
            emptyLabel={t('すべての方法')}
            choices={methodChoices()}
            value={method}
            onChange={(next) => setMethod(next ?? '')}
          />
        </search>
        <div className="totals">
          {held.length === 0 ? null : <Total label={t('支払えないもの')} value={held.length} unit={t('件')} />}
          <Total label={t('請求書')} value={rows?.length ?? 0} unit={t('件')} />
          <Total label={t('合計')} value={yenInTable(sumOf(rows ?? []))} unit={t('円')} />
        </div>
      </div>
      <HeldNote rows={held} />
      {answer.data?.next == null ? null : (
        <p className="note">
          {t('支払期日の早い{count}件までを示しています。期日で絞り込んでください。', { count: atOnce })}
        </p>
      )}
      <DueTable rows={rows} error={answer.error} isNarrowed={filter !== '' || reach !== '' || method !== undefined} />
    </>
  )
}

function DueTable(props: {
  readonly rows: readonly DueRow[] | undefined
  readonly error: unknown
  readonly isNarrowed: boolean
}) {
  const { rows } = props
  const open = useOpen()
  const rights = useRights()
  const inUse = useLanguage()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const today = todayInTokyo()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(dueColumns, [inUse])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  const groups = useMemo(() => groupWords(rows ?? [], today), [rows, today, inUse])
  const prepares = rights.may('payables.prepare-runs')
  const choose = (selected: readonly DueRow[], clear: () => void) => setChosen({ rows: selected, clear })
  return (
    <>
      <DataTable
        label={t('支払を待つ請求書')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={props.error}
        onOpen={(row) => open(`/invoices/${row.invoiceId}`)}
        markOf={(row) => (row.isOverdue || isHeld(row) ? 'late' : undefined)}
        groupOf={(row) => groups.get(row.payOn) ?? row.payOn}
        empty={<Nothing isNarrowed={props.isNarrowed} />}
        {...(prepares
          ? {
              acts: [{ key: 'p', run: choose }],
              bulk: (selected: readonly DueRow[], clear: () => void) => (
                <>
                  <Total label={t('選んだ合計')} value={yenInTable(sumOf(selected))} unit={t('円')} />
                  <Button kind="main" keys="P" onPress={() => choose(selected, clear)}>
                    {t('支払を準備する')}
                  </Button>
                </>
              ),
            }
          : {})}
      />
      <KeyLine
        keys={[
          ['↑↓', t('選ぶ')],
          ['Space', t('まとめて')],
          ['Shift+Space', t('その日をすべて')],
          ['P', t('支払を準備する')],
          ['Enter', t('請求書を開く')],
        ]}
      />
      {chosen === null ? null : (
        <PrepareRunDialog
          rows={chosen.rows}
          onClose={() => setChosen(null)}
          onDone={(runId) => {
            chosen.clear()
            open(`/payments/${runId}`)
          }}
        />
      )}
    </>
  )
}

function Nothing({ isNarrowed }: { readonly isNarrowed: boolean }) {
  if (isNarrowed)
    return (
      <EmptyState title={t('この条件に当たる請求書はありません')}>
        {t('言葉を短くするか、条件を外してみてください。')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('支払を待つ請求書はありません')}
      action={<LinkButton to="/invoices">{t('請求書を見る')}</LinkButton>}
    >
      {t('承認された請求書が、支払う日ごとにここに並びます。')}
    </EmptyState>
  )
}
