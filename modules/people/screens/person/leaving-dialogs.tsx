import {
  ConfirmDialog,
  DateField,
  ErrorNote,
  FormDialog,
  showToast,
  t,
  todayInTokyo,
  useForm,
  useSend,
} from '@ennoshita/ui'
import { people } from '../../contract.ts'
import type { PersonDetails } from './person-parts.ts'
import { showingPeople } from './person-parts.ts'

type AboutPerson = { readonly person: PersonDetails; readonly onClose: () => void }

/** 退職: the last day; assignments and signing in end with it. */
export function LeavingDialog({ person, onClose }: AboutPerson) {
  const form = useForm(people.recordLeaving, {
    draftKey: `${person.personId}.${person.version}`,
    initial: { personId: person.personId, version: person.version, leftOn: todayInTokyo() },
    refreshes: showingPeople,
    onDone: ({ endedAssignments, cancelledAssignments }) => {
      onClose()
      showToast(
        t('退職を登録しました（終えた所属{ended}件、取り消した予定{cancelled}件）。', {
          ended: endedAssignments,
          cancelled: cancelledAssignments,
        }),
      )
    },
  })
  return (
    <FormDialog title={t('退職を登録する')} form={form} isOpen onClose={onClose} saveLabel={t('退職を登録')}>
      <p>
        {t('{name}さんの所属とサインインは、退職日で終わります。担当している仕事は残るので、先に引き継いでください。', {
          name: person.displayName,
        })}
      </p>
      <DateField label={t('退職日（最後の在籍日）')} autoFocus {...form.field('leftOn')} />
    </FormDialog>
  )
}

/** Takes back a leaving that was entered by mistake or does not come. */
export function RestoreDialog({ person, onClose }: AboutPerson) {
  const restore = useSend(people.restorePerson, {
    refreshes: showingPeople,
    onDone: ({ reopenedAssignments }) => {
      onClose()
      showToast(t('退職を取り消しました（所属{count}件を戻しました）。', { count: reopenedAssignments }))
    },
  })
  return (
    <ConfirmDialog
      title={t('退職を取り消しますか')}
      isOpen
      onClose={onClose}
      confirmLabel={t('退職を取り消す')}
      isPending={restore.isPending}
      onConfirm={() => void restore.send({ personId: person.personId, version: person.version })}
    >
      {restore.refusal === null ? null : <ErrorNote face={restore.refusal} />}
      <p>{t('退職とともに終わった所属を、元のとおりに戻します。')}</p>
    </ConfirmDialog>
  )
}

/** Empties name, contact and dates of someone who has left; the log keeps an id without a name. */
export function EraseDialog({ person, onClose }: AboutPerson) {
  const erase = useSend(people.eraseName, {
    refreshes: showingPeople,
    onDone: () => {
      onClose()
      showToast(t('個人情報を消しました。'))
    },
  })
  return (
    <ConfirmDialog
      title={t('{name}さんの個人情報を消しますか', { name: person.displayName })}
      isOpen
      onClose={onClose}
      confirmLabel={t('元に戻せないことを承知で消す')}
      isDangerous
      isPending={erase.isPending}
      onConfirm={() => void erase.send({ personId: person.personId, version: person.version })}
    >
      {erase.refusal === null ? null : <ErrorNote face={erase.refusal} />}
      <p>{t('氏名・カナ・旧姓・メール・電話・社員番号を消します。元には戻せません。')}</p>
      <p>{t('この人がした仕事の記録は残りますが、「名前を消した人」と表示されます。')}</p>
      <p>{t('労働者名簿や賃金台帳など、法令で保存する期間が過ぎているかを先に確かめてください。')}</p>
    </ConfirmDialog>
  )
}
