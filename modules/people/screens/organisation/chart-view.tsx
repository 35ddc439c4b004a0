import type { OutlineEntry } from '@ennoshita/ui'
import { EmptyState, Link, Menu, Outline, Status, ThrownNote, t, Waiting } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { Fragment } from 'react'
import type { Chart, Department } from './organisation-parts.ts'

export type DepartmentActs = {
  readonly change: (department: Department) => void
  readonly close: (department: Department) => void
  readonly addBelow: (department: Department) => void
}

/** What can be done to a department, behind one sign. */
export function DepartmentMenu({
  department,
  acts,
}: {
  readonly department: Department
  readonly acts: DepartmentActs
}) {
  return (
    <Menu
      kind="quiet"
      face="…"
      label={t('{name}への操作', { name: department.name })}
      entries={[
        { label: t('名称・所属先を変える'), run: () => acts.change(department) },
        { label: t('この下に部署を加える'), run: () => acts.addBelow(department) },
        'line',
        { label: t('廃止する'), run: () => acts.close(department), isDangerous: true },
      ]}
    />
  )
}

/** 組織図: departments under departments, heads first, 兼務 marked. */
export function ChartView(props: {
  readonly chart: Chart | undefined
  readonly error: unknown
  readonly departments: readonly Department[]
  readonly acts?: DepartmentActs
  readonly first: ReactNode
}) {
  const { chart, acts } = props
  if (props.error !== null && props.error !== undefined) return <ThrownNote error={props.error} />
  if (chart === undefined) return <Waiting />
  if (chart.departments.length === 0)
    return (
      <EmptyState title={t('部署はまだありません')} action={props.first}>
        {t('いちばん上の部署から順に加えます。社員名簿を取り込むと、名簿にある部署と役職も一緒にできます。')}
      </EmptyState>
    )
  const entries = chart.departments.map((shown): OutlineEntry => {
    const department = props.departments.find((each) => each.departmentId === shown.departmentId)
    return {
      key: shown.departmentId,
      depth: shown.depth,
      head: (
        <>
          <Link to={`/organisation/${shown.departmentId}`}>{shown.name}</Link>
          <span className="figure">{t('{count}人', { count: shown.members.length })}</span>
          {acts === undefined || department === undefined ? null : (
            <DepartmentMenu department={department} acts={acts} />
          )}
        </>
      ),
      children: <Members members={shown.members} />,
    }
  })
  return (
    <div className="table-scroll">
      <Outline label={t('組織図')} entries={depthsFromZero(entries)} />
      {chart.unplaced.length === 0 ? null : (
        <p className="note">
          <Status colour="red">{t('所属なし')}</Status>{' '}
          {t('次の{count}人は、この日にどの部署にも所属していません：', { count: chart.unplaced.length })}
          {chart.unplaced.map((person, at) => (
            <Fragment key={person.personId}>
              {at === 0 ? '' : '、'}
              <Link to={`/people/${person.personId}`}>{person.displayName}</Link>
            </Fragment>
          ))}
        </p>
      )}
    </div>
  )
}

function depthsFromZero(entries: readonly OutlineEntry[]): readonly OutlineEntry[] {
  const least = Math.min(...entries.map((entry) => entry.depth))
  return entries.map((entry) => ({ ...entry, depth: entry.depth - least }))
}

function Members({ members }: { readonly members: Chart['departments'][number]['members'] }) {
  if (members.length === 0) return <span>{t('所属する人はいません')}</span>
  return members.map((member) => (
    <span key={member.personId}>
      {member.heads ? <Status colour="blue">{t('長')}</Status> : null}{' '}
      {member.postName === null ? '' : `${member.postName} `}
      <Link to={`/people/${member.personId}`}>{member.displayName}</Link>
      {member.main ? '' : t('（兼務）')}
    </span>
  ))
}
