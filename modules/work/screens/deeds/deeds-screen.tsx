import { Button, FilterField, Screen, Tabs, t, useAddressState, useSettledText } from '@ennoshita/ui'
import { useState } from 'react'
import { MyDeeds } from './my-deeds.tsx'
import RecordDeedDialog from './record-deed-dialog.tsx'
import { TeamDeeds } from './team-deeds.tsx'
import { ThanksReceived } from './thanks-received.tsx'

/** これもやった: one's own record, what others chose to show, and thanks received. Nothing here is counted. */
export default function DeedsScreen() {
  const [tab, setTab] = useAddressState('tab', 'mine')
  const [isRecording, setRecording] = useState(false)
  const text = useSettledText()
  return (
    <Screen
      title={t('これもやった')}
      onNew={() => setRecording(true)}
      actions={
        <Button kind="main" keys="." onPress={() => setRecording(true)}>
          {t('これもやった')}
        </Button>
      }
      {...(tab === 'mine'
        ? { filters: <FilterField label={t('言葉で絞り込む')} value={text.typed} onChange={text.setTyped} /> }
        : {})}
    >
      <Tabs
        label={t('これもやった')}
        chosen={tab}
        onChoose={setTab}
        pages={[
          { key: 'mine', label: t('自分の記録'), content: <MyDeeds text={text.settled} /> },
          { key: 'team', label: t('みんなが見せてくれたもの'), content: <TeamDeeds /> },
          { key: 'thanks', label: t('もらったありがとう'), content: <ThanksReceived /> },
        ]}
      />
      <RecordDeedDialog isOpen={isRecording} onClose={() => setRecording(false)} />
    </Screen>
  )
}
