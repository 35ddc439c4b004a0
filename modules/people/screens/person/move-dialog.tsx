import { addDays } from '@ennoshita/kernel'
import {
  Checkbox,
  ComboBox,
  DateField,
  dateInTable,
  FormDialog,
  Select,
  showToast,
  t,
  todayInTokyo,
  useForm,
} from '@ennoshita/ui'
import { people } from '../../contract.ts'
import { useDepartmentOptions, usePostOptions } from '../options.ts'
import type { PersonDetails } from './person-parts.ts'
import { showingPeople } from './person-parts.ts'

/** 異動: the main department from a day on; may be entered ahead and is shown to everyone only when the day has come. */
export function MoveDialog(props: { readonly person: PersonDetails; readonly onClose: () => void }) {
  const { person } = props
  const form = useForm(people.movePerson, {
    draftKey: person.personId,
    initial: { personId: person.personId, on: todayInTokyo() },
    refreshes: showingPeople,
    onDone: () => {
      props.onClose()
      showToast(t('異動を登録しました。'))
    },
  })
  const on = form.draft.on ?? undefined
  const departments = useDepartmentOptions(on)
  const posts = usePostOptions(on)
  const main = person.placements.find((placement) => placement.main)
  const hasSides = person.placements.some((placement) => !placement.main)
  return (
    <FormDialog title={t('異動を登録')} form={form} isOpen onClose={props.onClose} saveLabel={t('異動を登録')}>
      {main === undefined ? null : (
        <p>{t('いまの本務：{department} {post}', { department: main.departmentPath, post: main.postName ?? '' })}</p>
      )}
      <DateField
        label={t('異動日')}
        autoFocus
        {...form.field('on')}
        help={
          on === undefined || main === undefined
            ? t('この日から新しい部署です。先の日付も登録できます。')
            : t('いまの本務は {date} までです。先の異動は、その日まで登録を担当する人にだけ見えます。', {
                date: dateInTable(addDays(on, -1)),
              })
        }
      />
      <ComboBox label={t('異動先の部署')} options={departments} {...form.field('departmentId')} />
      <Select label={t('役職')} emptyLabel={t('なし')} choices={posts} {...form.field('postId')} />
      {hasSides ? (
        <Checkbox
          label={t('兼務もすべて終える')}
          value={form.draft.endsOthers ?? false}
          onChange={(endsOthers) => form.change({ endsOthers })}
        />
      ) : null}
    </FormDialog>
  )
}
