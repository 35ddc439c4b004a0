import { documents } from '@ennoshita/documents'
import {
  addressOf,
  Facts,
  Link,
  Paper,
  Screen,
  Sheet,
  Split,
  ThrownNote,
  Total,
  t,
  useAsk,
  usePathPart,
  Waiting,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { approvals } from '../../contract.ts'
import type { MatterDetails } from '../words-of-matters.tsx'
import { amountWord, factWord, kindWord, StateFace, waitedWord } from '../words-of-matters.tsx'
import { MatterActs } from './matter-acts.tsx'
import { RecordSheet } from './record-sheet.tsx'
import { StepsSheet } from './steps-sheet.tsx'

/** 申請の経過: the paper, what is asked, who decides; approved with one tap, also on a phone. */
export default function MatterScreen() {
  const matterId = usePathPart('matterId')
  const answer = useAsk(approvals.matterDetails, { matterId }, { everySeconds: 120 })
  if (answer.error !== null || answer.data?.matterId !== matterId)
    return (
      <Screen title={t('承認')} layout="page">
        {answer.error === null ? <Waiting /> : <ThrownNote error={answer.error} />}
      </Screen>
    )
  return <MatterPage key={matterId} matter={answer.data} />
}

function MatterPage({ matter }: { readonly matter: MatterDetails }) {
  const about = (
    <>
      <FactsSheet matter={matter} />
      <StepsSheet matter={matter} />
      <RecordSheet matter={matter} />
    </>
  )
  return (
    <Screen
      layout="page"
      title={matter.title}
      period={
        <>
          {kindWord(matter.kind)} <StateFace state={matter.state} />
        </>
      }
      actions={<MatterActs matter={matter} />}
      totals={
        matter.amount === null ? null : <Total label={t('金額')} value={amountWord(matter.amount)} unit={t('円')} />
      }
    >
      {matter.documentId === null ? (
        about
      ) : (
        <Split
          side="start"
          width="half"
          onPhone="above"
          aside={<PaperOf documentId={matter.documentId} title={matter.title} />}
        >
          {about}
        </Split>
      )}
    </Screen>
  )
}

function PaperOf({ documentId, title }: { readonly documentId: string; readonly title: string }) {
  const source = useMemo(
    () => ({ name: title, address: addressOf(documents.documentFiles, { documentId }) }),
    [documentId, title],
  )
  return <Paper source={source} />
}

function FactsSheet({ matter }: { readonly matter: MatterDetails }) {
  return (
    <Sheet title={t('内容')} actions={<Link to={matter.opens}>{t('もとの画面を開く')}</Link>}>
      <Facts
        facts={[
          ...(matter.amount === null ? [] : [[t('金額'), `${amountWord(matter.amount)} ${t('円')}`] as const]),
          ...Object.entries(matter.facts).map(([name, value]) => [t(name), factWord(value)] as const),
          [t('申請した人'), [matter.applicant.name, matter.departmentName].filter(Boolean).join('・')],
          ...(matter.state === 'waiting' ? [[t('待ち'), waitedWord(matter.waitedDays)] as const] : []),
          ...(matter.round > 1 ? [[t('申請の回数'), t('{round}回目', { round: matter.round })] as const] : []),
        ]}
      />
    </Sheet>
  )
}
