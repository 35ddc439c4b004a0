import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import {
  Button,
  EmptyState,
  monthOfScreen,
  Screen,
  Split,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useKeys,
} from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import { AddKindDialog } from './add-kind-dialog.tsx'
import { ColumnChooser, useChosenColumns } from './column-chooser.tsx'
import { InventoryGrid } from './inventory-grid.tsx'
import { Filters, FirstSteps, KindTree, MoreMenu, Totals } from './inventory-parts.tsx'
import { InventoryTable } from './inventory-table.tsx'
import { useInventoryFilter } from './use-inventory-filter.ts'

/** 業務棚卸表: what is done, by whom, when, how often, how long. */
export default function InventoryScreen() {
  const filter = useInventoryFilter()
  const answer = useAsk(work.inventoryRows, filter.input)
  const whole = useAsk(work.inventoryRows, filter.treeInput, { when: filter.group !== '' })
  const tree = (filter.group === '' ? answer : whole).data?.tree ?? []
  const [mode, setMode] = useAddressState('mode', 'read')
  const [isAdding, setAdding] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const columns = useChosenColumns()
  const departments = useDepartmentOptions()
  const everyone = usePeopleOptions()
  const rows = answer.data?.rows
  const isEditing = mode === 'edit' && rows !== undefined && rows.length > 0
  useKeys([{ key: 'e', says: t('表を編集する'), run: () => setMode('edit') }])
  const add = (
    <Button kind="main" keys="N" onPress={() => setAdding(true)}>
      {t('業務を追加')}
    </Button>
  )
  const actions = (
    <>
      {isEditing ? null : (
        <Button keys="E" onPress={() => setMode('edit')} isDisabled={(rows ?? []).length === 0}>
          {t('表を編集')}
        </Button>
      )}
      <MoreMenu
        onChooseColumns={() => setChoosing(true)}
        departmentId={filter.departmentId === '' ? undefined : filter.departmentId}
      />
      {add}
    </>
  )
  const empty = filter.isNarrowed ? (
    <EmptyState title={t('この条件に当たる業務はありません')}>{t('条件をゆるめてください。')}</EmptyState>
  ) : (
    <FirstSteps isRetired={filter.state === 'retired'} />
  )
  return (
    <Screen
      title={t('業務棚卸表')}
      period={monthOfScreen(todayInTokyo())}
      actions={actions}
      onNew={() => setAdding(true)}
      filters={<Filters filter={filter} departments={departments} everyone={everyone} tree={tree} />}
      totals={<Totals filter={filter} total={answer.data?.total} rows={rows ?? []} />}
    >
      <Split
        side="start"
        onPhone="none"
        aside={<KindTree tree={tree} chosen={filter.group} onChoose={filter.setGroup} />}
      >
        {isEditing ? (
          <InventoryGrid rows={rows} onLeave={() => setMode('read')} />
        ) : (
          <InventoryTable rows={rows} error={answer.error} chosen={columns.chosen} filter={filter} empty={empty} />
        )}
      </Split>
      {isAdding ? (
        <AddKindDialog onClose={() => setAdding(false)} major={filter.major} middle={filter.middle ?? ''} />
      ) : null}
      <ColumnChooser
        isOpen={isChoosing}
        onClose={() => setChoosing(false)}
        chosen={columns.chosen}
        onChoose={columns.choose}
      />
    </Screen>
  )
}
