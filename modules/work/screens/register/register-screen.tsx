import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  dateInTable,
  EmptyState,
  FilterField,
  PrintButton,
  Screen,
  Select,
  Status,
  Total,
  t,
  useAddressState,
  useAsk,
  useSettledText,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { work } from '../../contract.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryPanel } from './entry-panel.tsx'
import type { Entry } from './entry-words.ts'
import { daysLeftColour, daysLeftWord, nextWord, renewalWord, sortChoices, sortWord } from './entry-words.ts'

const idOf = (entry: Entry) => entry.entryId

function columnsOf(): Column<Entry>[] {
  return [
    {
      key: 'next',
      head: t('次の期日'),
      width: '8rem',
      card: '2',
      cell: (entry) => (entry.nextOn === null ? '' : dateInTable(entry.nextOn)),
      sortBy: (entry) => entry.nextOn,
    },
    { key: 'is', head: t('何の日'), width: '5.5rem', card: 'none', cell: (entry) => nextWord(entry.nextIs) },
    {
      key: 'left',
      head: t('残りの日数'),
      width: '8rem',
      card: '1-end',
      cell: (entry) =>
        entry.daysLeft === null ? (
          ''
        ) : (
          <Status colour={daysLeftColour(entry.daysLeft)}>{daysLeftWord(entry.daysLeft)}</Status>
        ),
      sortBy: (entry) => entry.daysLeft,
    },
    {
      key: 'sort',
      head: t('種別'),
      width: '8rem',
      card: 'none',
      cell: (entry) => sortWord(entry.sort),
      sortBy: (entry) => sortWord(entry.sort),
    },
    { key: 'name', head: t('名称'), card: '1', cell: (entry) => entry.name, sortBy: (entry) => entry.name },
    {
      key: 'counterpart',
      head: t('相手先'),
      width: '12rem',
      card: '3',
      cell: (entry) => entry.counterpart,
      sortBy: (entry) => entry.counterpart,
    },
    {
      key: 'ends',
      head: t('終了日'),
      width: '8rem',
      card: 'none',
      cell: (entry) => (entry.endsOn === null ? t('定めなし') : dateInTable(entry.endsOn)),
      sortBy: (entry) => entry.endsOn,
    },
    { key: 'renews', head: t('更新'), width: '8rem', card: '2-end', cell: (entry) => renewalWord(entry.renews) },
    {
      key: 'responsible',
      head: t('担当'),
      width: '7.5rem',
      card: '3-end',
      cell: (entry) => entry.responsible?.name ?? t('まだいません'),
      sortBy: (entry) => entry.responsible?.name,
    },
  ]
}

const within = ['30', '90', '365'] as const

/** 期限台帳: everything that has a date, the next one first, so that nothing lapses. */
export default function RegisterScreen() {
  const text = useSettledText()
  const [sort, setSort] = useAddressState('sort', '')
  const [days, setDays] = useAddressState('within', '')
  const [state, setState] = useAddressState('state', 'active')
  const [opened, setOpened] = useAddressState('entry', '')
  const [adding, setAdding] = useAddressState('new', '')
  const columns = useMemo(columnsOf, [])
  const chosenSort = sortChoices().find((choice) => choice.value === sort)?.value
  const answer = useAsk(work.registerEntries, {
    state: state === 'ended' ? 'ended' : 'active',
    text: text.settled,
    limit: 500,
    ...(chosenSort === undefined ? {} : { sort: chosenSort }),
    ...(days === '' ? {} : { withinDays: Number(days) }),
  })
  const add = (
    <Button kind="main" keys="N" onPress={() => setAdding('1')}>
      {t('期限を載せる')}
    </Button>
  )
  return (
    <Screen
      title={t('期限台帳')}
      onNew={() => setAdding('1')}
      actions={
        <>
          <PrintButton />
          {add}
        </>
      }
      totals={
        <Total label={t('件数')} value={`${answer.data?.rows.length ?? 0}${answer.data?.more === true ? '+' : ''}`} />
      }
      filters={
        <>
          <FilterField label={t('名称・相手先・番号で絞り込む')} value={text.typed} onChange={text.setTyped} />
          <Select
            label={t('種別')}
            hidesLabel
            emptyLabel={t('すべての種類')}
            choices={sortChoices()}
            value={chosenSort ?? null}
            onChange={(next) => setSort(next ?? '')}
          />
          <Select
            label={t('いつまで')}
            hidesLabel
            emptyLabel={t('期日を問わない')}
            choices={within.map((count) => ({ value: count, label: t('{days}日以内', { days: count }) }))}
            value={within.find((count) => count === days) ?? null}
            onChange={(next) => setDays(next ?? '')}
          />
          <Select
            label={t('状態')}
            hidesLabel
            isRequired
            choices={[
              { value: 'active', label: t('続いているもの') },
              { value: 'ended', label: t('終わったもの') },
            ]}
            value={state}
            onChange={(next) => setState(next ?? 'active')}
          />
        </>
      }
    >
      <DataTable
        label={t('期限台帳')}
        rows={answer.data?.rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        onOpen={(entry) => setOpened(entry.entryId)}
        markOf={(entry) => (entry.daysLeft !== null && entry.daysLeft < 0 ? 'late' : undefined)}
        empty={
          <EmptyState title={t('載っているものはまだありません')} action={add}>
            {t('契約、許認可、車検、保険、ドメイン。忘れると困る日付から一つ載せてみましょう。')}
          </EmptyState>
        }
      />
      {adding === '' ? null : <EntryDialog onClose={() => setAdding('')} />}
      {opened === '' ? null : <EntryPanel key={opened} entryId={opened} onClose={() => setOpened('')} />}
    </Screen>
  )
}
