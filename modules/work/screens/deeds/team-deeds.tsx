import type { AnswerOf } from '@ennoshita/kernel'
import { people } from '@ennoshita/people'
import {
  Button,
  EmptyState,
  FormDialog,
  instantInTable,
  showToast,
  TextField,
  ThrownNote,
  t,
  useAsk,
  useForm,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import { deedQueries } from './deed-queries.ts'

type TeamDeed = AnswerOf<typeof work.deedsOfTeam>['rows'][number]

/** What colleagues chose to show; thanks can be attached to it. */
export function TeamDeeds() {
  const answer = useAsk(work.deedsOfTeam, { limit: 100 })
  const me = useAsk(people.myProfile, {})
  const [thanking, setThanking] = useState<TeamDeed | null>(null)
  if (answer.error !== null) return <ThrownNote error={answer.error} />
  if (answer.data === undefined) return <Waiting />
  if (answer.data.rows.length === 0)
    return (
      <EmptyState title={t('見せてくれた人はまだいません')}>
        {t('「これもやった」は、本人が見せると決めたものだけがここに並びます。')}
      </EmptyState>
    )
  return (
    <div className="sheet">
      <ul className="plain-list talk">
        {answer.data.rows.map((deed) => (
          <li key={deed.deedId} className="talk-line">
            <div>
              <p className="talk-who">
                {deed.doer.name} <time>{instantInTable(deed.occurredAt)}</time>
                {deed.forPerson === null && deed.forWhom === ''
                  ? ''
                  : t('　{name}のために', { name: deed.forPerson?.name ?? deed.forWhom })}
              </p>
              <p className="written">{deed.text}</p>
            </div>
            {deed.doer.personId === me.data?.personId ? null : (
              <Button onPress={() => setThanking(deed)}>{t('ありがとうを添える')}</Button>
            )}
          </li>
        ))}
      </ul>
      {thanking === null ? null : <ThanksDialog deed={thanking} onClose={() => setThanking(null)} />}
    </div>
  )
}

function ThanksDialog({ deed, onClose }: { readonly deed: TeamDeed; readonly onClose: () => void }) {
  const form = useForm(work.attachThanks, {
    draftKey: deed.deedId,
    initial: { about: { type: 'deed', id: deed.deedId } },
    refreshes: deedQueries,
    onDone: () => {
      onClose()
      showToast(t('{name}さんに届けました。', { name: deed.doer.name }))
    },
  })
  return (
    <FormDialog title={t('ありがとうを添える')} form={form} isOpen onClose={onClose} saveLabel={t('届ける')}>
      <p className="lead">{t('{name}さん「{text}」', { name: deed.doer.name, text: deed.text })}</p>
      <TextField
        label={t('ことば')}
        autoFocus
        placeholder={t('例：助かりました')}
        help={t('届いたことは本人だけにわかります。数えたり、並べたりはしません。')}
        {...form.field('text')}
      />
    </FormDialog>
  )
}
