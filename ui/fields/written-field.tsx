import type { Reading } from '@ennoshita/formats'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { language } from '../words/words.ts'
import type { FieldFace } from './field.tsx'
import { Field } from './field.tsx'

/** What a field of written values (date, amount, minutes) takes. Null is an empty field. */
export type WrittenProps<Value> = FieldFace & {
  readonly value: Value | null | undefined
  readonly onChange: (value: Value | null) => void
  /** Told the sentence while the text cannot be read, and null when it can; `form.field` brings it. */
  readonly onProblem?: (sentence: string | null) => void
}

/** How a kind of value is read from what people write, and written back. */
export type Writing<Value> = {
  readonly read: (text: string) => Reading<Value>
  readonly write: (value: Value) => string
  /** What was understood, shown beside the field; empty when there is nothing to add. */
  readonly understood: (value: Value, text: string) => string
  /** The value one step up or down, for the arrow keys. */
  readonly step?: (value: Value | null, by: 1 | -1) => Value
  readonly align?: 'end'
  readonly inputMode?: 'text' | 'decimal' | 'numeric'
}

/**
 * A field that takes what people write and shows what it understood. Never touches the text while an input method is
 * composing; rewrites it in the house's form only when the field is left. What cannot be read is said in a sentence.
 */
export function WrittenField<Value>(
  props: WrittenProps<Value> & { readonly writing: Writing<Value>; readonly button?: ReactNode },
) {
  const { writing, value } = props
  const [text, setText] = useState<string | null>(null)
  const [sentence, setSentence] = useState<string | null>(null)
  const [wasLeft, setWasLeft] = useState(false)
  const onProblem = useRef(props.onProblem)
  onProblem.current = props.onProblem
  useEffect(() => () => onProblem.current?.(null), [])

  function understand(written: string) {
    const reading = written.trim() === '' ? null : writing.read(written)
    const problem = reading === null || reading.ok ? null : language() === 'en' ? reading.messageEn : reading.message
    setSentence(problem)
    onProblem.current?.(problem)
    props.onChange(reading?.ok === true ? reading.value : null)
  }
  function leave() {
    setWasLeft(sentence !== null)
    if (sentence === null) setText(null)
  }
  function step(event: KeyboardEvent, by: 1 | -1) {
    if (writing.step === undefined || event.nativeEvent.isComposing || sentence !== null) return
    event.preventDefault()
    setText(null)
    props.onChange(writing.step(value ?? null, by))
  }
  const shown = text ?? (value === null || value === undefined ? '' : writing.write(value))
  const understood = value === null || value === undefined ? '' : writing.understood(value, shown)
  return (
    <Field
      {...props}
      error={
        sentence === null || props.error !== undefined ? (sentence ?? props.error) : wasLeft ? sentence : undefined
      }
      aside={
        <>
          {props.button}
          <output className="understood" data-empty={understood === '' ? '' : undefined}>
            {understood}
          </output>
        </>
      }
    >
      {(tie) => (
        <input
          {...tie}
          className="control"
          data-align={writing.align}
          type="text"
          inputMode={writing.inputMode ?? 'text'}
          autoComplete="off"
          name={props.name}
          value={shown}
          placeholder={props.placeholder}
          readOnly={props.isReadOnly}
          disabled={props.isDisabled}
          // biome-ignore lint/a11y/noAutofocus: the first field of a dialog that the person has just opened
          autoFocus={props.autoFocus}
          onChange={(event) => {
            setText(event.target.value)
            if (!isComposing(event.nativeEvent)) understand(event.target.value)
          }}
          onCompositionEnd={(event) => understand(event.currentTarget.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'ArrowUp') step(event, 1)
            if (event.key === 'ArrowDown') step(event, -1)
          }}
        />
      )}
    </Field>
  )
}

/** True while an input method (IME) is still composing the text of this event. */
export function isComposing(event: Event): boolean {
  return 'isComposing' in event && event.isComposing === true
}
