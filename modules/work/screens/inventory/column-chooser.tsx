import { Button, Checkbox, Dialog, keep, kept, t } from '@ennoshita/ui'
import { useState } from 'react'
import { inventoryColumns, usualColumns } from './inventory-columns.tsx'

const keptAs = 'work.inventory.columns'

/** The columns this browser shows, remembered; the name is always there. */
export function useChosenColumns() {
  const [chosen, setChosen] = useState<readonly string[]>(() => kept(keptAs)?.split(',') ?? usualColumns)
  return {
    chosen,
    choose: (keys: readonly string[]) => {
      keep(keptAs, keys.join(','))
      setChosen(keys)
    },
  }
}

/** 表示する列を選ぶ. */
export function ColumnChooser(props: {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly chosen: readonly string[]
  readonly onChoose: (keys: readonly string[]) => void
}) {
  const columns = inventoryColumns()
  const toggle = (key: string, isShown: boolean) =>
    props.onChoose(isShown ? [...props.chosen, key] : props.chosen.filter((other) => other !== key))
  return (
    <Dialog
      title={t('表示する列')}
      isOpen={props.isOpen}
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={() => props.onChoose(usualColumns)}>{t('はじめの並びに戻す')}</Button>
          <Button onPress={() => props.onChoose(columns.map((column) => column.key))}>{t('すべて表示')}</Button>
          <Button kind="main" onPress={props.onClose}>
            {t('閉じる')}
          </Button>
        </>
      }
    >
      {columns.map((column) => (
        <Checkbox
          key={column.key}
          label={column.head}
          value={column.key === 'name' || props.chosen.includes(column.key)}
          isDisabled={column.key === 'name'}
          onChange={(isShown) => toggle(column.key, isShown)}
        />
      ))}
    </Dialog>
  )
}
