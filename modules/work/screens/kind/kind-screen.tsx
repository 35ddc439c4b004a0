import {
  Button,
  ErrorNote,
  Menu,
  Screen,
  Split,
  Status,
  showToast,
  Tabs,
  ThrownNote,
  t,
  useAddressState,
  useAsk,
  useOpen,
  usePathPart,
  useSend,
  Waiting,
} from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { useRetiring } from '../inventory/retire-kinds.ts'
import { AbsenceSheet } from './absence-sheet.tsx'
import { DoneSheet, TimeSheet } from './done-sheet.tsx'
import type { KindDetails } from './facts-sheet.tsx'
import { FactsSheet } from './facts-sheet.tsx'
import { FlowSheet } from './flow-sheet.tsx'
import { HistorySheet } from './history-sheet.tsx'
import { StepsSheet } from './steps-sheet.tsx'

/** 業務の中身: one kind of work with its steps, people, times and history. */
export default function KindScreen() {
  const kindId = usePathPart('kindId')
  const answer = useAsk(work.kindDetails, { kindId })
  if (answer.error !== null)
    return (
      <Screen title={t('業務')} layout="page">
        <ThrownNote error={answer.error} />
      </Screen>
    )
  if (answer.data === undefined || answer.data.kind.kindId !== kindId)
    return (
      <Screen title={t('業務')} layout="page">
        <Waiting />
      </Screen>
    )
  return <KindPage details={answer.data} />
}

function KindPage({ details }: { readonly details: KindDetails }) {
  const { kind } = details
  const [tab, setTab] = useAddressState('tab', 'steps')
  const retiring = useRetiring()
  const open = useOpen()
  const confirming = useSend(work.confirmKind, {
    refreshes: [work.kindDetails, work.inventoryRows],
    onDone: () => showToast(t('手順を承認しました。')),
  })
  const canConfirm = kind.state === 'active' && !kind.isConfirmed && kind.stepCount > 0
  return (
    <Screen
      layout="page"
      title={kind.name}
      period={
        <>
          {[kind.major, kind.middle].filter((part) => part !== '').join(' › ')}{' '}
          {kind.state === 'retired' ? <Status colour="grey">{t('やめた業務')}</Status> : null}
        </>
      }
      actions={
        <>
          {canConfirm ? (
            <Button
              isPending={confirming.isPending}
              onPress={() => void confirming.send({ kindId: kind.kindId, version: kind.version })}
            >
              {t('手順を承認する')}
            </Button>
          ) : null}
          <Menu
            face={t('その他')}
            label={t('その他の操作')}
            entries={[
              { label: t('業務棚卸表へ戻る'), run: () => open('/work/inventory') },
              { label: t('印刷'), run: () => window.print() },
              'line',
              kind.state === 'retired'
                ? { label: t('業務を戻す'), run: () => void retiring.restore([kind]) }
                : { label: t('業務をやめる'), run: () => void retiring.retire([kind]), isDangerous: true },
            ]}
          />
        </>
      }
    >
      {confirming.refusal === null ? null : <ErrorNote face={confirming.refusal} />}
      <Split
        width="wide"
        aside={
          <>
            <FactsSheet details={details} />
            <TimeSheet details={details} />
            {kind.mainId === null ? null : <AbsenceSheet personId={kind.mainId} personName={kind.mainName} />}
          </>
        }
      >
        <Tabs
          label={t('業務の中身')}
          chosen={tab}
          onChoose={setTab}
          pages={[
            { key: 'steps', label: t('手順'), content: <StepsSheet details={details} /> },
            {
              key: 'done',
              label: t('実施の記録'),
              count: details.lastDone.length,
              content: <DoneSheet details={details} />,
            },
            { key: 'flow', label: t('流れ'), content: <FlowSheet kindId={kind.kindId} /> },
            { key: 'history', label: t('経緯'), content: <HistorySheet kindId={kind.kindId} /> },
          ]}
        />
      </Split>
    </Screen>
  )
}
