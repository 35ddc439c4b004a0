import { kernel } from '@ennoshita/kernel'
import { PrintButton, Screen, Tabs, t, todayInTokyo, useAddressState, useAsk, useRights, Waiting } from '@ennoshita/ui'
import { LettersPage } from './letters-page.tsx'
import { SealsPage } from './seals-page.tsx'
import { SecurityPage } from './security-page.tsx'

/** 記録: sign-ins and refusals, deliveries that failed, and how the log is sealed. */
export default function LogScreen() {
  const rights = useRights()
  const [tab, setTab] = useAddressState('tab', rights.may('kernel.see-security') ? 'security' : 'seals')
  const watches = rights.may('kernel.watch-deliveries')
  const letters = useAsk(kernel.deadLetters, {}, { when: watches })
  const count = letters.data?.length ?? 0
  return (
    <Screen
      title={t('記録')}
      period={t('{date}現在', { date: todayInTokyo().replaceAll('-', '/') })}
      actions={<PrintButton />}
    >
      {rights.personId === undefined ? (
        <Waiting />
      ) : (
        <Tabs
          label={t('記録')}
          chosen={tab}
          onChoose={setTab}
          pages={[
            ...(rights.may('kernel.see-security')
              ? [{ key: 'security', label: t('サインインと拒否'), content: <SecurityPage /> }]
              : []),
            ...(watches
              ? [
                  {
                    key: 'letters',
                    label: t('届かなかった連携'),
                    ...(count === 0 ? {} : { count }),
                    content: <LettersPage />,
                  },
                ]
              : []),
            { key: 'seals', label: t('封印と検算'), content: <SealsPage /> },
          ]}
        />
      )}
    </Screen>
  )
}
