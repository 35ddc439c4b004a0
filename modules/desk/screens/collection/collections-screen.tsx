import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  dateInTable,
  EmptyState,
  FilterField,
  LinkButton,
  monthOfScreen,
  PrintButton,
  Screen,
  Select,
  Status,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useOpen,
  useRights,
  Waiting,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { desk } from '../../contract.ts'
import type { Collection } from './collection-words.tsx'
import MyCollectionsScreen from './my-collections-screen.tsx'
import { StartCollectionDialog } from './start-collection-dialog.tsx'

const idOf = (row: Collection) => row.collectionId
const textOf = (row: Collection) => row.title

/** 回収と催促, for those who collect; everybody else finds what is asked of them. */
export default function CollectionsScreen() {
  const rights = useRights()
  if (rights.personId === undefined) return <Waiting />
  return rights.may('desk.collect') ? <Collecting /> : <MyCollectionsScreen />
}

function columnsOf(today: string): Column<Collection>[] {
  return [
    { key: 'title', head: t('集めるもの'), card: '1', cell: (row) => row.title, sortBy: (row) => row.title },
    {
      key: 'due',
      head: t('期日'),
      width: '8rem',
      card: '2',
      cell: (row) => dateInTable(row.dueOn),
      sortBy: (row) => row.dueOn,
    },
    {
      key: 'state',
      head: t('状態'),
      width: '9rem',
      card: '1-end',
      cell: (row) => <CollectionState row={row} today={today} />,
    },
    {
      key: 'open',
      head: t('まだの人'),
      width: '7rem',
      align: 'end',
      card: '2-end',
      cell: (row) => t('{count}人', { count: row.openCount }),
      sortBy: (row) => row.openCount,
    },
    {
      key: 'asked',
      head: t('お願いした人'),
      width: '8rem',
      align: 'end',
      card: 'none',
      cell: (row) => t('{count}人', { count: row.askedCount }),
      sortBy: (row) => row.askedCount,
    },
  ]
}

function CollectionState({ row, today }: { readonly row: Collection; readonly today: string }) {
  if (row.closedAt !== null) return <Status colour="grey">{t('締めました')}</Status>
  if (row.openCount === 0) return <Status colour="green">{t('そろいました')}</Status>
  return row.dueOn < today ? (
    <Status colour="amber">{t('期日を過ぎました')}</Status>
  ) : (
    <Status colour="blue">{t('集めています')}</Status>
  )
}

function Collecting() {
  const [closed, setClosed] = useAddressState('closed', '')
  const [filter, setFilter] = useState('')
  const [isStarting, setStarting] = useState(false)
  const open = useOpen()
  const today = todayInTokyo()
  const answer = useAsk(desk.collections, { closed: closed !== '', limit: 500 })
  const rows = useFiltered(answer.data?.rows, filter, textOf)
  const inUse = useLanguage()
  const columns = useMemo(() => columnsOf(today), [inUse, today])
  const start = (
    <Button kind="main" keys="N" onPress={() => setStarting(true)}>
      {t('回収を始める')}
    </Button>
  )
  const openCount = rows?.reduce((sum, row) => sum + row.openCount, 0) ?? 0
  return (
    <Screen
      title={t('回収と催促')}
      period={monthOfScreen(today)}
      onNew={() => setStarting(true)}
      actions={
        <>
          <PrintButton />
          <LinkButton to="/desk/collections/mine">{t('自分に求められているもの')}</LinkButton>
          {start}
        </>
      }
      filters={
        <>
          <FilterField label={t('集めるもので絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('状態')}
            hidesLabel
            emptyLabel={t('集めているもの')}
            choices={[{ value: 'yes', label: t('締めたもの') }]}
            value={closed === '' ? null : 'yes'}
            onChange={(next) => setClosed(next ?? '')}
          />
        </>
      }
      totals={
        <>
          <Total label={t('まだの人')} value={openCount} unit={t('名')} />
          <Total label={t('合計')} value={rows?.length ?? 0} unit={t('件')} />
        </>
      }
    >
      <DataTable
        label={t('回収と催促')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        onOpen={(row) => open(`/desk/collections/${row.collectionId}`)}
        empty={
          filter !== '' || closed !== '' ? (
            <EmptyState title={t('この条件に当たるものはありません')} />
          ) : (
            <EmptyState title={t('集めているものはありません')} action={start}>
              {t('年末調整の書類や勤怠の確認など、大勢から集めるものを一つ始めると、まだの人が一目でわかります。')}
            </EmptyState>
          )
        }
      />
      {isStarting ? <StartCollectionDialog onClose={() => setStarting(false)} /> : null}
    </Screen>
  )
}
