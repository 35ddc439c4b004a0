import { Dialog, DoFoot, DoForm, ErrorNote, showToast, t, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import { KindField } from '../kind-field.tsx'
import { requestQueries } from './request-queries.ts'
import type { RequestDetails } from './request-words.tsx'

/** 業務に結ぶ: says to which kind of work a request belongs, so that its flow and its time can be seen there. */
export function LinkDialog(props: { readonly request: RequestDetails; readonly onClose: () => void }) {
  const [kindId, setKindId] = useState(props.request.kindId)
  const linking = useSend(desk.linkRequest, {
    refreshes: requestQueries,
    onDone: () => {
      showToast(kindId === null ? t('業務から外しました。') : t('業務に結びました。'))
      props.onClose()
    },
  })
  async function link() {
    await linking.send({ requestId: props.request.requestId, kindId })
  }
  return (
    <Dialog
      title={t('業務に結ぶ')}
      isOpen
      onClose={props.onClose}
      foot={<DoFoot label={t('保存')} isReady={kindId !== props.request.kindId} onDo={link} onClose={props.onClose} />}
    >
      <DoForm label={t('業務に結ぶ')} onDo={link}>
        {linking.refusal === null ? null : <ErrorNote face={linking.refusal} />}
        <KindField value={kindId} onChange={setKindId} autoFocus />
      </DoForm>
    </Dialog>
  )
}
