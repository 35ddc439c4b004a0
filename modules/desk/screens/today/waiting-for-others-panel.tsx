import { dateInTable, Link, Sheet, Status, t, useAsk, useRights } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import type { RequestRow } from '../request/request-words.tsx'
import { StateFace, waitedWord } from '../request/request-words.tsx'

/** 回答を待っていること: what I asked, by when it is promised; what waits for my own word stands first. */
export default function WaitingForOthersPanel() {
  const rights = useRights()
  const answer = useAsk(desk.myRequests, { open: true, limit: 20 }, { when: rights.may('desk.ask'), everySeconds: 120 })
  const rows = (answer.data?.rows ?? []).toSorted((a, b) => placeOf(a) - placeOf(b))
  if (rows.length === 0) return null
  return (
    <Sheet title={t('たのんだこと・きいたこと')} actions={<Link to="/desk/ask?tab=mine">{t('すべて見る')}</Link>}>
      <ul className="plain-list day-list">
        {rows.slice(0, 6).map((row) => (
          <li key={row.requestId}>
            <span>
              <Link to={`/desk/requests/${row.requestId}`}>{row.title}</Link>
              <span className="step-who">{wordOf(row)}</span>
            </span>
            <StateFace state={row.state} />
            {row.isPastPromise ? <Status colour="red">{t('予定日を過ぎています')}</Status> : null}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function wordOf(row: RequestRow): string {
  if (row.state === 'asked-back') return t('あなたの返事を待っています')
  if (row.state === 'answered') return t('回答が届いています')
  if (row.promisedOn !== null) return t('{date}に回答の予定', { date: dateInTable(row.promisedOn) })
  return t('待ち {days}', { days: waitedWord(row) })
}

function placeOf(row: RequestRow): number {
  if (row.state === 'asked-back') return 0
  return row.state === 'answered' ? 1 : 2
}
