import { monthOfScreen, Screen, Tabs, Total, t, todayInTokyo, useAddressState, useAsk, useCursors } from '@ennoshita/ui'
import { approvals } from '../../contract.ts'
import { MineTable } from './mine-table.tsx'
import { WaitingTable } from './waiting-table.tsx'

/** 承認: what waits for my approval, and what I asked for and where it stands. */
export default function ApprovalsScreen() {
  const [tab, setTab] = useAddressState('tab', 'waiting')
  const waitingWay = useCursors<{ readonly afterSince: string; readonly afterSeatId: string }>('waiting')
  const mineWay = useCursors<{ readonly afterSince: string; readonly afterMatterId: string }>('mine')
  const waiting = useAsk(approvals.waitingApprovals, { limit: 200, ...waitingWay.cursor }, { everySeconds: 120 })
  const mine = useAsk(approvals.myMatters, { limit: 200, ...mineWay.cursor }, { when: tab === 'mine' })
  const count = waiting.data?.count ?? 0
  return (
    <Screen
      title={t('承認')}
      period={monthOfScreen(todayInTokyo())}
      totals={<Total label={t('承認待ち')} value={count < 1000 ? count : '1,000+'} unit={t('件')} />}
    >
      <Tabs
        label={t('承認')}
        chosen={tab}
        onChoose={setTab}
        pages={[
          {
            key: 'waiting',
            label: t('承認待ち'),
            count,
            content: (
              <WaitingTable
                rows={waiting.data?.rows}
                error={waiting.error}
                next={waiting.data?.next ?? null}
                way={waitingWay}
              />
            ),
          },
          {
            key: 'mine',
            label: t('申請したもの'),
            content: (
              <MineTable rows={mine.data?.rows} error={mine.error} next={mine.data?.next ?? null} way={mineWay} />
            ),
          },
        ]}
      />
    </Screen>
  )
}
