import type { ReactNode } from 'react'
import { useId } from 'react'
import { t } from '../words/words.ts'

/** What every control takes besides its value. `form.field('name')` gives most of it. */
export type FieldFace = {
  readonly label: string
  readonly name?: string
  readonly help?: ReactNode
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly isDisabled?: boolean
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly placeholder?: string
  /** Where the label is seen elsewhere (a filter, a cell of a table): it is then only read out. */
  readonly hidesLabel?: boolean
  /** How wide the control is: characters of its usual content; without it the whole column. */
  readonly width?: 'short' | 'medium' | 'full'
}

/** The attributes a control inside a field carries. */
export type ControlTie = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
  readonly 'aria-required': boolean | undefined
}

/** Label, 必須 mark, control, help and error of one field, tied together for screen readers. */
export function Field(
  props: FieldFace & { readonly aside?: ReactNode; readonly children: (tie: ControlTie) => ReactNode },
) {
  const id = useId()
  const { error, help } = props
  const described = [error === undefined ? '' : `${id}-error`, help === undefined ? '' : `${id}-help`]
  const tie: ControlTie = {
    id,
    'aria-describedby': described.filter((part) => part !== '').join(' ') || undefined,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-required': props.isRequired === true ? true : undefined,
  }
  return (
    <div className="field" data-width={props.width ?? 'full'} data-invalid={error === undefined ? undefined : ''}>
      <label className={props.hidesLabel === true ? 'only-read-out' : 'field-label'} htmlFor={id}>
        {props.label}
        {props.isRequired === true && props.hidesLabel !== true ? <RequiredMark /> : null}
      </label>
      <div className="field-row">
        {props.children(tie)}
        {props.aside}
      </div>
      {error === undefined ? null : (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {help === undefined ? null : (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  )
}

/** 必須, in words and in a frame. */
export function RequiredMark() {
  return <span className="required">{t('必須')}</span>
}
