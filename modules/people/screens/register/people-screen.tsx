import {
  Button,
  Checkbox,
  ComboBox,
  DataTable,
  DateField,
  EmptyState,
  FilterField,
  LinkButton,
  Menu,
  Screen,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useLanguage,
  useOpen,
  useRights,
  useSettledText,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { people } from '../../contract.ts'
import { useDepartmentOptions } from '../options.ts'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { BulkActs } from './bulk-acts.tsx'
import { ExportDialog } from './export-dialog.tsx'
import type { Listed } from './people-columns.tsx'
import { peopleColumns, personIdOf } from './people-columns.tsx'

const atOnce = 500

/** What the list is narrowed by; all of it stands in the address. */
function useRegisterFilter() {
  const today = todayInTokyo()
  const text = useSettledText()
  const [on, setOn] = useAddressState('on', today)
  const [departmentId, setDepartmentId] = useAddressState('department', '')
  const [leavers, setLeavers] = useAddressState('leavers', '')
  const [from, setFrom] = useAddressState('from', '0')
  return {
    text,
    on,
    setOn: (next: string | null) => setOn(next ?? today),
    departmentId,
    setDepartmentId,
    includesLeavers: leavers === '1',
    setIncludesLeavers: (next: boolean) => setLeavers(next ? '1' : ''),
    from: Number(from) || 0,
    setFrom: (next: number) => setFrom(String(Math.max(0, next))),
    isNarrowed: text.settled !== '' || departmentId !== '' || on !== today,
    input: {
      on,
      includeLeavers: leavers === '1',
      limit: atOnce,
      offset: Number(from) || 0,
      ...(text.settled === '' ? {} : { search: text.settled }),
      ...(departmentId === '' ? {} : { departmentId }),
    },
  }
}
type RegisterFilter = ReturnType<typeof useRegisterFilter>

/** 社員: who is in the company on a day, found by any part of the name, kana or number. */
export default function PeopleScreen() {
  const filter = useRegisterFilter()
  const answer = useAsk(people.peopleList, filter.input)
  const rights = useRights()
  const [above, setAbove] = useState<'add' | 'export' | null>(null)
  const open = useOpen()
  const inUse = useLanguage()
  const keeps = rights.may('people.keep-register', 'company')
  const seesRegister = rights.may('people.see-register', 'company')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the acts do not change
  const columns = useMemo(() => peopleColumns(filter.on, seesRegister), [inUse, filter.on, seesRegister])
  const canBulk = keeps || rights.may('kernel.invite')
  const add = (
    <Button kind="main" keys="N" onPress={() => setAbove('add')}>
      {t('人を登録')}
    </Button>
  )
  return (
    <Screen
      title={t('社員')}
      period={t('{date}現在', { date: filter.on.replaceAll('-', '/') })}
      {...(keeps ? { onNew: () => setAbove('add') } : {})}
      actions={
        <>
          <MoreMenu
            keeps={keeps}
            {...(rights.may('people.export-register') ? { onExport: () => setAbove('export') } : {})}
          />
          {keeps ? add : null}
        </>
      }
      filters={<Filters filter={filter} seesRegister={seesRegister} />}
      totals={<Totals filter={filter} total={answer.data?.total} shown={answer.data?.people.length ?? 0} />}
    >
      <DataTable
        label={t('社員')}
        rows={answer.data?.people}
        rowId={personIdOf}
        columns={columns}
        error={answer.error}
        onOpen={(person) => open(`/people/${person.personId}`)}
        {...(canBulk
          ? {
              bulk: (selected: readonly Listed[], clear: () => void) => (
                <BulkActs on={filter.on} all={selected} clear={clear} />
              ),
            }
          : {})}
        empty={
          filter.isNarrowed ? (
            <EmptyState title={t('この条件に当たる人はいません')}>
              {t('言葉を短くするか、基準日・部署を変えてみてください。')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('まだだれも登録されていません')}
              action={
                <>
                  <LinkButton kind="main" to="/people/imports/new">
                    {t('いまある名簿を取り込む')}
                  </LinkButton>{' '}
                  <Button onPress={() => setAbove('add')}>{t('1人ずつ登録する')}</Button>
                </>
              }
            >
              {t('ExcelやCSVの社員名簿があれば、部署・役職ごとまとめて取り込めます。')}
            </EmptyState>
          )
        }
      />
      <AddPersonDialog on={filter.on} isOpen={above === 'add'} onClose={() => setAbove(null)} />
      {above === 'export' ? <ExportDialog on={filter.on} onClose={() => setAbove(null)} /> : null}
    </Screen>
  )
}

function Filters({ filter, seesRegister }: { readonly filter: RegisterFilter; readonly seesRegister: boolean }) {
  const departments = useDepartmentOptions(filter.on)
  return (
    <>
      <FilterField
        label={t('氏名・カナ・メール・社員番号で絞り込む')}
        value={filter.text.typed}
        onChange={filter.text.setTyped}
      />
      <ComboBox
        label={t('部署')}
        hidesLabel
        placeholder={t('部署')}
        options={departments}
        value={filter.departmentId === '' ? null : filter.departmentId}
        onChange={(id) => filter.setDepartmentId(id ?? '')}
      />
      <DateField label={t('基準日')} hidesLabel value={filter.on} onChange={filter.setOn} />
      {seesRegister ? (
        <Checkbox label={t('退職者も')} value={filter.includesLeavers} onChange={filter.setIncludesLeavers} />
      ) : null}
    </>
  )
}

function Totals(props: {
  readonly filter: RegisterFilter
  readonly total: number | undefined
  readonly shown: number
}) {
  const { filter, total = 0 } = props
  if (total <= atOnce) return <Total label={t('人数')} value={total} />
  return (
    <>
      <Total
        label={t('人数')}
        value={`${filter.from + 1}–${filter.from + props.shown}`}
        unit={t('／{total}人', { total })}
      />
      <Button kind="quiet" isDisabled={filter.from === 0} onPress={() => filter.setFrom(filter.from - atOnce)}>
        {t('前へ')}
      </Button>
      <Button
        kind="quiet"
        isDisabled={filter.from + atOnce >= total}
        onPress={() => filter.setFrom(filter.from + atOnce)}
      >
        {t('次へ')}
      </Button>
    </>
  )
}

function MoreMenu(props: { readonly keeps: boolean; readonly onExport?: () => void }) {
  const open = useOpen()
  const { onExport } = props
  return (
    <Menu
      face={t('その他')}
      label={t('その他の操作')}
      entries={[
        ...(props.keeps ? [{ label: t('名簿を取り込む'), run: () => open('/people/imports/new') }] : []),
        ...(onExport === undefined ? [] : [{ label: t('Excelに書き出す'), run: onExport }]),
        { label: t('組織図を見る'), run: () => open('/organisation') },
        'line',
        { label: t('印刷'), run: () => window.print() },
      ]}
    />
  )
}
