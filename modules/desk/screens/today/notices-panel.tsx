import { Button, Link, Sheet, send, t, useAsk, useMany, useRights } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import { noticeQueries } from '../notice/notice-words.tsx'

const few = 3

/** 裏方からのお知らせ that I have not read yet. */
export default function NoticesPanel() {
  const rights = useRights()
  const many = useMany()
  const answer = useAsk(desk.notices, { limit: 50 }, { when: rights.may('desk.read-notices') })
  const unread = answer.data?.rows.filter((notice) => !notice.isRead) ?? []
  if (unread.length === 0) return many.face
  return (
    <Sheet title={t('裏方からのお知らせ')} actions={<Link to="/desk/notices">{t('すべて見る')}</Link>}>
      {many.face}
      <ul className="plain-list day-list">
        {unread.slice(0, few).map((notice) => (
          <li key={notice.noticeId}>
            <span>
              <Link to={`/desk/notices/${notice.noticeId}`}>{notice.title}</Link>
              <span className="step-who">{notice.departmentName ?? ''}</span>
            </span>
            <span className="row-buttons">
              <Button
                kind="quiet"
                onPress={() =>
                  void many.each([notice], ({ noticeId }) => send(desk.readNotice, { noticeId }), noticeQueries)
                }
              >
                {t('読みました')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {unread.length > few ? <p className="lead">{t('ほか{count}件', { count: unread.length - few })}</p> : null}
    </Sheet>
  )
}
