import { addDays } from '@ennoshita/statutes'
import { dateInTable, Link, Sheet, Status, t, todayInTokyo, useAsk, useRights } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import type { RunRowShown } from '../../contract.ts'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { isHeld, sumOf } from './due-groups.ts'
import { RunStateFace, runName } from './payment-words.tsx'
import { periodWord } from './withholding/withholding-words.ts'

type Line = {
  readonly key: string
  readonly to: string
  readonly title: string
  readonly says: string
  readonly mark?: ReactNode
}

const soonDays = 3
const often = { everySeconds: 300 }

/** 支払 on 今日: what must be paid or released soon, tax withheld, accounts that wait for a call, and invoices that did not arrive. */
export default function PaymentsPanel() {
  const lines = [
    ...useRunLines(),
    ...useDueLines(),
    ...useWithholdingLines(),
    ...useAccountLines(),
    ...useMissingLines(),
  ]
  if (lines.length === 0) return null
  return (
    <Sheet title={t('支払')} actions={<Link to="/payments">{t('支払へ')}</Link>}>
      <ul className="plain-list day-list">
        {lines.map((line) => (
          <li key={line.key}>
            <span>
              <Link to={line.to}>{line.title}</Link>
              <span className="step-who">{line.says}</span>
            </span>
            {line.mark}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function useRunLines(): readonly Line[] {
  const rights = useRights()
  const when = rights.may('payables.see-payments')
  const answer = useAsk(payables.paymentRuns, { state: 'open', limit: 20 }, { ...often, when })
  const isForMe = (run: RunRowShown) => (run.state === 'prepared' ? rights.may('payables.release-runs') : true)
  return (answer.data?.runs ?? []).filter(isForMe).map((run) => ({
    key: run.runId,
    to: `/payments/${run.runId}`,
    title: t('{name}　{amount}円', { name: runName(run), amount: yenInTable(run.total) }),
    says: t('{date} に支払　準備：{name}', { date: dateInTable(run.payOn), name: run.preparedByName ?? '' }),
    mark: <RunStateFace state={run.state} />,
  }))
}

function useDueLines(): readonly Line[] {
  const rights = useRights()
  const today = todayInTokyo()
  const when = rights.may('payables.prepare-runs')
  const dueUntil = addDays(today, soonDays)
  const answer = useAsk(payables.payableInvoices, { dueUntil, limit: 500 }, { ...often, when })
  const rows = answer.data?.invoices ?? []
  if (rows.length === 0) return []
  const late = rows.filter((row) => row.isOverdue)
  const held = rows.filter(isHeld)
  return [
    {
      key: 'due',
      to: '/payments?reach=week',
      title: t('支払期日の近い請求書 {count}件', { count: rows.length }),
      says: [
        t('{amount}円', { amount: yenInTable(sumOf(rows)) }),
        ...(held.length === 0 ? [] : [t('うち{count}件は支払えない理由あり', { count: held.length })]),
      ].join('　'),
      mark:
        late.length === 0 ? undefined : <Status colour="red">{t('期日超過{count}件', { count: late.length })}</Status>,
    },
  ]
}

/** Tax withheld in periods that are over and not paid yet. */
function useWithholdingLines(): readonly Line[] {
  const rights = useRights()
  const answer = useAsk(payables.withholdingDues, {}, { ...often, when: rights.may('payables.pay-withholding') })
  return (answer.data ?? [])
    .filter((due) => due.isOver && due.open > 0)
    .map((due) => ({
      key: `${due.group} ${due.from}`,
      to: '/payments/withholding',
      title: t('源泉所得税　{amount}円', { amount: yenInTable(due.open) }),
      says: t('{period}分　納付期限 {date}', { period: periodWord(due), date: dateInTable(due.dueOn) }),
      mark: due.isOverdue ? <Status colour="red">{t('期限超過')}</Status> : undefined,
    }))
}

function useAccountLines(): readonly Line[] {
  const rights = useRights()
  const when = rights.may('payables.confirm-bank-accounts')
  const answer = useAsk(payables.waitingBankAccounts, {}, { ...often, when })
  return (answer.data ?? [])
    .filter((account) => !account.isMine)
    .slice(0, 5)
    .map((account) => ({
      key: account.bankAccountId,
      to: `/vendors/${account.vendorId}`,
      title: t('{name} の口座を電話で確かめる', { name: account.vendorName }),
      says:
        account.openAmount === 0
          ? t('登録：{name}', { name: account.enteredByName ?? '' })
          : t('{amount}円の支払が待っています', { amount: yenInTable(account.openAmount) }),
      mark: <Status colour="amber">{account.isFirst ? t('新しい口座') : t('口座の変更')}</Status>,
    }))
}

function useMissingLines(): readonly Line[] {
  const rights = useRights()
  const answer = useAsk(payables.missingInvoices, {}, { ...often, when: rights.may('payables.keep-recurring') })
  const late = (answer.data ?? []).filter((row) => row.daysLate > 0)
  const [first] = late
  if (first === undefined) return []
  return [
    {
      key: 'missing',
      to: '/invoices/expected',
      title: t('まだ届いていない請求書 {count}件', { count: late.length }),
      says: t('{name}：{days}日の遅れ', { name: `${first.vendorName} ${first.title}`, days: first.daysLate }),
    },
  ]
}
