import type { AnswerOf } from '@ennoshita/kernel'
import type { Option } from '@ennoshita/ui'
import {
  Button,
  ComboBox,
  EmptyState,
  FilterField,
  faceOf,
  LinkButton,
  Menu,
  Select,
  says,
  showToast,
  Total,
  TreeList,
  t,
  useOpen,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import type { work } from '../../contract.ts'
import { timingChoices } from '../kind-words.ts'
import { exportInventory } from './export-inventory.ts'
import type { InventoryRow } from './inventory-columns.tsx'
import { minutesWord } from './inventory-columns.tsx'
import type { InventoryFilter } from './use-inventory-filter.ts'
import { between, pageSize } from './use-inventory-filter.ts'

type Branch = AnswerOf<typeof work.inventoryRows>['tree'][number]

/** 大分類 → 中分類 with counts. */
export function KindTree(props: {
  readonly tree: readonly Branch[]
  readonly chosen: string
  readonly onChoose: (group: string) => void
}) {
  const { tree } = props
  const entries = useMemo(() => {
    const majors = [...new Set(tree.map((branch) => branch.major))]
    return majors.map((major) => {
      const branches = tree.filter((branch) => branch.major === major)
      return {
        key: major === '' ? between : major,
        label: major === '' ? t('分類なし') : major,
        count: countOf(branches),
        children: branches
          .filter(({ middle }) => middle !== '')
          .map(({ middle, count }) => ({ key: `${major}${between}${middle}`, label: middle, count })),
      }
    })
  }, [tree])
  return (
    <TreeList
      label={t('分類')}
      chosen={props.chosen}
      onChoose={props.onChoose}
      entries={[{ key: '', label: t('すべて'), count: countOf(tree) }, ...entries]}
    />
  )
}

const countOf = (branches: readonly Branch[]) => branches.reduce((sum, branch) => sum + branch.count, 0)

export function Filters(props: {
  readonly filter: InventoryFilter
  readonly departments: readonly Option[]
  readonly everyone: readonly Option[]
  readonly tree: readonly Branch[]
}) {
  const { filter } = props
  const majors = [...new Set(props.tree.map((branch) => branch.major))].filter((major) => major !== '')
  return (
    <>
      <FilterField label={t('業務名・備考などで絞り込む')} value={filter.text.typed} onChange={filter.text.setTyped} />
      <Select
        label={t('部門')}
        hidesLabel
        emptyLabel={t('全部門')}
        choices={props.departments}
        value={filter.departmentId}
        onChange={(id) => filter.setDepartmentId(id ?? '')}
      />
      <ComboBox
        label={t('担当者')}
        hidesLabel
        placeholder={t('担当者')}
        options={props.everyone}
        value={filter.personId === '' ? null : filter.personId}
        onChange={(id) => filter.setPersonId(id ?? '')}
      />
      <Select
        label={t('時期')}
        hidesLabel
        emptyLabel={t('すべての時期')}
        choices={timingChoices()}
        value={filter.timing}
        onChange={(timing) => filter.setTiming(timing ?? '')}
      />
      <div className="only-phone">
        <Select
          label={t('分類')}
          hidesLabel
          emptyLabel={t('すべての分類')}
          choices={majors.map((major) => ({ value: major, label: major }))}
          value={filter.major}
          onChange={(major) => filter.setGroup(major ?? '')}
        />
      </div>
      <Select
        label={t('状態')}
        hidesLabel
        isRequired
        choices={[
          { value: 'active', label: t('いまの業務') },
          { value: 'retired', label: t('やめた業務') },
        ]}
        value={filter.state}
        onChange={(state) => filter.setState(state ?? 'active')}
      />
    </>
  )
}

export function Totals(props: {
  readonly filter: InventoryFilter
  readonly total: number | undefined
  readonly rows: readonly InventoryRow[]
}) {
  const { filter, rows, total = 0 } = props
  const minutes = rows.reduce((sum, row) => sum + (row.monthlyMinutes ?? 0), 0)
  if (total <= pageSize)
    return (
      <>
        <Total label={t('業務')} value={total} unit={t('件')} />
        <Total label={t('月間工数の合計')} value={minutesWord(minutes)} />
      </>
    )
  return (
    <>
      <Total
        label={t('業務')}
        value={`${filter.from + 1}–${filter.from + rows.length}`}
        unit={t('／{total}件', { total })}
      />
      <Button
        kind="quiet"
        isDisabled={filter.from === 0}
        onPress={() => filter.setFrom(Math.max(0, filter.from - pageSize))}
      >
        {t('前へ')}
      </Button>
      <Button
        kind="quiet"
        isDisabled={filter.from + pageSize >= total}
        onPress={() => filter.setFrom(filter.from + pageSize)}
      >
        {t('次へ')}
      </Button>
    </>
  )
}

export function MoreMenu(props: { readonly departmentId: string | undefined; readonly onChooseColumns: () => void }) {
  const open = useOpen()
  async function save() {
    try {
      await exportInventory(props.departmentId)
      showToast(t('棚卸表をExcelファイルに書き出しました。'))
    } catch (error) {
      showToast(says(faceOf(error).what))
    }
  }
  return (
    <Menu
      face={t('その他')}
      label={t('その他の操作')}
      entries={[
        { label: t('表示する列を選ぶ'), run: props.onChooseColumns },
        { label: t('Excelに書き出す'), run: () => void save() },
        { label: t('Excel・CSVから取り込む'), run: () => open('/work/import') },
        { label: t('用意された業務から選ぶ'), run: () => open('/work/ready-kinds') },
        'line',
        { label: t('印刷'), run: () => window.print() },
      ]}
    />
  )
}

/** What to do first where nothing is there yet. */
export function FirstSteps({ isRetired }: { readonly isRetired: boolean }) {
  if (isRetired) return <EmptyState title={t('やめた業務はありません')} />
  return (
    <EmptyState
      title={t('業務はまだ登録されていません')}
      action={
        <>
          <LinkButton kind="main" to="/work/import">
            {t('いまある棚卸表を取り込む')}
          </LinkButton>{' '}
          <LinkButton to="/work/ready-kinds">{t('用意された業務から選ぶ')}</LinkButton>
        </>
      }
    >
      {t(
        'ExcelやCSVの棚卸表があれば、そのまま取り込めます。なければ、どの会社にもある業務を期日と手順つきで用意してあります。',
      )}
    </EmptyState>
  )
}
