import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  ConfirmDialog,
  DataTable,
  ErrorNote,
  FormDialog,
  instantInTable,
  Link,
  Screen,
  Status,
  showToast,
  TextField,
  Total,
  t,
  todayInTokyo,
  useAsk,
  useForm,
  useLanguage,
  useRights,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { ledger } from '../../contract.ts'
import { monthEnd, recentMonths } from '../months.ts'
import { monthWord } from '../words.ts'

type Lock = AnswerOf<typeof ledger.monthLocks>[number]
type MonthRow = { readonly month: string; readonly lock: Lock | undefined }

const monthsShown = 24
const idOf = (row: MonthRow) => row.month

/** 月次締め: which months take no more journals. */
export default function MonthLocksScreen() {
  const answer = useAsk(ledger.monthLocks, {})
  const { may } = useRights()
  const [locking, setLocking] = useState<string | null>(null)
  const [unlocking, setUnlocking] = useState<string | null>(null)
  const inUse = useLanguage()
  const today = todayInTokyo()
  const rows = useMemo(
    () => (answer.data === undefined ? undefined : monthRowsOf(answer.data, today)),
    [answer.data, today],
  )
  const acts = { canLock: may('ledger.lock-months'), canUnlock: may('ledger.unlock-months') }
  const { canLock, canUnlock } = acts
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(
    () => columnsOf({ canLock, canUnlock, setLocking, setUnlocking }),
    [inUse, canLock, canUnlock],
  )
  return (
    <Screen
      title={t('月次締め')}
      totals={<Total label={t('締めた月')} value={answer.data?.length ?? 0} unit={t('か月')} />}
    >
      <p className="lead">
        {t(
          '締めた月には、だれも仕訳を入れられません。請求書の承認で計上する仕訳も同じです。遅れて届いたものは、次の開いている月に計上します。',
        )}
      </p>
      <DataTable label={t('月次締め')} rows={rows} rowId={idOf} columns={columns} error={answer.error} />
      {locking === null ? null : <LockDialog month={locking} onClose={() => setLocking(null)} />}
      {unlocking === null ? null : <UnlockDialog month={unlocking} onClose={() => setUnlocking(null)} />}
    </Screen>
  )
}

function monthRowsOf(locks: readonly Lock[], today: string): readonly MonthRow[] {
  const byMonth = new Map(locks.map((lock) => [lock.month, lock]))
  const months = new Set([...recentMonths(today, monthsShown), ...byMonth.keys()])
  return [...months]
    .sort()
    .reverse()
    .map((month) => ({ month, lock: byMonth.get(month) }))
}

function LockDialog({ month, onClose }: { readonly month: string; readonly onClose: () => void }) {
  const locking = useSend(ledger.lockMonth, {
    refreshes: [ledger.monthLocks],
    onDone: () => {
      showToast(t('{month}を締めました。', { month: monthWord(month) }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('{month}を締めますか', { month: monthWord(month) })}
      isOpen
      onClose={onClose}
      onConfirm={() => void locking.send({ month })}
      confirmLabel={t('月を締める')}
      isPending={locking.isPending}
    >
      {locking.refusal === null ? null : <ErrorNote face={locking.refusal} />}
      <p>{t('入力の途中の仕訳が終わるのを待ってから締めます。解けるのは管理者だけで、理由が残ります。')}</p>
    </ConfirmDialog>
  )
}

function UnlockDialog({ month, onClose }: { readonly month: string; readonly onClose: () => void }) {
  const form = useForm(ledger.unlockMonth, {
    draftKey: month,
    initial: { month },
    refreshes: [ledger.monthLocks],
    onDone: () => {
      showToast(t('{month}の締めを解きました。', { month: monthWord(month) }))
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('{month}の締めを解きますか', { month: monthWord(month) })}
      form={form}
      isOpen
      onClose={onClose}
      saveLabel={t('締めを解く')}
    >
      <p>{t('理由は記録に残り、だれでも見られます。直し終えたら、もう一度締めてください。')}</p>
      <TextField {...form.field('reason')} label={t('解く理由')} autoFocus />
    </FormDialog>
  )
}

function columnsOf(acts: {
  readonly canLock: boolean
  readonly canUnlock: boolean
  readonly setLocking: (month: string) => void
  readonly setUnlocking: (month: string) => void
}): Column<MonthRow>[] {
  return [
    {
      key: 'month',
      head: t('月'),
      width: '10rem',
      card: '1',
      cell: (row) => monthWord(row.month),
      sortBy: (row) => row.month,
    },
    {
      key: 'state',
      head: t('状態'),
      width: '8rem',
      card: '1-end',
      cell: (row) =>
        row.lock === undefined ? (
          <Status colour="grey">{t('開いています')}</Status>
        ) : (
          <Status colour="green">{t('締め済み')}</Status>
        ),
    },
    { key: 'by', head: t('締めた人'), width: '12rem', card: '2', cell: (row) => row.lock?.lockedByName ?? '' },
    {
      key: 'at',
      head: t('締めた時刻'),
      width: '11rem',
      card: '2-end',
      cell: (row) => (row.lock === undefined ? '' : instantInTable(row.lock.lockedAt, { withYear: true })),
    },
    {
      key: 'journals',
      head: t('仕訳'),
      card: 'none',
      cell: (row) => <Link to={`/journals?from=${row.month}&until=${monthEnd(row.month)}`}>{t('この月の仕訳')}</Link>,
    },
    {
      key: 'act',
      head: t('操作'),
      width: '9rem',
      card: '3',
      cell: (row) => {
        if (row.lock === undefined)
          return acts.canLock ? (
            <Button kind="quiet" onPress={() => acts.setLocking(row.month)}>
              {t('月を締める')}
            </Button>
          ) : null
        return acts.canUnlock ? (
          <Button kind="quiet" onPress={() => acts.setUnlocking(row.month)}>
            {t('締めを解く')}
          </Button>
        ) : null
      },
    },
  ]
}
