import type { RefusalFace } from '@ennoshita/kernel'
import {
  Dialog,
  DoFoot,
  DoForm,
  ErrorNote,
  faceOf,
  RadioGroup,
  showToast,
  TextArea,
  t,
  useAsk,
  useRefresh,
} from '@ennoshita/ui'
import { useState } from 'react'
import { approvals } from '../contract.ts'
import { returnMatter } from './call-command.ts'
import type { WaitingRow } from './words-of-matters.tsx'
import { matterQueries } from './words-of-matters.tsx'

/** 差戻し: what is to be changed, to the applicant or to a step before. */
export function ReturnDialog(props: {
  readonly matter: Pick<WaitingRow, 'matterId' | 'title' | 'commands' | 'onBehalfOf'> & {
    readonly step: { readonly number: number } | null
  }
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { matter } = props
  const returnTo = useAsk(approvals.matterDetails, { matterId: matter.matterId }).data?.may.returnTo ?? []
  const refresh = useRefresh()
  const [comment, setComment] = useState('')
  const [to, setTo] = useState('applicant')
  const [isMissing, setMissing] = useState(false)
  const [isPending, setPending] = useState(false)
  const [face, setFace] = useState<RefusalFace | null>(null)
  async function sendBack() {
    if (isPending) return
    if (comment.trim() === '') return setMissing(true)
    setPending(true)
    try {
      await returnMatter(matter, comment, to === 'applicant' ? 'applicant' : Number(to))
      showToast(t('差し戻しました。'))
      props.onDone()
    } catch (error) {
      setFace(faceOf(error))
    } finally {
      setPending(false)
      await refresh(matterQueries)
    }
  }
  return (
    <Dialog
      title={t('差し戻す')}
      isOpen
      onClose={props.onClose}
      foot={<DoFoot label={t('差し戻す')} isReady={!isPending} onDo={sendBack} onClose={props.onClose} />}
    >
      <DoForm label={t('差し戻す')} onDo={sendBack}>
        {face === null ? null : <ErrorNote face={face} />}
        <p className="lead">{matter.title}</p>
        {returnTo.length === 0 ? null : (
          <RadioGroup
            label={t('どこへ')}
            choices={[
              { value: 'applicant', label: t('申請した人') },
              ...returnTo.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` })),
            ]}
            value={to}
            onChange={setTo}
          />
        )}
        <TextArea
          label={t('直してほしいこと')}
          isRequired
          autoFocus
          rows={4}
          value={comment}
          onChange={(next) => {
            setComment(next)
            setMissing(false)
          }}
          help={t('読んだ人が、次に何をすればよいかわかるように書きます。')}
          {...(isMissing ? { error: t('直してほしいことを書いてください。') } : {})}
        />
      </DoForm>
    </Dialog>
  )
}
