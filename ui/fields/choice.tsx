import { useId } from 'react'
import { t } from '../words/words.ts'
import type { FieldFace } from './field.tsx'
import { Field, RequiredMark } from './field.tsx'

export type Choice<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  readonly isDisabled?: boolean
}

type ChoiceProps<Value extends string> = FieldFace & {
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null | undefined
}

/** One of up to about a dozen choices; more than that is a `ComboBox`. An optional one can be emptied. */
export function Select<Value extends string>(
  props: ChoiceProps<Value> & {
    readonly onChange: (value: Value | null) => void
    /** What the empty choice says (`すべて` in a filter). */
    readonly emptyLabel?: string
  },
) {
  const chosen = props.value ?? ''
  const offersEmpty = props.emptyLabel !== undefined || props.isRequired !== true || chosen === ''
  return (
    <Field {...props}>
      {(tie) => (
        <span className="select">
          <select
            {...tie}
            className="control control-select"
            name={props.name}
            value={chosen}
            disabled={props.isDisabled === true || props.isReadOnly === true}
            onChange={(event) => {
              const next = props.choices.find((choice) => choice.value === event.target.value)
              props.onChange(next?.value ?? null)
            }}
          >
            {offersEmpty ? <option value="">{props.emptyLabel ?? t('選んでください')}</option> : null}
            {props.choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.isDisabled}>
                {choice.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  )
}

/** Yes or no. */
export function Checkbox(props: {
  readonly label: string
  readonly value: boolean | null | undefined
  readonly onChange: (value: boolean) => void
  readonly name?: string
  readonly help?: string
  readonly isDisabled?: boolean
  readonly error?: string | undefined
}) {
  const id = useId()
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          name={props.name}
          checked={props.value ?? false}
          disabled={props.isDisabled}
          aria-describedby={props.help === undefined && props.error === undefined ? undefined : id}
          aria-invalid={props.error === undefined ? undefined : true}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        {props.label}
      </label>
      {props.help === undefined && props.error === undefined ? null : (
        <p id={id} className={props.error === undefined ? 'field-help' : 'field-error'}>
          {props.error ?? props.help}
        </p>
      )}
    </div>
  )
}

/** One of two to five choices that should all be seen at once. */
export function RadioGroup<Value extends string>(
  props: ChoiceProps<Value> & { readonly onChange: (value: Value) => void },
) {
  const id = useId()
  return (
    <fieldset className="field radio-group" aria-describedby={props.error === undefined ? undefined : id}>
      <legend className="field-label">
        {props.label}
        {props.isRequired === true ? <RequiredMark /> : null}
      </legend>
      <div className="radio-row">
        {props.choices.map((choice) => (
          <label key={choice.value} className="check">
            <input
              type="radio"
              name={`${id}-choice`}
              checked={props.value === choice.value}
              disabled={choice.isDisabled === true || props.isDisabled === true}
              onChange={() => props.onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {props.error === undefined ? null : (
        <p id={id} className="field-error">
          {props.error}
        </p>
      )}
      {props.help === undefined ? null : <p className="field-help">{props.help}</p>}
    </fieldset>
  )
}
