import { addDays } from '@ennoshita/kernel'
import { LinkButton, Sheet, ThrownNote, t, todayInTokyo, useAsk, Waiting } from '@ennoshita/ui'
import { work } from '../../contract.ts'
import type { MapRow } from '../map/flow-of-work.ts'
import { mostSteps, useFlow } from '../map/flow-of-work.ts'
import { CoverageNote, FlowPicture } from '../map/flow-picture.tsx'

const none: readonly MapRow[] = []
const choice = { department: '', view: 'map', steps: mostSteps, arrows: 20 } as const

/** The flow of this kind of work over the last year. */
export function FlowSheet({ kindId }: { readonly kindId: string }) {
  const to = todayInTokyo()
  const from = addDays(to, -365)
  const answer = useAsk(work.workMaps, { kindId, from, to })
  const flow = useFlow(answer.data?.rows ?? none, choice)
  return (
    <Sheet
      title={t('業務の流れ（この1年）')}
      actions={
        <LinkButton kind="quiet" to={`/work/map?kind=${kindId}&days=365`}>
          {t('大きく見る')}
        </LinkButton>
      }
    >
      <CoverageNote answer={answer.data} />
      {answer.error !== null ? <ThrownNote error={answer.error} /> : null}
      {answer.data === undefined ? answer.error === null ? <Waiting /> : null : <FlowPicture flow={flow} />}
    </Sheet>
  )
}
