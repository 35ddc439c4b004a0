import { kernel } from '@ennoshita/kernel'
import { PrintButton, Screen, Tabs, t, todayInTokyo, useAddressState, useAsk, useRights, Waiting } from '@ennoshita/ui'
import { DelegationsPage } from './delegations-page.tsx'
import { DutiesPage } from './duties-page.tsx'
import { MembersPage } from './members-page.tsx'
import { RolesPage } from './roles-page.tsx'

/** 人と権限: roles in sentences, members and invitations, deputies, exceptions from segregation of duties. */
export default function AccessScreen() {
  const rights = useRights()
  const sees = rights.may('kernel.see-members')
  const [tab, setTab] = useAddressState('tab', sees ? 'members' : 'delegations')
  const exceptions = useAsk(kernel.dutyExceptions, {}, { when: sees })
  const count = exceptions.data?.length ?? 0
  return (
    <Screen
      title={t('人と権限')}
      period={t('{date}現在', { date: todayInTokyo().replaceAll('-', '/') })}
      actions={<PrintButton />}
    >
      {rights.personId === undefined ? (
        <Waiting />
      ) : (
        <Tabs
          label={t('人と権限')}
          chosen={tab}
          onChoose={setTab}
          pages={[
            ...(sees
              ? [
                  { key: 'members', label: t('利用者と招待'), content: <MembersPage /> },
                  { key: 'roles', label: t('役割と権限'), content: <RolesPage /> },
                ]
              : []),
            ...(rights.may('kernel.delegate')
              ? [{ key: 'delegations', label: t('代理'), content: <DelegationsPage /> }]
              : []),
            ...(sees
              ? [
                  {
                    key: 'duties',
                    label: t('職務分掌の例外'),
                    ...(count === 0 ? {} : { count }),
                    content: <DutiesPage />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Screen>
  )
}
