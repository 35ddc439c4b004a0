import type { AnswerOf } from '@ennoshita/kernel'
import {
  dateInTable,
  ObjectHistory,
  Screen,
  Sheet,
  Tabs,
  ThrownNote,
  Total,
  t,
  useAddressState,
  useAsk,
  usePathPart,
  Waiting,
} from '@ennoshita/ui'
import { payables } from '../../../contract.ts'
import { yenInTable } from '../../amounts.ts'
import type { RunDetails } from '../payment-words.tsx'
import { methodWord, RunStateFace, runName } from '../payment-words.tsx'
import { FileSheet } from './file-sheet.tsx'
import { RunActs } from './run-acts.tsx'
import { RunFacts } from './run-facts.tsx'
import { RunFindings } from './run-findings.tsx'
import { TransfersTable } from './transfers-table.tsx'

/** 支払: one run with its transfers, the invoices of each, who prepared and released it, and its file. */
export default function RunScreen() {
  const runId = usePathPart('runId')
  const answer = useAsk(payables.runDetails, { runId }, { everySeconds: 120 })
  if (answer.error !== null)
    return (
      <Screen title={t('支払')} layout="page">
        <ThrownNote error={answer.error} />
      </Screen>
    )
  if (answer.data === undefined || answer.data.runId !== runId)
    return (
      <Screen title={t('支払')} layout="page">
        <Waiting />
      </Screen>
    )
  return <RunPage run={answer.data} />
}

function RunPage({ run }: { readonly run: RunDetails }) {
  const [tab, setTab] = useAddressState('tab', 'transfers')
  return (
    <Screen
      layout="page"
      title={runName(run)}
      period={
        <>
          {t('{date} に {method}', { date: dateInTable(run.paidOn ?? run.payOn), method: methodWord(run.method) })}
          {`　${run.sourceName} `}
          <RunStateFace state={run.state} />
        </>
      }
      actions={<RunActs run={run} />}
      totals={<Totals sums={run.sums} count={run.transferRows.length} />}
    >
      <RunFindings run={run} />
      <Tabs
        label={t('支払')}
        chosen={tab}
        onChoose={setTab}
        pages={[
          { key: 'transfers', label: t('支払先と請求書'), content: <TransfersTable run={run} /> },
          {
            key: 'history',
            label: t('経緯'),
            content: (
              <Sheet title={t('この支払に起きたこと')}>
                <ObjectHistory objectId={run.runId} hidesFilter />
              </Sheet>
            ),
          },
        ]}
      />
      <RunFacts run={run} />
      <FileSheet run={run} />
    </Screen>
  )
}

function Totals(props: { readonly sums: AnswerOf<typeof payables.runDetails>['sums']; readonly count: number }) {
  return (
    <>
      <Total label={t('支払先')} value={props.count} unit={t('件')} />
      <Total label={t('出ていくお金')} value={yenInTable(props.sums.sent)} unit={t('円')} />
    </>
  )
}
