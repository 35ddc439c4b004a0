import type { Column } from '@ennoshita/ui'
import {
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  FilterField,
  LinkButton,
  Menu,
  Pager,
  Screen,
  Select,
  Status,
  Total,
  t,
  useAddressState,
  useAsk,
  useCursors,
  useLanguage,
  useOpen,
  useRights,
  useSettledText,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../contract.ts'
import { lawClasses } from '../../rules/vendor/vendor-form.ts'
import { yenInTable } from '../amounts.ts'
import { methodWord } from '../payment/payment-words.tsx'
import { AddVendorDialog } from './add-vendor-dialog.tsx'
import type { VendorRow } from './vendor-words.tsx'
import { HoldFace, LawClassFace, lawClassChoices, termsWord } from './vendor-words.tsx'

const atOnce = 200
const idOf = (row: VendorRow) => row.vendorId
type Cursor = { readonly afterKana: string; readonly afterVendorId: string }

function columnsOf(): Column<VendorRow>[] {
  return [
    { key: 'code', head: t('コード'), width: '5.5rem', card: '3', cell: (row) => row.code, sortBy: (row) => row.code },
    { key: 'name', head: t('取引先'), card: '1', cell: (row) => row.name, sortBy: (row) => row.nameKana },
    {
      key: 'kana',
      head: t('フリガナ'),
      width: '13rem',
      card: 'none',
      cell: (row) => <span title={row.nameKana}>{row.nameKana}</span>,
      sortBy: (row) => row.nameKana,
    },
    {
      key: 'registration',
      head: t('適格請求書'),
      width: '10rem',
      card: 'none',
      cell: (row) =>
        row.isRegistered ? (
          row.registrationNumber
        ) : (
          <Status colour="grey">{row.registrationNumber === null ? t('登録なし') : t('登録期間外')}</Status>
        ),
      sortBy: (row) => row.registrationNumber,
    },
    {
      key: 'terms',
      head: t('支払条件'),
      width: '13rem',
      card: '2',
      cell: (row) => termsWord(row.terms),
    },
    {
      key: 'method',
      head: t('方法'),
      width: '5.5rem',
      card: 'none',
      cell: (row) => methodWord(row.method),
      sortBy: (row) => row.method,
    },
    {
      key: 'open',
      head: t('未払い'),
      width: '8rem',
      align: 'end',
      card: '2-end',
      cell: (row) => (row.openCount === 0 ? '' : yenInTable(row.openAmount)),
      sortBy: (row) => row.openAmount,
    },
    {
      key: 'state',
      head: t('状態'),
      width: '12.5rem',
      card: '3-end',
      cell: (row) => (
        <span className="marks">
          {row.retiredOn === null ? <HoldFace hold={row.hold} /> : <Status colour="grey">{t('使用をやめた')}</Status>}
          <LawClassFace lawClass={row.lawClass} />
          {row.withholdingKind === null ? null : <Status colour="blue">{t('源泉')}</Status>}
        </span>
      ),
    },
  ]
}

/** 取引先: found by name, kana, code or registration number however it is typed. */
export default function VendorsScreen() {
  const { typed, setTyped, settled } = useSettledText('text')
  const [lawWord, setLaw] = useAddressState('law', '')
  const [waiting, setWaiting] = useAddressState('waiting', '')
  const [retired, setRetired] = useAddressState('retired', '')
  const lawClass = lawClasses.find((each) => each === lawWord)
  const way = useCursors<Cursor>([settled, lawWord, waiting, retired].join('\n'))
  const [isAdding, setAdding] = useState(false)
  const rights = useRights()
  const answer = useAsk(payables.vendorList, {
    text: settled,
    waiting: waiting !== '',
    includeRetired: retired !== '',
    limit: atOnce,
    ...(lawClass === undefined ? {} : { lawClass }),
    ...way.cursor,
  })
  const vendors = answer.data?.vendors
  const next = answer.data?.next
  const keeps = rights.may('payables.keep-vendors')
  const isNarrowed = settled !== '' || lawClass !== undefined || waiting !== ''
  const add = (
    <Button kind="main" keys="N" onPress={() => setAdding(true)}>
      {t('取引先を登録')}
    </Button>
  )
  return (
    <Screen
      title={t('取引先')}
      actions={<Acts keeps={keeps} add={add} />}
      {...(keeps ? { onNew: () => setAdding(true) } : {})}
      filters={
        <>
          <FilterField label={t('名前・カナ・番号で絞り込む')} value={typed} onChange={setTyped} />
          <Select
            label={t('法の区分')}
            hidesLabel
            emptyLabel={t('すべての区分')}
            choices={lawClassChoices()}
            value={lawClass}
            onChange={(each) => setLaw(each ?? '')}
          />
          <Checkbox label={t('口座の確認待ち')} value={waiting !== ''} onChange={(is) => setWaiting(is ? 'yes' : '')} />
          <Checkbox
            label={t('使用をやめたものも')}
            value={retired !== ''}
            onChange={(is) => setRetired(is ? 'yes' : '')}
          />
        </>
      }
      totals={<Totals rows={vendors ?? []} isWhole={next == null && way.page === 1} />}
    >
      <VendorTable rows={vendors} error={answer.error} isNarrowed={isNarrowed} {...(keeps ? { add } : {})} />
      <Pager page={way.page} onBack={way.back} onNext={next == null ? undefined : () => way.on(next)} />
      {isAdding ? <AddVendorDialog onClose={() => setAdding(false)} /> : null}
    </Screen>
  )
}

function Acts({ keeps, add }: { readonly keeps: boolean; readonly add: React.ReactNode }) {
  const open = useOpen()
  return (
    <>
      <Menu
        face={t('その他')}
        label={t('その他の操作')}
        entries={[
          ...(keeps ? [{ label: t('CSV・Excelから取り込む'), run: () => open('/vendors/imports/new') }] : []),
          { label: t('印刷'), run: () => window.print() },
        ]}
      />
      {keeps ? add : null}
    </>
  )
}

function Totals({ rows, isWhole }: { readonly rows: readonly VendorRow[]; readonly isWhole: boolean }) {
  const held = rows.filter((row) => row.hold === 'account-waiting').length
  const open = rows.reduce((sum, row) => sum + row.openAmount, 0)
  return (
    <>
      {held === 0 ? null : <Total label={t('口座の確認待ち')} value={held} unit={t('社')} />}
      <Total label={t('未払い')} value={yenInTable(open)} unit={t('円')} />
      <Total label={isWhole ? t('合計') : t('このページ')} value={rows.length} unit={t('社')} />
    </>
  )
}

function VendorTable(props: {
  readonly rows: readonly VendorRow[] | undefined
  readonly error: unknown
  readonly isNarrowed: boolean
  readonly add?: React.ReactNode
}) {
  const open = useOpen()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  return (
    <DataTable
      label={t('取引先')}
      rows={props.rows}
      rowId={idOf}
      columns={columns}
      error={props.error}
      onOpen={(row) => open(`/vendors/${row.vendorId}`)}
      markOf={(row) => (row.hold === 'account-waiting' && row.openCount > 0 ? 'late' : undefined)}
      empty={
        props.isNarrowed ? (
          <EmptyState title={t('この条件に当たる取引先はありません')}>
            {t('言葉を短くするか、条件を外してみてください。')}
          </EmptyState>
        ) : (
          <EmptyState
            title={t('取引先はまだありません')}
            action={
              props.add === undefined ? undefined : (
                <>
                  {props.add} <LinkButton to="/vendors/imports/new">{t('CSV・Excelから取り込む')}</LinkButton>
                </>
              )
            }
          >
            {t('支払条件と振込先口座を登録しておくと、支払期日と振込ファイルができます。')}
          </EmptyState>
        )
      }
    />
  )
}
