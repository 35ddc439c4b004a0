import { LinkButton, Menu, monthOfScreen, Screen, Tabs, t, todayInTokyo, useAddressState, useOpen } from '@ennoshita/ui'
import { DuePage } from './due-page.tsx'
import { RunsPage } from './runs-page.tsx'

/** 支払: what is to be paid and when, and the runs in which it is paid. */
export default function PaymentsScreen() {
  const [tab, setTab] = useAddressState('tab', 'due')
  const open = useOpen()
  return (
    <Screen
      title={t('支払')}
      period={monthOfScreen(todayInTokyo())}
      actions={
        <>
          <Menu
            face={t('その他')}
            label={t('その他の操作')}
            entries={[
              { label: t('振込元口座'), run: () => open('/payments/accounts') },
              { label: t('印刷'), run: () => window.print() },
            ]}
          />
          <LinkButton to="/payments/withholding">{t('源泉所得税')}</LinkButton>
        </>
      }
    >
      <Tabs
        label={t('支払')}
        chosen={tab}
        onChoose={setTab}
        pages={[
          { key: 'due', label: t('支払を待つ請求書'), content: <DuePage /> },
          { key: 'runs', label: t('支払の一覧'), content: <RunsPage /> },
        ]}
      />
    </Screen>
  )
}
