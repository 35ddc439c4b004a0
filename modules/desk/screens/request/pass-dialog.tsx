import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import { ComboBox, Dialog, DoFoot, DoForm, send, showToast, TextArea, t, useMany } from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import { requestQueries } from './request-queries.ts'
import type { RequestRow } from './request-words.tsx'

type Rows = readonly Pick<RequestRow, 'requestId' | 'number' | 'title'>[]

/** ほかへ回す: to a department, a person, or both, with a word for whoever takes it. */
export function PassDialog(props: { readonly rows: Rows; readonly onClose: () => void; readonly onDone: () => void }) {
  const { rows } = props
  const many = useMany()
  const departments = useDepartmentOptions()
  const everybody = usePeopleOptions()
  const [departmentId, setDepartmentId] = useState<string | null>(null)
  const [assigneeId, setAssigneeId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const isReady = (departmentId !== null || assigneeId !== null) && reason.trim() !== ''
  const [first] = rows
  async function pass() {
    if (!isReady) return
    const to = {
      ...(departmentId === null ? {} : { departmentId }),
      ...(assigneeId === null ? {} : { assigneeId }),
    }
    const done = await many.each(
      rows,
      ({ requestId }) => send(desk.passRequest, { requestId, reason, ...to }),
      requestQueries,
    )
    if (done.length > 0) showToast(t('{count}件を回しました。', { count: done.length }))
    if (done.length < rows.length) return
    props.onDone()
    props.onClose()
  }
  return (
    <Dialog
      title={t('ほかへ回す')}
      isOpen
      onClose={props.onClose}
      foot={<DoFoot label={t('回す')} isReady={isReady} onDo={pass} onClose={props.onClose} />}
    >
      <DoForm label={t('ほかへ回す')} onDo={pass}>
        {many.face}
        <p className="lead">
          {rows.length === 1 && first ? `${first.number} ${first.title}` : t('選んだ{count}件', { count: rows.length })}
        </p>
        <ComboBox
          label={t('部門')}
          autoFocus
          options={departments}
          value={departmentId}
          onChange={setDepartmentId}
          help={t('人を選ばなければ、その部門で引き受ける人を待ちます。')}
        />
        <ComboBox label={t('人')} options={everybody} value={assigneeId} onChange={setAssigneeId} />
        <TextArea
          label={t('引き継ぐこと')}
          isRequired
          value={reason}
          onChange={setReason}
          help={t('依頼した人にも見えます。')}
        />
      </DoForm>
    </Dialog>
  )
}
