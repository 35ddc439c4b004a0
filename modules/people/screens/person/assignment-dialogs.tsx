import { ComboBox, DateField, FormDialog, Select, showToast, t, todayInTokyo, useForm } from '@ennoshita/ui'
import { people } from '../../contract.ts'
import { useDepartmentOptions, usePostOptions } from '../options.ts'
import type { PersonDetails, Placement } from './person-parts.ts'
import { showingPeople } from './person-parts.ts'

/** 兼務: a second department beside the main one. */
export function AddSideDialog(props: { readonly person: PersonDetails; readonly onClose: () => void }) {
  const form = useForm(people.assignPerson, {
    draftKey: props.person.personId,
    initial: { personId: props.person.personId, fromOn: todayInTokyo(), main: false },
    refreshes: showingPeople,
    onDone: () => {
      props.onClose()
      showToast(t('兼務を加えました。'))
    },
  })
  const fromOn = form.draft.fromOn ?? undefined
  const departments = useDepartmentOptions(fromOn)
  const posts = usePostOptions(fromOn)
  return (
    <FormDialog title={t('兼務を加える')} form={form} isOpen onClose={props.onClose}>
      <ComboBox label={t('部署')} options={departments} autoFocus {...form.field('departmentId')} />
      <Select label={t('役職')} emptyLabel={t('なし')} choices={posts} {...form.field('postId')} />
      <DateField label={t('開始日')} {...form.field('fromOn')} />
      <DateField label={t('最終日')} {...form.field('untilOn')} help={t('決まっていなければ空欄のままにします。')} />
    </FormDialog>
  )
}

/** The last day of an assignment. */
export function EndAssignmentDialog(props: { readonly placement: Placement; readonly onClose: () => void }) {
  const { placement } = props
  const form = useForm(people.endAssignment, {
    draftKey: placement.assignmentId,
    initial: { assignmentId: placement.assignmentId, untilOn: todayInTokyo() },
    refreshes: showingPeople,
    onDone: () => {
      props.onClose()
      showToast(t('所属を終えました。'))
    },
  })
  return (
    <FormDialog title={t('所属を終える')} form={form} isOpen onClose={props.onClose}>
      <p>{placement.departmentPath}</p>
      <DateField label={t('最終日')} autoFocus {...form.field('untilOn')} help={t('この日までこの部署にいます。')} />
    </FormDialog>
  )
}
