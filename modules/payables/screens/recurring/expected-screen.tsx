import { monthOfScreen, Screen, Tabs, t, todayInTokyo, useAddressState } from '@ennoshita/ui'
import { AccrualsPage } from './accruals-page.tsx'
import { MissingPage } from './missing-page.tsx'
import { PrepaidPage } from './prepaid-page.tsx'
import { RecurringPage } from './recurring-page.tsx'

/** 毎月の請求書: what should have arrived, what is accrued meanwhile, and what was paid ahead. */
export default function ExpectedScreen() {
  const [tab, setTab] = useAddressState('tab', 'missing')
  return (
    <Screen title={t('毎月の請求書')} period={monthOfScreen(todayInTokyo())}>
      <Tabs
        label={t('毎月の請求書')}
        chosen={tab}
        onChoose={setTab}
        pages={[
          { key: 'missing', label: t('まだ届いていません'), content: <MissingPage /> },
          { key: 'list', label: t('届くはずの請求書'), content: <RecurringPage /> },
          { key: 'accruals', label: t('概算計上'), content: <AccrualsPage /> },
          { key: 'prepaid', label: t('前払費用'), content: <PrepaidPage /> },
        ]}
      />
    </Screen>
  )
}
