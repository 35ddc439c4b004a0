import { FormDialog, showToast, TextArea, TextField, t, useForm } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import { requestQueries } from './request-queries.ts'
import type { RequestDetails } from './request-words.tsx'

/** よくある質問に載せる: in words made for everybody, with nothing personal of the one who asked. */
export function ShareDialog({ request, onClose }: { readonly request: RequestDetails; readonly onClose: () => void }) {
  const answer = request.thread.findLast((post) => post.kind === 'answer')?.text ?? ''
  const form = useForm(desk.shareAnswer, {
    draftKey: request.requestId,
    initial: {
      requestId: request.requestId,
      question: request.sharedAnswer?.question ?? request.title,
      answer: request.sharedAnswer?.answer ?? answer,
    },
    refreshes: requestQueries,
    onDone: () => {
      showToast(t('よくある質問に載せました。'))
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('よくある質問に載せる')}
      form={form}
      isOpen
      onClose={onClose}
      saveLabel={t('載せる')}
      width="medium"
    >
      <p className="note">
        {t('全員が読めるようになります。名前・金額・事情など、依頼した人のことがわかる言葉は消してください。')}
      </p>
      <TextField label={t('質問')} autoFocus {...form.field('question')} />
      <TextArea label={t('答え')} rows={7} {...form.field('answer')} />
    </FormDialog>
  )
}
