import {
  Button,
  ConfirmDialog,
  dateInTable,
  EmptyState,
  ErrorNote,
  Link,
  LinkButton,
  Menu,
  Screen,
  Sheet,
  showToast,
  ThrownNote,
  t,
  todayInTokyo,
  useAsk,
  useKeys,
  useOpen,
  usePathPart,
  useRights,
  useSend,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import { useKindLabel } from '../options.ts'
import { ChangeDialog } from './notice-dialog.tsx'
import type { Notice } from './notice-words.tsx'
import { NoticeState, noticeQueries } from './notice-words.tsx'

/** One notice to read, with its reason. */
export default function NoticeScreen() {
  const noticeId = usePathPart('noticeId')
  const answer = useAsk(desk.notices, { all: true, limit: 500 })
  const notice = answer.data?.rows.find((each) => each.noticeId === noticeId)
  if (notice !== undefined) return <NoticePage notice={notice} />
  return (
    <Screen title={t('裏方からのお知らせ')} layout="page">
      {answer.error !== null ? (
        <ThrownNote error={answer.error} />
      ) : answer.data === undefined ? (
        <Waiting />
      ) : (
        <EmptyState
          title={t('このお知らせは下げられました')}
          action={<LinkButton to="/desk/notices">{t('お知らせの一覧へ')}</LinkButton>}
        />
      )}
    </Screen>
  )
}

function NoticePage({ notice }: { readonly notice: Notice }) {
  const { noticeId, isRead } = notice
  const kind = useKindLabel(notice.kindId)
  const reading = useSend(desk.readNotice, { refreshes: noticeQueries })
  const read = () => void reading.send({ noticeId })
  useKeys(isRead ? [] : [{ key: 'x', says: t('読みました'), run: read }])
  return (
    <Screen
      layout="page"
      title={notice.title}
      period={
        <>
          {notice.departmentName ?? ''}　{dateInTable(notice.shownFrom)}{' '}
          <NoticeState notice={notice} today={todayInTokyo()} />
        </>
      }
      actions={<Acts notice={notice} />}
    >
      {reading.refusal === null ? null : <ErrorNote face={reading.refusal} />}
      <Sheet>
        <p className="prose">{notice.body === '' ? notice.title : notice.body}</p>
      </Sheet>
      {notice.reason === '' ? null : (
        <Sheet title={t('どうしてそうなのか')}>
          <p className="prose">{notice.reason}</p>
        </Sheet>
      )}
      {kind === undefined ? null : (
        <p>
          {t('業務')}：<Link to={kind.opens}>{kind.label}</Link>
        </p>
      )}
      {isRead ? null : (
        <div className="form-foot">
          <Button kind="main" keys="X" isPending={reading.isPending} onPress={read}>
            {t('読みました')}
          </Button>
        </div>
      )}
      <p className="lead">{t('読んだかどうかは自分だけの印で、ほかの人には見えません。')}</p>
    </Screen>
  )
}

function Acts({ notice }: { readonly notice: Notice }) {
  const open = useOpen()
  const rights = useRights()
  const [above, setAbove] = useState<'change' | 'withdraw' | null>(null)
  const withdrawing = useSend(desk.withdrawNotice, {
    refreshes: noticeQueries,
    onDone: () => {
      showToast(t('お知らせを下げました。'))
      open('/desk/notices')
    },
  })
  const canPublish = rights.may('desk.publish')
  return (
    <>
      {canPublish ? <Button onPress={() => setAbove('change')}>{t('直す')}</Button> : null}
      <Menu
        face={t('その他')}
        label={t('その他の操作')}
        entries={[
          { label: t('お知らせの一覧へ'), run: () => open('/desk/notices') },
          { label: t('印刷'), run: () => window.print() },
          ...(canPublish ? [{ label: t('下げる'), run: () => setAbove('withdraw'), isDangerous: true }] : []),
        ]}
      />
      {above === 'change' ? <ChangeDialog notice={notice} onClose={() => setAbove(null)} /> : null}
      <ConfirmDialog
        title={t('このお知らせを下げますか')}
        isOpen={above === 'withdraw'}
        onClose={() => setAbove(null)}
        onConfirm={() => void withdrawing.send({ noticeId: notice.noticeId })}
        confirmLabel={t('下げる')}
        isDangerous
        isPending={withdrawing.isPending}
      >
        {withdrawing.refusal === null ? null : <ErrorNote face={withdrawing.refusal} />}
        <p>{t('だれの画面からも見えなくなります。もう一度出すときは、新しく書きます。')}</p>
      </ConfirmDialog>
    </>
  )
}
