import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  dateInTable,
  EmptyState,
  Link,
  LinkButton,
  PrintButton,
  Screen,
  Select,
  Status,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useLanguage,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../../contract.ts'
import { yenInTable } from '../../amounts.ts'
import { PayWithholdingDialog } from './pay-withholding-dialog.tsx'
import { groupWord, periodWord, type WithholdingDue } from './withholding-words.ts'

const idOf = (row: WithholdingDue) => `${row.group} ${row.from}`

function StateOf({ row }: { readonly row: WithholdingDue }) {
  if (row.paid !== null && row.open === 0)
    return <Status colour="green">{t('{date} に納付', { date: dateInTable(row.paid.on) })}</Status>
  if (row.open < 0) return <Status colour="amber">{t('納め過ぎ')}</Status>
  if (row.isOverdue) return <Status colour="red">{t('期限超過')}</Status>
  return row.isOver ? <Status colour="amber">{t('これから納付')}</Status> : <Status colour="grey">{t('集計中')}</Status>
}

function columnsOf(canPay: boolean, onPay: (row: WithholdingDue) => void): Column<WithholdingDue>[] {
  return [
    { key: 'period', head: t('支払った月'), width: '12.5rem', card: '1', cell: periodWord, sortBy: (row) => row.from },
    {
      key: 'group',
      head: t('報酬の区分'),
      card: '2',
      cell: (row) => <span title={groupWord(row.group)}>{groupWord(row.group)}</span>,
      sortBy: (row) => row.group,
    },
    {
      key: 'dueOn',
      head: t('納付期限'),
      width: '8rem',
      card: '3',
      cell: (row) => dateInTable(row.dueOn),
      sortBy: (row) => row.dueOn,
    },
    {
      key: 'payees',
      head: t('人数'),
      width: '4rem',
      align: 'end',
      card: 'none',
      cell: (row) => t('{count}人', { count: row.payees }),
      sortBy: (row) => row.payees,
    },
    {
      key: 'paid',
      head: t('支払額（税込）'),
      width: '8rem',
      align: 'end',
      card: 'none',
      cell: (row) => yenInTable(row.paidTotal),
      sortBy: (row) => row.paidTotal,
    },
    {
      key: 'withheld',
      head: t('源泉した額'),
      width: '7rem',
      align: 'end',
      card: 'none',
      cell: (row) => yenInTable(row.withheld),
      sortBy: (row) => row.withheld,
    },
    {
      key: 'open',
      head: t('納める額'),
      width: '7rem',
      align: 'end',
      card: '2-end',
      cell: (row) => yenInTable(row.open),
      sortBy: (row) => row.open,
    },
    { key: 'state', head: t('状態'), width: '9.5rem', card: '1-end', cell: (row) => <StateOf row={row} /> },
    {
      key: 'act',
      head: t('操作'),
      width: '6.5rem',
      card: '3-end',
      cell: (row) => (
        <span className="row-buttons">
          {canPay && row.open > 0 && row.isOver ? (
            <Button kind="quiet" onPress={() => onPay(row)}>
              {t('納付する')}
            </Button>
          ) : null}
          {row.paid === null ? null : <Link to={`/journals/${row.paid.journalId}`}>{t('仕訳')}</Link>}
        </span>
      ),
    },
  ]
}

/** 源泉所得税: what was withheld from fees, month by month, until when it is paid to the tax office, and that it was. */
export default function WithholdingScreen() {
  const [yearText, setYear] = useAddressState('year', '')
  const rights = useRights()
  const inUse = useLanguage()
  const [paying, setPaying] = useState<WithholdingDue | null>(null)
  const thisYear = Number(todayInTokyo().slice(0, 4))
  const year = Number(yearText)
  const answer = useAsk(payables.withholdingDues, yearText === '' ? {} : { year })
  const canPay = rights.may('payables.pay-withholding')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(canPay, setPaying), [canPay, inUse])
  const open = (answer.data ?? []).reduce((sum, row) => sum + Math.max(0, row.open), 0)
  return (
    <Screen
      title={t('源泉所得税')}
      period={t('報酬・料金から預かった分')}
      actions={
        <>
          <PrintButton />
          <LinkButton to="/payments">{t('支払へ')}</LinkButton>
        </>
      }
      filters={
        <Select
          label={t('年')}
          hidesLabel
          emptyLabel={t('この2年')}
          choices={[0, 1, 2, 3, 4, 5, 6].map((back) => ({
            value: String(thisYear - back),
            label: t('{year}年', { year: thisYear - back }),
          }))}
          value={yearText === '' ? null : yearText}
          onChange={(next) => setYear(next ?? '')}
        />
      }
      totals={<Total label={t('これから納める額')} value={yenInTable(open)} unit={t('円')} />}
    >
      <DataTable
        label={t('源泉所得税の納付予定')}
        rows={answer.data}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        markOf={(row) => (row.isOverdue ? 'late' : undefined)}
        {...(canPay
          ? {
              onOpen: (row: WithholdingDue) => {
                if (row.open > 0 && row.isOver) setPaying(row)
              },
            }
          : {})}
        empty={
          <EmptyState title={t('預かっている源泉所得税はありません')}>
            {t('税理士やデザイナーなど個人への報酬を支払済みにすると、月ごとの納付額と納付期限がここに並びます。')}
          </EmptyState>
        }
      />
      {paying === null ? null : <PayWithholdingDialog due={paying} onClose={() => setPaying(null)} />}
    </Screen>
  )
}
