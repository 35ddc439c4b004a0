import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import { Button, EditableGrid, ErrorNote, t, useKeys, useLanguage } from '@ennoshita/ui'
import { useMemo, useRef } from 'react'
import type { InventoryCells } from '../../rules/inventory-cells.ts'
import { inventoryGridColumns } from './grid-columns.ts'
import type { InventoryRow } from './inventory-columns.tsx'
import { useInventoryEdit } from './use-inventory-edit.ts'

const idOf = (cells: InventoryCells) => cells.kindId

/** While the same lines are on the screen they stay where they are, even when what was saved would sort them elsewhere. */
function useSteadyOrder(rows: readonly InventoryRow[]): readonly InventoryRow[] {
  const order = useRef<readonly string[]>([])
  return useMemo(() => {
    const byId = new Map(rows.map((row) => [row.kindId, row]))
    const isSame = order.current.length === rows.length && order.current.every((kindId) => byId.has(kindId))
    if (!isSame) order.current = rows.map((row) => row.kindId)
    return order.current.flatMap((kindId) => byId.get(kindId) ?? [])
  }, [rows])
}

/** 業務棚卸表 as a spreadsheet. Ctrl+Enter saves all changed lines at once. */
export function InventoryGrid(props: { readonly rows: readonly InventoryRow[]; readonly onLeave: () => void }) {
  const everyone = usePeopleOptions()
  const departments = useDepartmentOptions()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(() => inventoryGridColumns(everyone, departments), [everyone, departments, inUse])
  const edit = useInventoryEdit(useSteadyOrder(props.rows), everyone)
  const errorCount = Object.keys(edit.errors).length + edit.unreadCells
  useKeys([{ key: 'Ctrl+enter', says: t('変更を保存する'), run: () => void edit.save() }])
  return (
    <>
      {edit.refusal === null ? null : <ErrorNote face={edit.refusal} />}
      <EditableGrid
        label={t('業務棚卸表の編集')}
        rows={edit.cells}
        columns={columns}
        rowId={idOf}
        errors={edit.errors}
        onChange={edit.change}
      />
      <div className="bulk-bar" role="toolbar" aria-label={t('編集の保存')}>
        <span role="status">
          {edit.changedCount === 0 ? t('変更はありません') : t('{count}行を変更中', { count: edit.changedCount })}
          {errorCount === 0 ? '' : `　${t('{count}か所を直してください。', { count: errorCount })}`}
        </span>
        <Button
          kind="main"
          keys="Ctrl Enter"
          isPending={edit.isPending}
          isDisabled={edit.changedCount === 0 || edit.unreadCells > 0}
          onPress={() => void edit.save()}
        >
          {t('変更を保存')}
        </Button>
        <Button isDisabled={edit.changedCount === 0} onPress={edit.discard}>
          {t('変更を捨てる')}
        </Button>
        <Button onPress={props.onLeave}>{t('編集を終える')}</Button>
      </div>
    </>
  )
}
