import type { AnswerOf } from '@ennoshita/kernel'
import { useDepartmentOptions } from '@ennoshita/people/options'
import type { Column } from '@ennoshita/ui'
import {
  Checkbox,
  DataTable,
  EmptyState,
  PrintButton,
  Screen,
  Select,
  Status,
  says,
  Tabs,
  Total,
  t,
  useAddressState,
  useAsk,
  useLanguage,
  useOpen,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { work } from '../../contract.ts'
import { AbsenceTest } from './absence-test.tsx'

type Hanging = AnswerOf<typeof work.keyPersonList>['rows'][number]

const idOf = (row: Hanging) => row.kindId
const order = ['high', 'middle', 'low', 'few'] as const

function groupWord(level: Hanging['level']): string {
  if (level === 'high') return t('備え不足：高　一人に頼っています')
  if (level === 'middle') return t('備え不足：中　代わりの人か手順書のどちらかが足りません')
  return level === 'low' ? t('備え不足：低　代わりがいます') : t('記録が少なく、まだ分かりません')
}
/** The sentence without the name, which stands beside it. */
function sayingOf(row: Hanging): string {
  const sentence = says(row.says)
  return sentence.startsWith(`${row.name}は`) ? sentence.slice(row.name.length + 1) : sentence
}
const groupOf = (row: Hanging) => groupWord(row.level)

function levelFace(level: Hanging['level']) {
  if (level === 'high') return <Status colour="red">{t('高')}</Status>
  if (level === 'middle') return <Status colour="amber">{t('中')}</Status>
  return level === 'low' ? <Status colour="green">{t('低')}</Status> : <Status colour="grey">{t('不明')}</Status>
}

function columnsOf(): Column<Hanging>[] {
  return [
    { key: 'level', head: t('備え不足'), width: '5.5rem', card: '1-end', cell: (row) => levelFace(row.level) },
    { key: 'name', head: t('業務名'), width: '17rem', card: '1', cell: (row) => row.name },
    {
      key: 'says',
      head: t('いまの様子'),
      card: '2',
      cell: (row) => <span title={says(row.says)}>{sayingOf(row)}</span>,
    },
    { key: 'department', head: t('部門'), width: '7rem', card: '3', cell: (row) => row.departmentName },
    {
      key: 'mine',
      head: t('担当'),
      width: '8.5rem',
      card: '3-end',
      cell: (row) => (row.isMine ? <Status colour="blue">{t('あなたの担当')}</Status> : null),
    },
  ]
}

/** 属人・備え: where one absence would stop the work. It speaks to those who can prepare, never about how good anyone is. */
export default function DependenceScreen() {
  const [person] = useAddressState('person', '')
  const [tab, setTab] = useAddressState('tab', person === '' ? 'list' : 'absence')
  return <Tabbed tab={tab} onTab={setTab} />
}

function Tabbed({ tab, onTab }: { readonly tab: string; readonly onTab: (tab: string) => void }) {
  const [departmentId, setDepartmentId] = useAddressState('department', '')
  const [mine, setMine] = useAddressState('mine', '')
  const departments = useDepartmentOptions()
  const answer = useAsk(work.keyPersonList, {
    ...(departmentId === '' ? {} : { departmentId }),
    ...(mine === '' ? {} : { onlyMine: true }),
  })
  const counts = answer.data?.counts
  const isList = tab === 'list'
  return (
    <Screen
      title={t('属人・備え')}
      period={answer.data === undefined ? undefined : t('{date}現在', { date: answer.data.asOf.replaceAll('-', '/') })}
      actions={<PrintButton />}
      filters={
        isList ? (
          <>
            <Select
              label={t('部門')}
              hidesLabel
              emptyLabel={t('全部門')}
              choices={departments}
              value={departmentId}
              onChange={(id) => setDepartmentId(id ?? '')}
            />
            <Checkbox
              label={t('自分の担当だけ')}
              value={mine !== ''}
              onChange={(isOnly) => setMine(isOnly ? 'yes' : '')}
            />
          </>
        ) : undefined
      }
      totals={
        isList ? (
          <>
            <Total label={t('備え不足　高')} value={counts?.high ?? 0} />
            <Total label={t('中')} value={counts?.middle ?? 0} />
            <Total label={t('低')} value={counts?.low ?? 0} />
          </>
        ) : undefined
      }
    >
      <Tabs
        label={t('属人・備え')}
        chosen={tab}
        onChoose={onTab}
        pages={[
          {
            key: 'list',
            label: t('一人に頼っている業務'),
            content: <HangingList rows={answer.data?.rows} error={answer.error} />,
          },
          { key: 'absence', label: t('休んだときの試し'), content: <AbsenceTest /> },
        ]}
      />
    </Screen>
  )
}

function HangingList(props: { readonly rows: readonly Hanging[] | undefined; readonly error: unknown }) {
  const open = useOpen()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  const rows = useMemo(
    () =>
      props.rows?.toSorted(
        (a, b) => order.indexOf(a.level) - order.indexOf(b.level) || Number(b.isMine) - Number(a.isMine),
      ),
    [props.rows],
  )
  return (
    <>
      <p className="lead">
        {t(
          '担当する人の良し悪しではなく、休んでも困らない備えが足りているかを見ます。副担当を決める、手順を書く、のどちらかで下がります。',
        )}
      </p>
      <DataTable
        label={t('一人に頼っている業務')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={props.error}
        groupOf={groupOf}
        onOpen={(row) => open(`/work/kinds/${row.kindId}`)}
        empty={
          <EmptyState title={t('一人に頼っている業務は見つかりません')}>
            {t('業務に担当を決め、やることを終えていくと、ここで備えを確かめられます。')}
          </EmptyState>
        }
      />
    </>
  )
}
