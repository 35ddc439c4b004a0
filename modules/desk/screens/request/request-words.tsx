import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTable, Status, t } from '@ennoshita/ui'
import type { desk } from '../../contract.ts'
import type { RequestState } from '../../rules/request-life-cycle.ts'

export type RequestRow = AnswerOf<typeof desk.requestsWaiting>['rows'][number]
export type RequestDetails = AnswerOf<typeof desk.requestDetails>
export type Post = RequestDetails['thread'][number]

export const requestIdOf = (row: RequestRow): string => row.requestId
/** What a filter looks through. */
export const requestTextOf = (row: RequestRow): string =>
  [row.number, row.title, row.templateName, row.submitter?.name, row.assignee?.name, row.departmentName].join(' ')

export function stateWord(state: RequestState): string {
  const words = {
    received: t('受付中'),
    'in-progress': t('対応中'),
    'asked-back': t('確認待ち'),
    answered: t('回答済み'),
    done: t('完了'),
    withdrawn: t('取下げ'),
  }
  return words[state]
}

const stateColours = {
  received: 'amber',
  'in-progress': 'blue',
  'asked-back': 'grey',
  answered: 'green',
  done: 'green',
  withdrawn: 'grey',
} as const

export function StateFace({ state }: { readonly state: RequestState }) {
  return <Status colour={stateColours[state]}>{stateWord(state)}</Status>
}

/** How long a request has waited, in business days. */
export function waitedWord(row: Pick<RequestRow, 'waitedDays'>): string {
  return row.waitedDays === 0 ? t('今日から') : t('{days}営業日', { days: row.waitedDays })
}

/** The promised date, and by word when it has passed; before there is one, the date that was wished. */
export function PromiseFace(props: { readonly row: Pick<RequestRow, 'promisedOn' | 'isPastPromise' | 'wantedOn'> }) {
  const { row } = props
  if (row.promisedOn === null)
    return <>{row.wantedOn === null ? t('未定') : t('未定（希望 {date}）', { date: dateInTable(row.wantedOn) })}</>
  return (
    <span className="marks">
      {dateInTable(row.promisedOn)}
      {row.isPastPromise ? <Status colour="red">{t('過ぎています')}</Status> : null}
    </span>
  )
}

/** What a post of the thread is, as a heading over its text. */
export function postWord(post: Post): string {
  if (post.kind === 'promise' && post.promisedOn !== null)
    return t('回答予定日を{date}にしました', { date: dateInTable(post.promisedOn) })
  const words = {
    answer: t('回答'),
    'ask-back': t('確認'),
    reply: t('返事'),
    promise: t('回答予定日'),
    pass: t('担当を回しました'),
    reopen: t('もう一度の質問'),
    withdraw: t('取り下げました'),
    'take-over': t('代わりに引き受けました'),
  }
  return words[post.kind]
}
