import type { Column } from '@ennoshita/ui'
import { DataTable, dateInTable, EmptyState, t, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'
import type { DepartmentActs } from './chart-view.tsx'
import { DepartmentMenu } from './chart-view.tsx'
import type { Department } from './organisation-parts.ts'

const idOf = (department: Department) => department.departmentId

function columnsOf(acts: DepartmentActs | undefined): Column<Department>[] {
  return [
    { key: 'path', head: t('部署'), card: '1', cell: (department) => department.path },
    {
      key: 'count',
      head: t('人数'),
      width: '6rem',
      align: 'end',
      card: '1-end',
      cell: (department) => department.memberCount,
      sortBy: (department) => department.memberCount,
    },
    {
      key: 'from',
      head: t('この形になった日'),
      width: '9rem',
      card: '2',
      cell: (department) => dateInTable(department.fromOn),
      sortBy: (department) => department.fromOn,
    },
    {
      key: 'until',
      head: t('この形の最終日'),
      width: '9rem',
      card: '2-end',
      cell: (department) => (department.untilOn === null ? t('決まっていません') : dateInTable(department.untilOn)),
      sortBy: (department) => department.untilOn,
    },
    ...(acts === undefined
      ? []
      : [
          {
            key: 'act',
            head: t('操作'),
            width: '5rem',
            card: '3-end' as const,
            cell: (department: Department) => <DepartmentMenu department={department} acts={acts} />,
          },
        ]),
  ]
}

/** 部署の一覧 in the order of the tree; a row opens its people. */
export function DepartmentsTable(props: {
  readonly rows: readonly Department[] | undefined
  readonly error: unknown
  readonly onOpen: (department: Department) => void
  readonly acts?: DepartmentActs
}) {
  const inUse = useLanguage()
  const { acts } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the acts do not change
  const columns = useMemo(() => columnsOf(acts), [inUse, acts === undefined])
  return (
    <DataTable
      label={t('部署の一覧')}
      rows={props.rows}
      rowId={idOf}
      columns={columns}
      error={props.error}
      onOpen={props.onOpen}
      empty={<EmptyState title={t('部署はまだありません')} />}
    />
  )
}
