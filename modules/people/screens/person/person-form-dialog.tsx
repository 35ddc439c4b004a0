import { DateField, FieldRow, FormDialog, showToast, TextField, t, useForm } from '@ennoshita/ui'
import { people } from '../../contract.ts'
import type { PersonDetails } from './person-parts.ts'
import { showingPeople } from './person-parts.ts'

/** The registered facts of a person, changed; department and post are changed by a move. */
export function PersonFormDialog(props: { readonly person: PersonDetails; readonly onClose: () => void }) {
  const { person } = props
  const form = useForm(people.changePerson, {
    draftKey: `${person.personId}.${person.version}`,
    initial: {
      personId: person.personId,
      version: person.version,
      familyName: person.familyName,
      givenName: person.givenName,
      familyKana: person.familyKana,
      givenKana: person.givenKana,
      displayName: person.displayName,
      email: person.email,
      phone: person.phone,
      formerFamilyName: person.register?.formerFamilyName ?? '',
      employeeNumber: person.register?.employeeNumber ?? null,
      joinedOn: person.register?.joinedOn ?? null,
    },
    refreshes: showingPeople,
    onDone: () => {
      props.onClose()
      showToast(t('保存しました。'))
    },
  })
  return (
    <FormDialog title={t('登録内容を変える')} form={form} isOpen onClose={props.onClose} width="medium">
      <FieldRow>
        <TextField label={t('姓')} autoFocus {...form.field('familyName')} isRequired />
        <TextField label={t('名')} {...form.field('givenName')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('姓（カナ）')} {...form.field('familyKana')} />
        <TextField label={t('名（カナ）')} {...form.field('givenKana')} />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('表示名')}
          {...form.field('displayName')}
          help={t('社内での呼び方。旧姓で働く人はここを変えます。')}
        />
        <TextField label={t('旧姓')} {...form.field('formerFamilyName')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('社員番号')} {...form.field('employeeNumber')} />
        <DateField label={t('入社日')} {...form.field('joinedOn')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('メール')} type="email" {...form.field('email')} />
        <TextField label={t('電話')} type="tel" {...form.field('phone')} />
      </FieldRow>
    </FormDialog>
  )
}
