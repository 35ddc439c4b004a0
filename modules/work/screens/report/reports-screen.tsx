import type { AnswerOf } from '@ennoshita/kernel'
import { addDays } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorNote,
  instantInTable,
  Menu,
  monthOfScreen,
  Screen,
  Status,
  Tabs,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useOpen,
  useSend,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { work } from '../../contract.ts'

type Own = AnswerOf<typeof work.myReports>['rows'][number]
type Received = AnswerOf<typeof work.receivedReports>['rows'][number]
const ownId = (report: Own) => report.reportId
const receivedId = (report: Received) => report.reportId

function ownColumns(): Column<Own>[] {
  return [
    {
      key: 'month',
      head: t('月'),
      width: '14rem',
      card: '1',
      cell: (report) => monthOfScreen(report.month),
      sortBy: (report) => report.month,
    },
    { key: 'title', head: t('題名'), card: '2', cell: (report) => report.title },
    {
      key: 'state',
      head: t('状態'),
      width: '8rem',
      card: '1-end',
      cell: (report) =>
        report.state === 'sent' ? (
          <Status colour="green">{t('送りました')}</Status>
        ) : (
          <Status colour="grey">{t('下書き')}</Status>
        ),
    },
    {
      key: 'to',
      head: t('送った相手'),
      width: '16rem',
      card: '3',
      cell: (report) => report.sentTo.map((person) => person.name).join('、'),
    },
  ]
}

function receivedColumns(): Column<Received>[] {
  return [
    { key: 'author', head: t('だれから'), width: '12rem', card: '1', cell: (report) => report.author.name },
    { key: 'month', head: t('月'), width: '14rem', card: '2', cell: (report) => monthOfScreen(report.month) },
    { key: 'title', head: t('題名'), card: '3', cell: (report) => report.title },
    {
      key: 'sent',
      head: t('届いた日時'),
      width: '10rem',
      card: '2-end',
      cell: (report) => instantInTable(report.sentAt),
    },
  ]
}

/** 今月の縁の下: one's own pages, and those that others chose to send. */
export default function ReportsScreen() {
  const [tab, setTab] = useAddressState('tab', 'mine')
  const mine = useAsk(work.myReports, { limit: 100 })
  const received = useAsk(work.receivedReports, { limit: 100 })
  const open = useOpen()
  const drafting = useSend(work.draftReport, {
    refreshes: [work.myReports],
    onDone: ({ reportId }) => open(`/work/report/${reportId}`),
  })
  const columns = useMemo(() => ({ own: ownColumns(), received: receivedColumns() }), [])
  const thisMonth = `${todayInTokyo().slice(0, 7)}-01`
  const lastMonth = `${addDays(thisMonth, -1).slice(0, 7)}-01`
  function write(month: string) {
    const there = mine.data?.rows.find((report) => report.month === month)
    if (there === undefined) void drafting.send({ month })
    else open(`/work/report/${there.reportId}`)
  }
  const actions = (
    <>
      <Menu
        face={t('ほかの月')}
        entries={[{ label: t('{month}の分を書く', { month: monthOfScreen(lastMonth) }), run: () => write(lastMonth) }]}
      />
      <Button kind="main" keys="N" isPending={drafting.isPending} onPress={() => write(thisMonth)}>
        {t('今月の分を書く')}
      </Button>
    </>
  )
  const mineTable = (
    <DataTable
      label={t('自分の分')}
      rows={mine.data?.rows}
      rowId={ownId}
      columns={columns.own}
      error={mine.error}
      onOpen={(report) => open(`/work/report/${report.reportId}`)}
      empty={
        <EmptyState
          title={t('まだ書いていません')}
          action={<Button onPress={() => write(thisMonth)}>{t('今月の分を書く')}</Button>}
        >
          {t('終えた仕事や「これもやった」から下書きができます。送るまで、あなただけが読めます。')}
        </EmptyState>
      }
    />
  )
  const receivedTable = (
    <DataTable
      label={t('届いた分')}
      rows={received.data?.rows}
      rowId={receivedId}
      columns={columns.received}
      error={received.error}
      onOpen={(report) => open(`/work/report/${report.reportId}`)}
      empty={<EmptyState title={t('届いたものはありません')}>{t('送るかどうかは、書いた人が決めます。')}</EmptyState>}
    />
  )
  return (
    <Screen
      title={t('今月の縁の下')}
      period={monthOfScreen(thisMonth)}
      actions={actions}
      onNew={() => write(thisMonth)}
    >
      {drafting.refusal === null ? null : <ErrorNote face={drafting.refusal} />}
      <Tabs
        label={t('今月の縁の下')}
        chosen={tab}
        onChoose={setTab}
        pages={[
          { key: 'mine', label: t('自分の分'), content: mineTable },
          { key: 'received', label: t('届いた分'), content: receivedTable },
        ]}
      />
    </Screen>
  )
}
