import type { LocalDate } from '@ennoshita/kernel'
import {
  AmountField,
  Button,
  Checkbox,
  DateField,
  Dialog,
  DoFoot,
  DoForm,
  ErrorNote,
  showToast,
  TextField,
  t,
  useSend,
} from '@ennoshita/ui'
import { useState } from 'react'
import { payables } from '../../../contract.ts'
import { yenInTable } from '../../amounts.ts'
import type { RunDetails } from '../payment-words.tsx'
import { paymentQueries } from '../payment-words.tsx'

type Failed = Readonly<Record<string, string>>
type Taken = Readonly<Record<string, number | null>>

/** Marks a run as paid on a day; transfers that the bank did not carry out are named with the reason. */
export function PaidDialog({ run, onClose }: { readonly run: RunDetails; readonly onClose: () => void }) {
  const [paidOn, setPaidOn] = useState<LocalDate | null>(run.payOn)
  const [failed, setFailed] = useState<Failed | null>(null)
  const [taken, setTaken] = useState<Taken>({})
  const marking = useSend(payables.markRunPaid, {
    refreshes: paymentQueries,
    onDone: ({ paid, total }) => {
      showToast(
        t('{count}件・{amount}円を支払済みにし、仕訳を記帳しました。', { count: paid, amount: yenInTable(total) }),
      )
      onClose()
    },
  })
  const named = Object.entries(failed ?? {})
  const isReady = paidOn !== null && named.every(([, reason]) => reason.trim() !== '')
  async function mark() {
    if (paidOn === null || !isReady) return
    await marking.send({
      runId: run.runId,
      version: run.version,
      paidOn,
      failed: named.map(([transferId, reason]) => ({ transferId, reason })),
      taken: Object.entries(taken).flatMap(([transferId, amount]) =>
        amount === null || failed?.[transferId] !== undefined ? [] : [{ transferId, amount }],
      ),
    })
  }
  return (
    <Dialog
      title={t('支払済みにする')}
      isOpen
      width="medium"
      onClose={onClose}
      foot={<DoFoot label={t('支払済みにする')} isReady={isReady} onDo={mark} onClose={onClose} />}
    >
      <DoForm label={t('支払済みにする')} onDo={mark}>
        {marking.refusal === null ? null : <ErrorNote face={marking.refusal} />}
        <p>{t('支払先ごとに支払の仕訳を記帳します。月を締めている日付では記帳できません。')}</p>
        <DateField
          label={t('支払った日')}
          isRequired
          autoFocus
          value={paidOn}
          onChange={setPaidOn}
          help={run.method === 'cash' ? t('現金を渡した日です。') : t('銀行の明細にある日付です。')}
        />
        {run.method === 'transfer' ? null : <TakenFields run={run} taken={taken} onChange={setTaken} />}
        {failed === null ? (
          <div>
            <Button kind="quiet" onPress={() => setFailed({})}>
              {t('振り込めなかった支払先がある')}
            </Button>
          </div>
        ) : (
          <FailedList run={run} failed={failed} onChange={setFailed} />
        )}
      </DoForm>
    </Dialog>
  )
}

/** What was really taken for invoices in a foreign currency; the difference to the books is booked as 為替差損益. */
function TakenFields(props: {
  readonly run: RunDetails
  readonly taken: Taken
  readonly onChange: (taken: Taken) => void
}) {
  const foreign = props.run.transferRows.filter(({ isForeign }) => isForeign)
  return foreign.map(({ transferId, vendorName, sent }) => (
    <AmountField
      key={transferId}
      label={t('{name}の実際の引落額', { name: vendorName })}
      value={props.taken[transferId] ?? null}
      onChange={(amount) => props.onChange({ ...props.taken, [transferId]: amount })}
      help={t('外貨の請求書です。帳簿の{amount}円と違うときに入力します。差額は為替差損益になります。', {
        amount: yenInTable(sent),
      })}
    />
  ))
}

function FailedList(props: {
  readonly run: RunDetails
  readonly failed: Failed
  readonly onChange: (failed: Failed) => void
}) {
  const { failed, onChange } = props
  return (
    <ul className="plain-list" aria-label={t('振り込めなかった支払先')}>
      {props.run.transferRows.map((transfer) => {
        const reason = failed[transfer.transferId]
        return (
          <li key={transfer.transferId}>
            <Checkbox
              label={t('{name}　{amount}円', { name: transfer.vendorName, amount: yenInTable(transfer.sent) })}
              value={reason !== undefined}
              onChange={(isFailed) => onChange(withFailed(failed, transfer.transferId, isFailed ? '' : null))}
            />
            {reason === undefined ? null : (
              <TextField
                label={t('振り込めなかった理由')}
                isRequired
                value={reason}
                onChange={(next) => onChange(withFailed(failed, transfer.transferId, next))}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function withFailed(failed: Failed, transferId: string, reason: string | null): Failed {
  const { [transferId]: _, ...others } = failed
  return reason === null ? others : { ...others, [transferId]: reason }
}
