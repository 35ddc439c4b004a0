import type { AnswerOf } from '@ennoshita/kernel'
import { monthOfScreen, Screen, ThrownNote, t, useAsk, usePathPart, Waiting } from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { ReportEditor } from './report-editor.tsx'
import { ReportReading } from './report-reading.tsx'

export type ReportDetails = AnswerOf<typeof work.reportDetails>

/** One page of 今月の縁の下: written while it is a draft, read once it was sent. */
export default function ReportScreen() {
  const reportId = usePathPart('reportId')
  const answer = useAsk(work.reportDetails, { reportId })
  const details = answer.data?.reportId === reportId ? answer.data : undefined
  if (answer.error !== null || details === undefined)
    return (
      <Screen title={t('今月の縁の下')} layout="page">
        {answer.error === null ? <Waiting /> : <ThrownNote error={answer.error} />}
      </Screen>
    )
  if (details.isMine && details.state === 'draft') return <ReportEditor key={reportId} details={details} />
  return <ReportReading details={details} period={monthOfScreen(details.month)} />
}
