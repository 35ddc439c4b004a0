import type { InputOf } from '@ennoshita/kernel'
import {
  Button,
  DataTable,
  DateField,
  Dialog,
  DoFoot,
  DoForm,
  dateInTable,
  EmptyState,
  ErrorNote,
  showToast,
  TextField,
  t,
  useAsk,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../../contract.ts'
import { yenInTable } from '../../amounts.ts'
import { useRehearsal } from '../../use-rehearsal.ts'
import { dueColumns } from '../due-columns.tsx'
import { byPayDay, isHeld } from '../due-groups.ts'
import type { DueRow, RunDetails } from '../payment-words.tsx'
import { invoiceName, paymentQueries } from '../payment-words.tsx'
import type { InvoiceOfRun } from './transfer-lines.ts'

type Change = InputOf<typeof payables.changeRun>

/** Sends a change of a prepared run, and tells what it comes to now. */
function useChange(onDone: () => void) {
  return useSend(payables.changeRun, {
    refreshes: paymentQueries,
    onDone: ({ transfers, total }) => {
      showToast(t('支払を直しました。{count}件・{amount}円です。', { count: transfers, amount: yenInTable(total) }))
      onDone()
    },
  })
}

/** Takes invoices out of a prepared run: they go back to what is to be paid. */
export function RemoveInvoicesDialog(props: {
  readonly run: RunDetails
  readonly invoices: readonly InvoiceOfRun[]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { run, invoices } = props
  const change: Change = {
    runId: run.runId,
    version: run.version,
    removeInvoiceIds: invoices.map(({ invoiceId }) => invoiceId),
  }
  const changing = useChange(() => {
    props.onDone()
    props.onClose()
  })
  const { answer, refusal } = useRehearsal(payables.changeRun, change)
  const remove = async () => {
    await changing.send(change)
  }
  const face = changing.refusal ?? refusal
  return (
    <Dialog
      title={t('請求書をこの支払から外す')}
      isOpen
      onClose={props.onClose}
      foot={<DoFoot label={t('外す')} isReady={answer !== null} onDo={remove} onClose={props.onClose} />}
    >
      <DoForm label={t('請求書をこの支払から外す')} onDo={remove}>
        {face === null ? null : <ErrorNote face={face} />}
        <ul className="plain-list">
          {invoices.slice(0, 10).map((invoice) => (
            <li key={invoice.invoiceId}>
              {invoiceName(invoice)}　{t('{amount}円', { amount: yenInTable(invoice.payable) })}
            </li>
          ))}
        </ul>
        {invoices.length > 10 ? <p>{t('ほか{count}件', { count: invoices.length - 10 })}</p> : null}
        <p>{t('外した請求書は「支払を待つ請求書」に戻ります。')}</p>
      </DoForm>
    </Dialog>
  )
}

/** Adds invoices of the same method to a prepared run. */
export function AddInvoicesDialog({ run, onClose }: { readonly run: RunDetails; readonly onClose: () => void }) {
  const answer = useAsk(payables.payableInvoices, { method: run.method, limit: 500 })
  const rows = useMemo(() => answer.data && byPayDay(answer.data.invoices.filter((row) => !isHeld(row))), [answer.data])
  const changing = useChange(onClose)
  const columns = useMemo(() => dueColumns().filter(({ key }) => !['method', 'withholding', 'total'].includes(key)), [])
  const add = (chosen: readonly DueRow[]) =>
    void changing.send({
      runId: run.runId,
      version: run.version,
      addInvoiceIds: chosen.map(({ invoiceId }) => invoiceId),
    })
  return (
    <Dialog title={t('請求書を加える')} isOpen width="wide" onClose={onClose}>
      {changing.refusal === null ? null : <ErrorNote face={changing.refusal} />}
      <p className="field-help">{t('行を Space で選び、A で加えます。')}</p>
      <DataTable
        label={t('加えられる請求書')}
        rows={rows}
        rowId={(row) => row.invoiceId}
        columns={columns}
        error={answer.error}
        acts={[{ key: 'a', run: add }]}
        bulk={(chosen) => (
          <Button kind="main" keys="A" isPending={changing.isPending} onPress={() => add(chosen)}>
            {t('{count}件を加える', { count: chosen.length })}
          </Button>
        )}
        empty={<EmptyState title={t('加えられる請求書はありません')} />}
      />
    </Dialog>
  )
}

/** Another day for a prepared run. */
export function MoveDayDialog({ run, onClose }: { readonly run: RunDetails; readonly onClose: () => void }) {
  const [payOn, setPayOn] = useState<string | null>(run.payOn)
  const [lateReason, setLateReason] = useState(run.lateReason)
  const change: Change | null =
    payOn === null || payOn === run.payOn ? null : { runId: run.runId, version: run.version, payOn, lateReason }
  const changing = useChange(onClose)
  const { answer, refusal } = useRehearsal(payables.changeRun, change)
  const move = async () => {
    if (change !== null) await changing.send(change)
  }
  const face = changing.refusal ?? refusal
  return (
    <Dialog
      title={t('支払う日を変える')}
      isOpen
      onClose={onClose}
      foot={<DoFoot label={t('変える')} isReady={answer !== null} onDo={move} onClose={onClose} />}
    >
      <DoForm label={t('支払う日を変える')} onDo={move}>
        {face === null ? null : <ErrorNote face={face} />}
        <DateField
          label={t('支払う日')}
          isRequired
          autoFocus
          value={payOn}
          onChange={setPayOn}
          help={t('いまは {date} です。', { date: dateInTable(run.payOn) })}
        />
        <TextField
          label={t('締切を過ぎて受け付けてもらう理由')}
          value={lateReason}
          onChange={setLateReason}
          help={t('銀行の締切を過ぎた日にするときだけ書きます。')}
        />
      </DoForm>
    </Dialog>
  )
}
