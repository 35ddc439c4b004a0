import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  dateInTable,
  EmptyState,
  FilterField,
  KeyLine,
  monthOfScreen,
  PrintButton,
  Screen,
  Select,
  send,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useMany,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { desk } from '../../contract.ts'
import { PublishDialog } from './notice-dialog.tsx'
import type { Notice } from './notice-words.tsx'
import { NoticeState, noticeIdOf, noticeQueries, noticeTextOf } from './notice-words.tsx'

function columnsOf(today: string): Column<Notice>[] {
  return [
    { key: 'title', head: t('見出し'), card: '1', cell: (notice) => notice.title, sortBy: (notice) => notice.title },
    {
      key: 'state',
      head: t('状態'),
      width: '7rem',
      card: '1-end',
      cell: (notice) => <NoticeState notice={notice} today={today} />,
    },
    {
      key: 'reason',
      head: t('どうしてそうなのか'),
      card: '3',
      cell: (notice) => <span title={notice.reason}>{notice.reason}</span>,
    },
    {
      key: 'department',
      head: t('部門'),
      width: '8rem',
      card: '2',
      cell: (notice) => notice.departmentName ?? '',
      sortBy: (notice) => notice.departmentName,
    },
    {
      key: 'from',
      head: t('出した日'),
      width: '7.5rem',
      card: '2-end',
      cell: (notice) => dateInTable(notice.shownFrom),
      sortBy: (notice) => notice.shownFrom,
    },
  ]
}

/** 裏方からのお知らせ: why things are as they are, written for the others. */
export default function NoticesScreen() {
  const [all, setAll] = useAddressState('all', '')
  const [filter, setFilter] = useState('')
  const [isPublishing, setPublishing] = useState(false)
  const open = useOpen()
  const rights = useRights()
  const many = useMany()
  const today = todayInTokyo()
  const answer = useAsk(desk.notices, { all: all !== '', limit: 500 })
  const rows = useFiltered(answer.data?.rows, filter, noticeTextOf)
  const inUse = useLanguage()
  const columns = useMemo(() => columnsOf(today), [inUse, today])
  const canPublish = rights.may('desk.publish')
  const publish = canPublish ? (
    <Button kind="main" keys="N" onPress={() => setPublishing(true)}>
      {t('お知らせを出す')}
    </Button>
  ) : null
  async function read(notices: readonly Notice[], clear: () => void) {
    const unread = notices.filter((notice) => !notice.isRead)
    await many.each(unread, ({ noticeId }) => send(desk.readNotice, { noticeId }), noticeQueries)
    clear()
  }
  return (
    <Screen
      title={t('裏方からのお知らせ')}
      period={monthOfScreen(today)}
      {...(canPublish ? { onNew: () => setPublishing(true) } : {})}
      actions={
        <>
          <PrintButton />
          {publish}
        </>
      }
      filters={
        <>
          <FilterField label={t('言葉で絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('状態')}
            hidesLabel
            emptyLabel={t('いま出ているもの')}
            choices={[{ value: 'yes', label: t('すべて') }]}
            value={all === '' ? null : 'yes'}
            onChange={(next) => setAll(next ?? '')}
          />
        </>
      }
      totals={
        <>
          <Total label={t('未読')} value={rows?.filter((notice) => !notice.isRead).length ?? 0} unit={t('件')} />
          <Total label={t('合計')} value={rows?.length ?? 0} unit={t('件')} />
        </>
      }
    >
      {many.face}
      <DataTable
        label={t('裏方からのお知らせ')}
        rows={rows}
        rowId={noticeIdOf}
        columns={columns}
        error={answer.error}
        onOpen={(notice) => open(`/desk/notices/${notice.noticeId}`)}
        acts={[{ key: 'x', run: (notices, clear) => void read(notices, clear) }]}
        bulk={(notices, clear) => (
          <Button keys="X" onPress={() => void read(notices, clear)}>
            {t('既読にする')}
          </Button>
        )}
        empty={
          filter !== '' ? (
            <EmptyState title={t('この条件に当たるものはありません')} />
          ) : (
            <EmptyState title={t('お知らせはまだありません')} action={publish}>
              {t('「なぜ25日締めなのか」のように、決まりの理由を一つ書くところから始められます。')}
            </EmptyState>
          )
        }
      />
      <KeyLine
        keys={[
          ['Enter', t('読む')],
          ['X', t('既読にする（自分だけの印です）')],
        ]}
      />
      {isPublishing ? <PublishDialog onClose={() => setPublishing(false)} /> : null}
    </Screen>
  )
}
