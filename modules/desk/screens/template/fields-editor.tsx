import { Button, Checkbox, FieldRow, Select, Sheet, TextField, t } from '@ennoshita/ui'
import type { TemplateField } from '../../contract.ts'
import { freshKey, moved, readChoices } from './field-drafts.ts'

const takes = ['line', 'text', 'number', 'date', 'choice', 'yes-no'] as const
const mostFields = 20

function takesWord(kind: TemplateField['takes']): string {
  const words = {
    line: t('一行'),
    text: t('文章'),
    number: t('数字'),
    date: t('日付'),
    choice: t('選ぶ'),
    'yes-no': t('はい・いいえ'),
  }
  return words[kind]
}

/** The fields that a kind of request asks for, in their order. */
export function FieldsEditor(props: {
  readonly fields: readonly TemplateField[]
  readonly onChange: (fields: TemplateField[]) => void
  readonly errors: Readonly<Record<string, string>>
}) {
  const { fields, onChange } = props
  const change = (at: number, some: Partial<TemplateField>) =>
    onChange(fields.map((field, place) => (place === at ? { ...field, ...some } : field)))
  function add() {
    onChange([
      ...fields,
      { key: freshKey(fields), label: '', labelEn: '', takes: 'line', required: false, choices: [] },
    ])
  }
  return (
    <>
      {fields.map((field, at) => (
        <Sheet
          key={field.key}
          title={t('項目 {number}', { number: at + 1 })}
          actions={
            <>
              <Button
                kind="quiet"
                label={t('上へ')}
                isDisabled={at === 0}
                onPress={() => onChange(moved(fields, at, -1))}
              >
                ↑
              </Button>
              <Button
                kind="quiet"
                label={t('下へ')}
                isDisabled={at === fields.length - 1}
                onPress={() => onChange(moved(fields, at, 1))}
              >
                ↓
              </Button>
              <Button kind="quiet" onPress={() => onChange(fields.filter((_, place) => place !== at))}>
                {t('外す')}
              </Button>
            </>
          }
        >
          <FieldEditor
            field={field}
            onChange={(some) => change(at, some)}
            error={(name) => props.errors[`fields.${at}.${name}`]}
          />
        </Sheet>
      ))}
      {props.errors.fields === undefined ? null : <p className="field-error">{props.errors.fields}</p>}
      <Button isDisabled={fields.length >= mostFields} onPress={add}>
        {t('項目を足す')}
      </Button>
    </>
  )
}

function FieldEditor(props: {
  readonly field: TemplateField
  readonly onChange: (some: Partial<TemplateField>) => void
  readonly error: (name: string) => string | undefined
}) {
  const { field, onChange, error } = props
  return (
    <div className="form-fields">
      <FieldRow>
        <TextField
          label={t('項目名')}
          isRequired
          value={field.label}
          onChange={(label) => onChange({ label })}
          error={error('label')}
        />
        <TextField label={t('英語の項目名')} value={field.labelEn} onChange={(labelEn) => onChange({ labelEn })} />
        <Select
          label={t('書き方')}
          isRequired
          choices={takes.map((value) => ({ value, label: takesWord(value) }))}
          value={field.takes}
          onChange={(next) => onChange({ takes: next ?? 'line' })}
        />
      </FieldRow>
      {field.takes === 'choice' ? (
        <TextField
          label={t('選択肢')}
          isRequired
          value={field.choices.join('、')}
          onChange={(text) => onChange({ choices: readChoices(text) })}
          help={t('「、」で区切ります。')}
          error={error('choices')}
        />
      ) : null}
      <Checkbox label={t('必ず書いてもらう')} value={field.required} onChange={(required) => onChange({ required })} />
    </div>
  )
}
