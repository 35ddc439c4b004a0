import { Screen, Tabs, ThrownNote, t, useAddressState, useAsk, Waiting } from '@ennoshita/ui'
import { people } from '../../contract.ts'
import { CalendarPage } from './calendar-page.tsx'
import { ProfilePage } from './profile-page.tsx'

/** 会社の設定: who the company is, and on which days it works. */
export default function CompanyScreen() {
  const [tab, setTab] = useAddressState('tab', 'profile')
  const answer = useAsk(people.companyProfiles, {})
  const profile = answer.data?.[0]
  return (
    <Screen title={t('会社の設定')} period={profile?.name} layout="page">
      {answer.error === null ? null : <ThrownNote error={answer.error} />}
      {profile === undefined ? (
        answer.error === null ? (
          <Waiting />
        ) : null
      ) : (
        <Tabs
          label={t('会社の設定')}
          chosen={tab}
          onChoose={setTab}
          pages={[
            {
              key: 'profile',
              label: t('会社の情報'),
              content: <ProfilePage key={profile.version} profile={profile} />,
            },
            { key: 'calendar', label: t('営業日カレンダー'), content: <CalendarPage profile={profile} /> },
          ]}
        />
      )}
    </Screen>
  )
}
