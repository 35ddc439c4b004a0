import type { FieldFace } from './field.tsx'
import { Field } from './field.tsx'

type TextProps = FieldFace & {
  readonly value: string | null | undefined
  readonly onChange: (value: string) => void
}

/** One line of text. */
export function TextField(
  props: TextProps & { readonly type?: 'text' | 'email' | 'password' | 'tel' | 'url'; readonly autoComplete?: string },
) {
  return (
    <Field {...props}>
      {(tie) => (
        <input
          {...tie}
          className="control"
          type={props.type ?? 'text'}
          name={props.name}
          value={props.value ?? ''}
          placeholder={props.placeholder}
          readOnly={props.isReadOnly}
          disabled={props.isDisabled}
          autoComplete={props.autoComplete ?? 'off'}
          // biome-ignore lint/a11y/noAutofocus: the first field of a dialog that the person has just opened
          autoFocus={props.autoFocus}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Text of several lines; grows with what is written. */
export function TextArea(props: TextProps & { readonly rows?: number }) {
  return (
    <Field {...props}>
      {(tie) => (
        <textarea
          {...tie}
          className="control control-lines"
          name={props.name}
          rows={props.rows ?? 3}
          value={props.value ?? ''}
          placeholder={props.placeholder}
          readOnly={props.isReadOnly}
          disabled={props.isDisabled}
          // biome-ignore lint/a11y/noAutofocus: the first field of a dialog that the person has just opened
          autoFocus={props.autoFocus}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** The field of the filter bar; `/` puts the cursor here, ↓ goes on to the rows, Esc empties it. */
export function FilterField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <Field label={props.label} hidesLabel>
      {(tie) => (
        <input
          {...tie}
          className="control"
          type="search"
          data-filter=""
          value={props.value}
          placeholder={props.label}
          autoComplete="off"
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              event.currentTarget.closest('main')?.querySelector<HTMLElement>('tr.data-row[tabindex="0"]')?.focus()
            }
            if (event.key !== 'Escape') return
            if (props.value === '') event.currentTarget.blur()
            props.onChange('')
          }}
        />
      )}
    </Field>
  )
}
