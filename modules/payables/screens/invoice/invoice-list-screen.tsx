import {
  Button,
  FilterField,
  Menu,
  monthOfScreen,
  Pager,
  PrintButton,
  Screen,
  Select,
  Tabs,
  Total,
  t,
  todayInTokyo,
  useAsk,
  useCursors,
  useKeys,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useRef, useState } from 'react'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { DropZone } from './drop-zone.tsx'
import { useEntryQueue } from './entry-queue.ts'
import { FiltersDialog } from './filters-dialog.tsx'
import { IntakeDialog } from './intake-dialog.tsx'
import type { InvoiceFilters, Tab } from './invoice-filters.ts'
import { dueChoices, monthsAround, tabs, useInvoiceFilters } from './invoice-filters.ts'
import { InvoiceTable } from './invoice-table.tsx'
import { monthWord } from './invoice-words.tsx'

const atOnce = 500
type Cursor = { readonly afterOn: string; readonly afterInvoiceId: string }

/** 請求書: everything received, by state; files dropped here become drafts to enter one after another. */
export default function InvoiceListScreen() {
  const filters = useInvoiceFilters()
  const list = useInvoiceList(filters)
  const open = useOpen()
  const rights = useRights()
  const [files, setFiles] = useState<readonly File[]>([])
  const canRegister = rights.may('payables.register-invoices')
  const enter = () => open('/invoices/new')
  const table = (
    <>
      <InvoiceTable
        tab={filters.tab}
        tabName={tabLabel(filters.tab)}
        rows={list.rows}
        error={list.error}
        isNarrowed={filters.isNarrowed}
        onFiles={canRegister ? setFiles : undefined}
      />
      <Pager page={list.page} onBack={list.back} onNext={list.next} />
    </>
  )
  return (
    <Screen
      title={t('請求書')}
      period={monthOfScreen(todayInTokyo())}
      {...(canRegister ? { onNew: enter } : {})}
      actions={
        <>
          <PrintButton />
          {canRegister ? <ListActs rows={list.rows} onFiles={setFiles} onEnter={enter} /> : null}
        </>
      }
      filters={<Filters filters={filters} />}
      totals={
        <>
          <Total label="" value={(list.sumOf(filters.tab)?.count ?? 0).toLocaleString('ja-JP')} unit={t('件')} />
          <Total label={t('合計')} value={yenInTable(list.sumOf(filters.tab)?.total ?? 0)} unit={t('円')} />
        </>
      }
    >
      <DropZone isActive={canRegister} onFiles={setFiles}>
        <Tabs
          label={t('請求書の状態')}
          chosen={filters.tab}
          onChoose={filters.setTab}
          pages={tabs.map((key) => {
            const count = list.sumOf(key)?.count
            return { key, label: tabLabel(key), content: table, ...(count === undefined ? {} : { count }) }
          })}
        />
      </DropZone>
      {files.length === 0 ? null : <IntakeDialog files={files} onClose={() => setFiles([])} />}
    </Screen>
  )
}

function tabLabel(tab: Tab): string {
  const labels: Record<Tab, string> = {
    all: t('すべて'),
    draft: t('下書き'),
    submitted: t('承認待ち'),
    returned: t('差戻し'),
    approved: t('承認済み'),
    paid: t('支払済み'),
    cancelled: t('取消'),
  }
  return labels[tab]
}

/** One page of the list and the sums of the first page, which stand while one turns the pages. */
function useInvoiceList({ tab, filters }: InvoiceFilters) {
  const of = JSON.stringify([tab, filters])
  const { cursor, page, back, on } = useCursors<Cursor>(of)
  const answer = useAsk(payables.invoiceList, { ...filters, state: tab, limit: atOnce, ...(cursor ?? {}) })
  const sums = useRef(answer.data?.sums ?? null)
  if (answer.data !== undefined && answer.data.sums !== null) sums.current = answer.data.sums
  const next = answer.data?.next
  return {
    rows: answer.data?.invoices,
    error: answer.error,
    page,
    back,
    next: next === null || next === undefined ? undefined : () => on(next),
    sumOf: (state: Tab) => sums.current?.find((sum) => sum.state === state),
  }
}

function ListActs(props: {
  readonly rows: readonly { readonly invoiceId: string; readonly state: string }[] | undefined
  readonly onFiles: (files: readonly File[]) => void
  readonly onEnter: () => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const queue = useEntryQueue()
  const open = useOpen()
  const drafts = useMemo(
    () => (props.rows ?? []).filter(({ state }) => state === 'draft' || state === 'returned'),
    [props.rows],
  )
  const choose = () => input.current?.click()
  useKeys([{ key: 'f', says: t('ファイルから登録する'), run: choose }])
  function enterInTurn() {
    const [first, ...rest] = drafts
    if (first === undefined) return
    queue.begin([first, ...rest].map(({ invoiceId }) => invoiceId))
    open(`/invoices/${first.invoiceId}`)
  }
  return (
    <>
      <Menu
        face={t('その他')}
        label={t('その他の操作')}
        entries={[
          { label: t('流れの図を見る'), run: () => open('/invoices/map') },
          { label: t('下書きと差戻しを順に入力する'), run: enterInTurn, isDisabled: drafts.length === 0 },
        ]}
      />
      <Button keys="N" onPress={props.onEnter}>
        {t('ファイルなしで入力')}
      </Button>
      <Button kind="main" keys="F" onPress={choose}>
        {t('ファイルから登録')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".pdf,.png,.jpg,.jpeg,.xml"
        aria-label={t('請求書のファイル')}
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}

function Filters({ filters }: { readonly filters: InvoiceFilters }) {
  const [isOpen, setOpen] = useState(false)
  const today = todayInTokyo()
  const count = Object.values(filters.further).filter((value) => value !== null).length
  const dueLabels = {
    overdue: t('期日を過ぎた'),
    week: t('今週が期日'),
    month: t('今月が期日'),
    'next-month': t('来月が期日'),
  }
  return (
    <>
      <FilterField
        label={t('取引先・番号・摘要で絞り込む')}
        value={filters.text.typed}
        onChange={filters.text.setTyped}
      />
      <Select
        label={t('支払期日')}
        hidesLabel
        emptyLabel={t('すべての期日')}
        choices={dueChoices.map((value) => ({ value, label: dueLabels[value] }))}
        value={filters.due}
        onChange={(due) => filters.setDue(due ?? '')}
      />
      <Select
        label={t('計上月')}
        hidesLabel
        emptyLabel={t('すべての計上月')}
        choices={monthsAround(today, 14, 1).map((value) => ({ value, label: monthWord(value) }))}
        value={filters.month === '' ? null : filters.month}
        onChange={(month) => filters.setMonth(month ?? '')}
      />
      <Button onPress={() => setOpen(true)}>{count === 0 ? t('くわしく') : t('くわしく（{count}）', { count })}</Button>
      {isOpen ? <FiltersDialog filters={filters} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
