import { DateField, Dialog, DoFoot, DoForm, send, showToast, TextField, t, useMany } from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import { requestQueries } from './request-queries.ts'
import type { RequestRow } from './request-words.tsx'

type Rows = readonly Pick<RequestRow, 'requestId' | 'number' | 'title' | 'promisedOn' | 'wantedOn'>[]

/** 回答予定日: promises a date for one or many requests; a changed one carries its reason. */
export function PromiseDialog(props: {
  readonly rows: Rows
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { rows } = props
  const many = useMany()
  const [first] = rows
  const [promisedOn, setPromisedOn] = useState<string | null>(
    rows.length === 1 ? (first?.promisedOn ?? first?.wantedOn ?? null) : null,
  )
  const [reason, setReason] = useState('')
  const isChange = rows.some((row) => row.promisedOn !== null && row.promisedOn !== promisedOn)
  const isReady = promisedOn !== null && !(isChange && reason.trim() === '')
  async function promise() {
    if (promisedOn === null || !isReady) return
    const done = await many.each(
      rows,
      ({ requestId }) => send(desk.promiseDate, { requestId, promisedOn, reason }),
      requestQueries,
    )
    if (done.length > 0) showToast(t('回答予定日をお知らせしました。'))
    if (done.length < rows.length) return
    props.onDone()
    props.onClose()
  }
  return (
    <Dialog
      title={t('回答予定日を決める')}
      isOpen
      onClose={props.onClose}
      foot={<DoFoot label={t('約束する')} isReady={isReady} onDo={promise} onClose={props.onClose} />}
    >
      <DoForm label={t('回答予定日を決める')} onDo={promise}>
        {many.face}
        <p className="lead">
          {rows.length === 1 && first ? `${first.number} ${first.title}` : t('選んだ{count}件', { count: rows.length })}
        </p>
        <DateField label={t('回答予定日')} isRequired autoFocus value={promisedOn} onChange={setPromisedOn} />
        {isChange ? (
          <TextField
            label={t('変える理由')}
            isRequired
            value={reason}
            onChange={setReason}
            help={t('お待ちの方に、そのまま伝わります。')}
          />
        ) : null}
      </DoForm>
    </Dialog>
  )
}
