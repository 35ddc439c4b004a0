import { Button, DataTable, t, useLanguage, useOpen } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import type { InventoryRow } from './inventory-columns.tsx'
import { inventoryColumns } from './inventory-columns.tsx'
import { useRetiring } from './retire-kinds.ts'
import { SetPeopleDialog } from './set-people-dialog.tsx'
import type { InventoryFilter } from './use-inventory-filter.ts'

const idOf = (row: InventoryRow) => row.kindId
const groupOf = (row: InventoryRow) => (row.major === '' ? t('分類なし') : row.major)

/** The inventory as a table to read, to open lines of, and to do things to many of. */
export function InventoryTable(props: {
  readonly rows: readonly InventoryRow[] | undefined
  readonly error: unknown
  readonly chosen: readonly string[]
  readonly filter: InventoryFilter
  readonly empty: ReactNode
}) {
  const { chosen, filter } = props
  const [assigned, setAssigned] = useState<{ kinds: readonly InventoryRow[]; clear: () => void } | null>(null)
  const retiring = useRetiring()
  const open = useOpen()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(
    () => inventoryColumns().filter((column) => column.key === 'name' || chosen.includes(column.key)),
    [chosen, inUse],
  )
  return (
    <>
      <DataTable
        label={t('業務棚卸表')}
        rows={props.rows}
        rowId={idOf}
        columns={columns}
        error={props.error}
        onOpen={(row) => open(`/work/kinds/${row.kindId}`)}
        empty={props.empty}
        {...(chosen.includes('major') ? {} : { groupOf })}
        bulk={(kinds, clear) =>
          filter.state === 'retired' ? (
            <Button onPress={() => void retiring.restore(kinds).then(clear)}>{t('業務を戻す')}</Button>
          ) : (
            <>
              <Button onPress={() => setAssigned({ kinds, clear })}>{t('担当を決める')}</Button>
              <Button onPress={() => void retiring.retire(kinds).then(clear)}>{t('業務をやめる')}</Button>
            </>
          )
        }
      />
      {assigned === null ? null : (
        <SetPeopleDialog
          kinds={assigned.kinds}
          onClose={() => setAssigned(null)}
          onDone={() => {
            assigned.clear()
            setAssigned(null)
          }}
        />
      )}
    </>
  )
}
