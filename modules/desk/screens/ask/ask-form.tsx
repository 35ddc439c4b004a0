import { usePeopleOptions } from '@ennoshita/people/options'
import {
  Button,
  ComboBox,
  DateField,
  FormFrame,
  Sheet,
  says,
  showToast,
  TextArea,
  TextField,
  t,
  useForm,
} from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import type { FieldFault } from '../../rules/template-fields.ts'
import { templateFaults } from '../../rules/template-fields.ts'
import { requestQueries } from '../request/request-queries.ts'
import { TemplateFieldControl } from './template-field.tsx'
import type { Template } from './template-words.ts'
import { proposedTitle, templateNameOf } from './template-words.ts'

const nobodyAsks: FieldFault = {
  key: 'forPersonId',
  ja: 'だれの依頼かを選んでください。',
  en: 'Please choose whose request it is.',
}

/** The form of one kind of request: what it asks for, a word of one's own, and the wanted date. */
export function AskForm(props: {
  readonly template: Template
  /** What was searched for just before: the title is proposed from it. */
  readonly sought: string
  readonly isForAnother: boolean
  readonly onBack: () => void
  readonly onSent: () => void
}) {
  const { template } = props
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const form = useForm(desk.submitRequest, {
    draftKey: props.isForAnother ? `${template.templateId}.phone` : template.templateId,
    initial: { templateId: template.templateId, values: {}, ...(props.sought === '' ? {} : { title: props.sought }) },
    refreshes: requestQueries,
    onDone: () => {
      showToast(t('依頼を出しました。回答予定日が決まると、ここに出ます。'))
      props.onSent()
    },
  })
  const values = form.draft.values ?? {}
  const title = proposedTitle(templateNameOf(template), template.fields, values)
  async function submit() {
    const found = [
      ...(props.isForAnother && !form.draft.forPersonId ? [nobodyAsks] : []),
      ...templateFaults(template.fields, values),
    ]
    setFaults(found)
    if (found.length > 0) return undefined
    if ((form.draft.title ?? '').trim() === '' && title !== '') form.change({ title })
    return form.submit()
  }
  function change(key: string, value: string | number | boolean | null) {
    const { [key]: _, ...others } = values
    form.change({ values: value === null || value === '' ? others : { ...others, [key]: value } })
    setFaults(faults.filter((fault) => fault.key !== key))
  }
  const errors = { ...form.errors, ...Object.fromEntries(faults.map((fault) => [`values.${fault.key}`, says(fault)])) }
  return (
    <Sheet
      title={templateNameOf(template)}
      actions={
        <Button kind="quiet" onPress={props.onBack}>
          {t('種類を選び直す')}
        </Button>
      }
    >
      <FormFrame
        form={{ ...form, submit, errors }}
        label={templateNameOf(template)}
        foot={
          <Button kind="main" keys="Ctrl Enter" isPending={form.isPending} onPress={() => void submit()}>
            {t('送る')}
          </Button>
        }
      >
        <p className="lead">
          {template.guide === '' ? null : <>{template.guide}　</>}
          {template.usualDays === 0
            ? t('ふだんはその日のうちに回答します。')
            : t('ふだんは{days}営業日以内に回答します。', { days: template.usualDays })}
        </p>
        {props.isForAnother ? <ForPerson tie={form.field('forPersonId')} error={errors['values.forPersonId']} /> : null}
        {template.fields.map((field) => (
          <TemplateFieldControl
            key={field.key}
            field={field}
            value={values[field.key]}
            onChange={(value) => change(field.key, value)}
            error={errors[`values.${field.key}`]}
          />
        ))}
        <TextField
          {...form.field('title')}
          label={t('件名')}
          isRequired={title === ''}
          placeholder={title}
          {...(title === '' ? { help: t('一言で。例：在職証明書を11月中に') } : {})}
        />
        <TextArea label={t('くわしく')} rows={3} {...form.field('body')} />
        <DateField label={t('いつまでに')} {...form.field('wantedOn')} />
      </FormFrame>
    </Sheet>
  )
}

function ForPerson(props: {
  readonly tie: {
    readonly value: string | null | undefined
    readonly onChange: (personId: string | null) => void
    readonly error: string | undefined
  }
  readonly error: string | undefined
}) {
  const everybody = usePeopleOptions()
  return (
    <ComboBox
      label={t('だれの依頼ですか')}
      isRequired
      autoFocus
      options={everybody}
      value={props.tie.value}
      onChange={props.tie.onChange}
      error={props.tie.error ?? props.error}
      help={t('電話や口頭で受けた依頼を、その方の依頼として残します。')}
    />
  )
}
