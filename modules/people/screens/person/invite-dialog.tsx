import { kernel } from '@ennoshita/kernel'
import {
  Button,
  Dialog,
  FormDialog,
  showToast,
  TextField,
  ThrownNote,
  t,
  useAsk,
  useForm,
  Waiting,
} from '@ennoshita/ui'
import type { PersonDetails } from './person-parts.ts'
import { showingPeople } from './person-parts.ts'

/** 招待: a link that works for seven days goes to the address. */
export function InviteDialog(props: { readonly person: PersonDetails; readonly onClose: () => void }) {
  const { person } = props
  const form = useForm(kernel.invitePerson, {
    draftKey: person.personId,
    initial: { personId: person.personId, email: person.email },
    refreshes: showingPeople,
    onDone: () => {
      props.onClose()
      showToast(t('招待を送りました。'))
    },
  })
  return (
    <FormDialog title={t('招待を送る')} form={form} isOpen onClose={props.onClose} saveLabel={t('送る')}>
      <p>{t('7日間使えるリンクを送ります。前に送った招待は使えなくなります。')}</p>
      <TextField label={t('メールアドレス')} type="email" autoFocus {...form.field('email')} />
    </FormDialog>
  )
}

/** The link itself, where no mail is set up; that it was shown is in the log. */
export function LinkDialog(props: { readonly invitationId: string; readonly onClose: () => void }) {
  const answer = useAsk(kernel.invitationLinks, { invitationId: props.invitationId })
  const link = answer.data?.link
  return (
    <Dialog
      title={t('招待のリンクを渡す')}
      isOpen
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>{t('閉じる')}</Button>
          <Button
            kind="main"
            isDisabled={link === undefined}
            onPress={() => {
              if (link === undefined) return
              void navigator.clipboard.writeText(link).then(() => showToast(t('リンクをコピーしました。')))
            }}
          >
            {t('リンクをコピー')}
          </Button>
        </>
      }
    >
      <div className="form-fields">
        {answer.error === null ? null : <ThrownNote error={answer.error} />}
        {link === undefined ? (
          answer.error === null ? (
            <Waiting />
          ) : null
        ) : (
          <TextField label={t('リンク')} value={link} isReadOnly onChange={() => undefined} />
        )}
        <p>{t('本人にだけ渡してください。リンクを見たことは記録に残ります。')}</p>
      </div>
    </Dialog>
  )
}
