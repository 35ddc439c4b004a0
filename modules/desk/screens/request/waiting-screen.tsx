import { useDepartmentOptions } from '@ennoshita/people/options'
import {
  Button,
  DataTable,
  EmptyState,
  FilterField,
  KeyLine,
  LinkButton,
  type Many,
  Menu,
  monthOfScreen,
  Screen,
  Select,
  send,
  showToast,
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
import { PassDialog } from './pass-dialog.tsx'
import { PromiseDialog } from './promise-dialog.tsx'
import { requestQueries } from './request-queries.ts'
import type { RequestRow } from './request-words.tsx'
import { requestIdOf, requestTextOf } from './request-words.tsx'
import { waitingColumns } from './waiting-columns.tsx'

type Asking = { readonly what: 'promise' | 'pass'; readonly rows: readonly RequestRow[]; readonly clear: () => void }
const whoses = ['all', 'me', 'nobody'] as const

/** 受付: what waits for an answer of those who sit at the desk, the longest wait first. */
export default function WaitingScreen() {
  const [filter, setFilter] = useState('')
  const [whoseWord, setWhose] = useAddressState('whose', 'all')
  const [departmentId, setDepartmentId] = useAddressState('department', '')
  const departments = useDepartmentOptions()
  const whose = whoses.find((each) => each === whoseWord) ?? 'all'
  const answer = useAsk(
    desk.requestsWaiting,
    { whose, limit: 500, ...(departmentId === '' ? {} : { departmentId }) },
    { everySeconds: 120 },
  )
  const rows = useFiltered(answer.data?.rows, filter, requestTextOf)
  return (
    <Screen
      title={t('受付')}
      period={monthOfScreen(todayInTokyo())}
      actions={<Actions />}
      filters={
        <>
          <FilterField label={t('件名・番号・人で絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('だれの手元か')}
            hidesLabel
            emptyLabel={t('すべて')}
            choices={[
              { value: 'me', label: t('自分の担当') },
              { value: 'nobody', label: t('まだ担当がいない') },
            ]}
            value={whose === 'all' ? null : whose}
            onChange={(next) => setWhose(next ?? 'all')}
          />
          <Select
            label={t('部門')}
            hidesLabel
            emptyLabel={t('全部門')}
            choices={departments}
            value={departmentId === '' ? null : departmentId}
            onChange={(next) => setDepartmentId(next ?? '')}
          />
        </>
      }
      totals={<Totals rows={rows} more={answer.data?.more === true} />}
    >
      <WaitingTable
        rows={rows}
        error={answer.error}
        isNarrowed={filter !== '' || departmentId !== '' || whose !== 'all'}
      />
    </Screen>
  )
}

function Actions() {
  const open = useOpen()
  const rights = useRights()
  return (
    <>
      <Menu
        face={t('その他')}
        label={t('その他の操作')}
        entries={[
          ...(rights.may('desk.keep-templates')
            ? [{ label: t('依頼の種類'), run: () => open('/desk/templates') }]
            : []),
          { label: t('よくある質問'), run: () => open('/desk/ask') },
          'line',
          { label: t('印刷'), run: () => window.print() },
        ]}
      />
      {rights.may('desk.answer', 'company') ? (
        <LinkButton to="/desk/ask?by=phone">{t('電話で受けた依頼を書く')}</LinkButton>
      ) : null}
    </>
  )
}

function Totals({ rows = [], more }: { readonly rows?: readonly RequestRow[] | undefined; readonly more: boolean }) {
  const past = rows.filter((row) => row.isPastPromise).length
  return (
    <>
      {past === 0 ? null : <Total label={t('予定日を過ぎたもの')} value={past} unit={t('件')} />}
      <Total label={t('担当がまだ')} value={rows.filter((row) => row.assignee === null).length} unit={t('件')} />
      <Total label={t('合計')} value={more ? `${rows.length}+` : rows.length} unit={t('件')} />
    </>
  )
}

function WaitingTable(props: {
  readonly rows: readonly RequestRow[] | undefined
  readonly error: unknown
  readonly isNarrowed: boolean
}) {
  const open = useOpen()
  const many = useMany()
  const inUse = useLanguage()
  const [asking, setAsking] = useState<Asking | null>(null)
  const columns = useMemo(waitingColumns, [inUse])
  return (
    <>
      {many.face}
      <DataTable
        label={t('回答を待っている依頼')}
        rows={props.rows}
        rowId={requestIdOf}
        columns={columns}
        error={props.error}
        onOpen={(row) => open(`/desk/requests/${row.requestId}`)}
        markOf={(row) => (row.isPastPromise ? 'late' : undefined)}
        acts={[
          { key: 't', run: (rows, clear) => void take(many, rows, clear) },
          { key: 'p', run: (rows, clear) => setAsking({ what: 'promise', rows, clear }) },
          { key: 'h', run: (rows, clear) => setAsking({ what: 'pass', rows, clear }) },
        ]}
        bulk={(rows, clear) => (
          <>
            <Button keys="T" onPress={() => void take(many, rows, clear)}>
              {t('引き受ける')}
            </Button>
            <Button keys="P" onPress={() => setAsking({ what: 'promise', rows, clear })}>
              {t('回答予定日を決める')}
            </Button>
            <Button keys="H" onPress={() => setAsking({ what: 'pass', rows, clear })}>
              {t('ほかへ回す')}
            </Button>
          </>
        )}
        empty={<Nothing isNarrowed={props.isNarrowed} />}
      />
      <KeyLine
        keys={[
          ['↑↓', t('選ぶ')],
          ['Enter', t('開く')],
          ['T', t('引き受ける')],
          ['P', t('回答予定日')],
          ['H', t('ほかへ回す')],
          ['Space', t('まとめて')],
        ]}
      />
      {asking?.what === 'promise' ? (
        <PromiseDialog rows={asking.rows} onClose={() => setAsking(null)} onDone={asking.clear} />
      ) : null}
      {asking?.what === 'pass' ? (
        <PassDialog rows={asking.rows} onClose={() => setAsking(null)} onDone={asking.clear} />
      ) : null}
    </>
  )
}

async function take(many: Many, rows: readonly RequestRow[], clear: () => void) {
  const done = await many.each(rows, ({ requestId }) => send(desk.takeRequest, { requestId }), requestQueries)
  clear()
  const [first] = done
  if (first !== undefined)
    showToast(
      done.length === 1
        ? t('{number} を引き受けました。', { number: first.number })
        : t('{count}件を引き受けました。', { count: done.length }),
    )
}

function Nothing({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const rights = useRights()
  if (isNarrowed)
    return (
      <EmptyState title={t('この条件に当たる依頼はありません')}>
        {t('言葉を短くするか、条件を外してみてください。')}
      </EmptyState>
    )
  if (!rights.may('desk.keep-templates'))
    return (
      <EmptyState
        title={t('あなたの回答を待つ依頼はありません')}
        action={<LinkButton to="/desk/ask">{t('たのむ・きく')}</LinkButton>}
      >
        {t('あなたに回された依頼がここに並びます。頼みたいこと・聞きたいことは「たのむ・きく」からどうぞ。')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('待っている依頼はありません')}
      action={<LinkButton to="/desk/templates">{t('依頼の種類を見る')}</LinkButton>}
    >
      {t('依頼の種類を決めて「たのむ・きく」を社内に知らせると、依頼がここに集まり、待っている日数が見えます。')}
    </EmptyState>
  )
}
