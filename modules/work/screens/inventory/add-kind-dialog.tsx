import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import {
  ComboBox,
  FieldRow,
  FormDialog,
  MinutesField,
  Select,
  showToast,
  TextArea,
  TextField,
  t,
  useForm,
} from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { DueRuleField } from '../due-rule-field.tsx'
import { timingChoices } from '../kind-words.ts'

/** 業務を追加: the name is enough; the rest may follow. */
export function AddKindDialog(props: {
  readonly onClose: () => void
  readonly major: string
  readonly middle: string
}) {
  const everyone = usePeopleOptions()
  const departments = useDepartmentOptions()
  const form = useForm(work.addKind, {
    initial: { major: props.major, middle: props.middle },
    refreshes: [work.inventoryRows],
    onDone: () => {
      props.onClose()
      showToast(t('業務を追加しました。'))
    },
  })
  return (
    <FormDialog title={t('業務を追加')} form={form} isOpen onClose={props.onClose} width="medium">
      <TextField label={t('業務名')} autoFocus {...form.field('name')} />
      <FieldRow>
        <TextField label={t('大分類')} {...form.field('major')} />
        <TextField label={t('中分類')} {...form.field('middle')} />
      </FieldRow>
      <FieldRow>
        <ComboBox label={t('部門')} options={departments} {...form.field('departmentId')} />
        <ComboBox label={t('主担当')} options={everyone} {...form.field('mainId')} />
        <ComboBox
          label={t('副担当')}
          options={everyone}
          value={form.draft.deputyIds?.[0] ?? null}
          onChange={(deputyId) => form.change({ deputyIds: deputyId === null ? [] : [deputyId] })}
        />
      </FieldRow>
      <DueRuleField label={t('期日の決まり')} {...form.field('dueRule')} />
      <FieldRow>
        <Select label={t('時期')} choices={timingChoices()} {...form.field('timing')} />
        <MinutesField label={t('1件の時間')} {...form.field('usualMinutes')} />
      </FieldRow>
      <TextArea label={t('備考')} {...form.field('notes')} />
    </FormDialog>
  )
}
