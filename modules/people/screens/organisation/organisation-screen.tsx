import {
  Button,
  DateField,
  LinkButton,
  PrintButton,
  Screen,
  Tabs,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useState } from 'react'
import { people } from '../../contract.ts'
import { ChartView } from './chart-view.tsx'
import { AddDepartmentDialog, ChangeDepartmentDialog, CloseDepartmentDialog } from './department-dialogs.tsx'
import { DepartmentsTable } from './departments-table.tsx'
import type { Department, Post } from './organisation-parts.ts'
import { PostDialog } from './post-dialog.tsx'
import { PostsTable } from './posts-table.tsx'

type Above =
  | { readonly what: 'add-department'; readonly parentId: string | null }
  | { readonly what: 'change' | 'close'; readonly department: Department }
  | { readonly what: 'post'; readonly post: Post | null }
  | null

/** 組織: who stands where on a day; a reorganisation is entered for a day to come. */
export default function OrganisationScreen() {
  const today = todayInTokyo()
  const [on, setOn] = useAddressState('on', today)
  const [tab, setTab] = useAddressState('tab', 'chart')
  const [above, setAbove] = useState<Above>(null)
  const open = useOpen()
  const chart = useAsk(people.organisationChart, { on })
  const departments = useAsk(people.departments, { on })
  const posts = useAsk(people.posts, { on })
  const rights = useRights()
  const keeps = rights.may('people.keep-organisation')
  const addDepartment = (parentId: string | null) => setAbove({ what: 'add-department', parentId })
  const addNew = () => (tab === 'posts' ? setAbove({ what: 'post', post: null }) : addDepartment(null))
  const acts = keeps
    ? {
        change: (department: Department) => setAbove({ what: 'change', department }),
        close: (department: Department) => setAbove({ what: 'close', department }),
        addBelow: (department: Department) => addDepartment(department.departmentId),
      }
    : undefined
  return (
    <Screen
      title={t('組織')}
      period={t('{date}の組織', { date: on.replaceAll('-', '/') })}
      {...(keeps ? { onNew: addNew } : {})}
      actions={
        <>
          <PrintButton />
          {keeps ? (
            <Button kind="main" keys="N" onPress={addNew}>
              {tab === 'posts' ? t('役職を加える') : t('部署を加える')}
            </Button>
          ) : null}
        </>
      }
      filters={
        <>
          <DateField label={t('基準日')} hidesLabel value={on} onChange={(next) => setOn(next ?? today)} />
          {on === today ? null : <Button onPress={() => setOn(today)}>{t('今日の組織に戻る')}</Button>}
        </>
      }
      totals={<Totals departments={departments.data?.length ?? 0} people={countOf(chart.data)} />}
    >
      {on > today ? <AheadNote /> : null}
      <Tabs
        label={t('組織')}
        chosen={tab}
        onChoose={setTab}
        pages={[
          {
            key: 'chart',
            label: t('組織図'),
            content: (
              <ChartView
                chart={chart.data}
                error={chart.error}
                departments={departments.data ?? []}
                {...(acts === undefined ? {} : { acts })}
                first={
                  keeps ? (
                    <>
                      <Button kind="main" onPress={() => addDepartment(null)}>
                        {t('最初の部署を加える')}
                      </Button>{' '}
                      <LinkButton to="/people/imports/new">{t('名簿と一緒に取り込む')}</LinkButton>
                    </>
                  ) : null
                }
              />
            ),
          },
          {
            key: 'departments',
            label: t('部署の一覧'),
            content: (
              <DepartmentsTable
                rows={departments.data}
                error={departments.error}
                onOpen={(department) => open(`/people?department=${department.departmentId}&on=${on}`)}
                {...(acts === undefined ? {} : { acts })}
              />
            ),
          },
          {
            key: 'posts',
            label: t('役職'),
            content: (
              <PostsTable
                rows={posts.data}
                error={posts.error}
                {...(keeps ? { onOpen: (post: Post) => setAbove({ what: 'post', post }) } : {})}
              />
            ),
          },
        ]}
      />
      <Dialogs above={above} on={on} departments={departments.data ?? []} onClose={() => setAbove(null)} />
    </Screen>
  )
}

function AheadNote() {
  return (
    <p className="note">
      {t(
        '先の日付の組織です。ここで部署を加えたり変えたりすると、この日からの変更として登録されます。その日が来るまで、登録を担当する人にだけ見えます。',
      )}
    </p>
  )
}

function Totals({ departments, people: count }: { readonly departments: number; readonly people: number }) {
  return (
    <>
      <Total label={t('部署')} value={departments} />
      <Total label={t('人数')} value={count} />
    </>
  )
}

function countOf(
  chart: { departments: { members: { personId: string }[] }[]; unplaced: unknown[] } | undefined,
): number {
  const placed = new Set(chart?.departments.flatMap((department) => department.members.map((each) => each.personId)))
  return placed.size + (chart?.unplaced.length ?? 0)
}

function Dialogs(props: {
  readonly above: Above
  readonly on: string
  readonly departments: readonly Department[]
  readonly onClose: () => void
}) {
  const { above, on, departments, onClose } = props
  if (above === null) return null
  if (above.what === 'add-department')
    return <AddDepartmentDialog on={on} parentId={above.parentId} onClose={onClose} />
  if (above.what === 'post') return <PostDialog on={on} post={above.post} onClose={onClose} />
  const about = { on, department: above.department, onClose }
  return above.what === 'change' ? (
    <ChangeDepartmentDialog {...about} departments={departments} />
  ) : (
    <CloseDepartmentDialog {...about} />
  )
}
