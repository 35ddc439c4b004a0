import type { LocalDate } from '@ennoshita/kernel'
import {
  ComboBox,
  DateField,
  FieldRow,
  FormDialog,
  RadioGroup,
  Select,
  showToast,
  TextField,
  t,
  useForm,
  useOpen,
} from '@ennoshita/ui'
import { people } from '../../contract.ts'
import { useDepartmentOptions, usePostOptions } from '../options.ts'

/** 人を登録: one person with the first department and post. */
export function AddPersonDialog(props: {
  readonly on: LocalDate
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const open = useOpen()
  const form = useForm(people.addPerson, {
    initial: { role: 'employee' },
    refreshes: [people.peopleList, people.departments, people.organisationChart],
    onDone: ({ personId }) => {
      props.onClose()
      showToast(t('登録しました。'))
      open(`/people/${personId}`)
    },
  })
  const departments = useDepartmentOptions(props.on)
  const posts = usePostOptions(props.on)
  const assignment = form.draft.assignment
  const fault = form.errors.assignment ?? form.errors['assignment.departmentId']
  return (
    <FormDialog title={t('人を登録')} form={form} isOpen={props.isOpen} onClose={props.onClose} width="medium">
      <FieldRow>
        <TextField label={t('姓')} autoFocus {...form.field('familyName')} />
        <TextField label={t('名')} {...form.field('givenName')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('姓（カナ）')} {...form.field('familyKana')} help={t('ひらがなでも構いません。')} />
        <TextField label={t('名（カナ）')} {...form.field('givenKana')} />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('社員番号')}
          {...form.field('employeeNumber')}
          help={t('001 のような番号はそのまま残ります。')}
        />
        <DateField label={t('入社日')} {...form.field('joinedOn')} />
      </FieldRow>
      <FieldRow>
        <ComboBox
          label={t('部署')}
          options={departments}
          value={assignment?.departmentId}
          error={fault}
          onChange={(departmentId) =>
            form.change({
              assignment: departmentId === null ? undefined : { ...assignment, departmentId },
            })
          }
        />
        <Select
          label={t('役職')}
          choices={posts}
          emptyLabel={t('なし')}
          value={assignment?.postId}
          isDisabled={assignment === undefined || assignment === null}
          onChange={(postId) => {
            if (assignment !== undefined && assignment !== null) form.change({ assignment: { ...assignment, postId } })
          }}
        />
      </FieldRow>
      <FieldRow>
        <TextField label={t('メール')} type="email" {...form.field('email')} />
        <TextField label={t('電話')} type="tel" {...form.field('phone')} />
      </FieldRow>
      <TextField label={t('旧姓')} width="medium" {...form.field('formerFamilyName')} />
      <RadioGroup
        label={t('立場')}
        choices={[
          { value: 'employee', label: t('社員') },
          { value: 'outsider', label: t('社外の協力者') },
        ]}
        {...form.field('role')}
        help={t('担当・社長などの役割は、登録したあとで人の画面から付けます。')}
      />
    </FormDialog>
  )
}
