import type { InputOf } from '@ennoshita/kernel'
import { useDepartmentOptions } from '@ennoshita/people/options'
import type { Draft, FormState } from '@ennoshita/ui'
import { AmountField, ComboBox, FieldRow, FormDialog, showToast, TextArea, TextField, t, useForm } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import type { Template } from '../ask/template-words.ts'
import { KindField } from '../kind-field.tsx'
import { completed, written } from './field-drafts.ts'
import { FieldsEditor } from './fields-editor.tsx'

type Content = Draft<InputOf<typeof desk.addTemplate>>
type ContentForm = FormState & { readonly draft: Content; readonly change: (some: Content) => void }

/** 依頼の種類を足す. */
export function AddTemplateDialog(props: { readonly position: number; readonly onClose: () => void }) {
  const form = useForm(desk.addTemplate, {
    initial: { fields: [], usualDays: 3, position: props.position },
    refreshes: [desk.templates],
    onDone: () => {
      showToast(t('依頼の種類を足しました。'))
      props.onClose()
    },
  })
  return <TemplateForm title={t('依頼の種類を足す')} form={form} onClose={props.onClose} />
}

/** 依頼の種類を直す: requests that were written before keep what was filled in. */
export function ChangeTemplateDialog(props: { readonly template: Template; readonly onClose: () => void }) {
  const { slug: _, isRetired: __, ...content } = props.template
  const form = useForm(desk.changeTemplate, {
    draftKey: `${content.templateId}.${content.version}`,
    initial: content,
    refreshes: [desk.templates],
    onDone: () => {
      showToast(t('依頼の種類を直しました。'))
      props.onClose()
    },
  })
  return <TemplateForm title={t('依頼の種類を直す')} form={form} onClose={props.onClose} />
}

function TemplateForm(props: { readonly title: string; readonly form: ContentForm; readonly onClose: () => void }) {
  const { form } = props
  const { draft, errors, change } = form
  const departments = useDepartmentOptions()
  async function submit() {
    change({
      fields: completed(written(draft.fields)),
      ...((draft.nameEn ?? '').trim() === '' ? { nameEn: draft.name ?? '' } : {}),
    })
    return form.submit()
  }
  return (
    <FormDialog title={props.title} form={{ ...form, submit }} isOpen onClose={props.onClose} width="medium">
      <FieldRow>
        <TextField
          label={t('名前')}
          isRequired
          autoFocus
          value={draft.name}
          onChange={(name) => change({ name })}
          error={errors.name}
        />
        <TextField
          label={t('英語の名前')}
          value={draft.nameEn}
          onChange={(nameEn) => change({ nameEn })}
          error={errors.nameEn}
        />
      </FieldRow>
      <TextArea
        label={t('書く人への一言')}
        rows={2}
        value={draft.guide}
        onChange={(guide) => change({ guide })}
        error={errors.guide}
      />
      <FieldRow>
        <ComboBox
          label={t('答える部門')}
          options={departments}
          value={draft.departmentId}
          onChange={(departmentId) => change({ departmentId })}
          error={errors.departmentId}
          help={t('空なら、受付にいる人に届きます。')}
        />
        <AmountField
          label={t('ふだん何営業日で答えるか')}
          value={draft.usualDays}
          onChange={(usualDays) => change({ usualDays })}
          error={errors.usualDays}
        />
        <AmountField
          label={t('並び順')}
          value={draft.position}
          onChange={(position) => change({ position })}
          error={errors.position}
        />
      </FieldRow>
      <KindField value={draft.kindId} onChange={(kindId) => change({ kindId })} error={errors.kindId} />
      <FieldsEditor fields={written(draft.fields)} onChange={(fields) => change({ fields })} errors={errors} />
    </FormDialog>
  )
}
