import type { AnswerOf } from '@ennoshita/kernel'
import { Status, t } from '@ennoshita/ui'
import { desk } from '../../contract.ts'

export type Notice = AnswerOf<typeof desk.notices>['rows'][number]

export const noticeQueries = [desk.notices]
export const noticeIdOf = (notice: Notice): string => notice.noticeId
export const noticeTextOf = (notice: Notice): string =>
  [notice.title, notice.body, notice.reason, notice.departmentName].join(' ')

/** Whether it is shown today, and whether the reader has read it. */
export function NoticeState({ notice, today }: { readonly notice: Notice; readonly today: string }) {
  if (notice.shownFrom > today) return <Status colour="grey">{t('これから')}</Status>
  if (notice.shownUntil !== null && notice.shownUntil < today) return <Status colour="grey">{t('終わりました')}</Status>
  return notice.isRead ? <Status colour="green">{t('既読')}</Status> : <Status colour="blue">{t('未読')}</Status>
}
