import { AmountField, DateField, RadioGroup, Select, TextArea, TextField, t } from '@ennoshita/ui'
import type { TemplateField } from '../../contract.ts'
import { fieldLabelOf } from './template-words.ts'

type Value = string | number | boolean
const yesNo = ['yes', 'no'] as const

/** One field of a kind of request, with the control that fits what it takes. */
export function TemplateFieldControl(props: {
  readonly field: TemplateField
  readonly value: Value | undefined
  readonly onChange: (value: Value | null) => void
  readonly error: string | undefined
}) {
  const { field, value, onChange } = props
  const face = { label: fieldLabelOf(field), isRequired: field.required, error: props.error }
  const text = typeof value === 'string' ? value : ''
  if (field.takes === 'text') return <TextArea {...face} value={text} onChange={onChange} />
  if (field.takes === 'number')
    return <AmountField {...face} value={typeof value === 'number' ? value : null} onChange={onChange} />
  if (field.takes === 'date') return <DateField {...face} value={text === '' ? null : text} onChange={onChange} />
  if (field.takes === 'choice')
    return (
      <Select
        {...face}
        choices={field.choices.map((choice) => ({ value: choice, label: choice }))}
        value={text === '' ? null : text}
        onChange={onChange}
      />
    )
  if (field.takes === 'yes-no')
    return (
      <RadioGroup
        {...face}
        choices={yesNo.map((word) => ({ value: word, label: word === 'yes' ? t('はい') : t('いいえ') }))}
        value={value === undefined ? null : value === true ? 'yes' : 'no'}
        onChange={(word) => onChange(word === 'yes')}
      />
    )
  return <TextField {...face} value={text} onChange={onChange} />
}
