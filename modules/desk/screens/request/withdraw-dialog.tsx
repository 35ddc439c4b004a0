import { Dialog, DoFoot, DoForm, ErrorNote, showToast, TextField, t, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import { requestQueries } from './request-queries.ts'
import type { RequestRow } from './request-words.tsx'

/** 取り下げる: before the answer; a word why, if one likes. */
export function WithdrawDialog(props: {
  readonly request: Pick<RequestRow, 'requestId' | 'number' | 'title'>
  readonly onClose: () => void
}) {
  const { requestId, number, title } = props.request
  const [reason, setReason] = useState('')
  const withdrawing = useSend(desk.withdrawRequest, {
    refreshes: requestQueries,
    onDone: () => {
      showToast(t('{number} を取り下げました。', { number }))
      props.onClose()
    },
  })
  async function withdraw() {
    await withdrawing.send({ requestId, reason })
  }
  return (
    <Dialog
      title={t('依頼を取り下げる')}
      isOpen
      onClose={props.onClose}
      foot={<DoFoot label={t('取り下げる')} isReady onDo={withdraw} onClose={props.onClose} />}
    >
      <DoForm label={t('依頼を取り下げる')} onDo={withdraw}>
        {withdrawing.refusal === null ? null : <ErrorNote face={withdrawing.refusal} />}
        <p className="lead">
          {number} {title}
        </p>
        <TextField
          label={t('一言')}
          autoFocus
          value={reason}
          onChange={setReason}
          help={t('書かなくても取り下げられます。また頼みたくなったら、新しくお出しください。')}
        />
      </DoForm>
    </Dialog>
  )
}
