import {
  Button,
  dateInTable,
  EmptyState,
  Facts,
  Link,
  LinkButton,
  ObjectHistory,
  Screen,
  Sheet,
  ThrownNote,
  t,
  todayInTokyo,
  useAsk,
  useOpen,
  usePathPart,
  useRights,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { people } from '../../contract.ts'
import { ChangeDepartmentDialog, CloseDepartmentDialog } from './department-dialogs.tsx'

/** 部署: one department of today with its people and what happened to it. */
export default function DepartmentScreen() {
  const departmentId = usePathPart('departmentId')
  const departments = useAsk(people.departments, {})
  const chart = useAsk(people.organisationChart, {})
  const [above, setAbove] = useState<'change' | 'close' | null>(null)
  const rights = useRights()
  const open = useOpen()
  const today = todayInTokyo()
  const department = departments.data?.find((each) => each.departmentId === departmentId)
  const members = chart.data?.departments.find((each) => each.departmentId === departmentId)?.members ?? []
  if (department === undefined)
    return (
      <Screen title={t('部署')} layout="page">
        {departments.error !== null ? <ThrownNote error={departments.error} /> : null}
        {departments.data === undefined ? (
          <Waiting />
        ) : (
          <>
            <EmptyState
              title={t('この部署は、今日の組織にはありません')}
              action={<LinkButton to="/organisation">{t('組織を見る')}</LinkButton>}
            >
              {t('廃止されたか、これからできる部署です。組織の画面で基準日を変えると見られます。')}
            </EmptyState>
            <Sheet title={t('この部署に起きたこと')}>
              <ObjectHistory objectId={departmentId} modules={['people']} hidesFilter />
            </Sheet>
          </>
        )}
      </Screen>
    )
  return (
    <Screen
      title={department.name}
      period={department.path}
      layout="page"
      actions={
        <>
          <Button onPress={() => open('/organisation')}>{t('組織を見る')}</Button>
          {rights.may('people.keep-organisation') ? (
            <>
              <Button onPress={() => setAbove('close')}>{t('廃止する')}</Button>
              <Button kind="main" onPress={() => setAbove('change')}>
                {t('名称・所属先を変える')}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <Sheet title={t('いまの部署')}>
        <Facts
          facts={[
            [t('いまの名称・所属先になった日'), dateInTable(department.fromOn)],
            [t('人数'), t('{count}人', { count: department.memberCount })],
            [
              t('人'),
              <ul key="members" className="plain-list">
                {members.map((member) => (
                  <li key={member.personId}>
                    <Link to={`/people/${member.personId}`}>{member.displayName}</Link> {member.postName ?? ''}{' '}
                    {member.main ? '' : t('（兼務）')}
                  </li>
                ))}
              </ul>,
            ],
          ]}
        />
      </Sheet>
      <Sheet title={t('この部署に起きたこと')}>
        <ObjectHistory objectId={departmentId} modules={['people']} hidesFilter />
      </Sheet>
      {above === 'change' ? (
        <ChangeDepartmentDialog
          on={today}
          department={department}
          departments={departments.data ?? []}
          onClose={() => setAbove(null)}
        />
      ) : null}
      {above === 'close' ? (
        <CloseDepartmentDialog on={today} department={department} onClose={() => setAbove(null)} />
      ) : null}
    </Screen>
  )
}
