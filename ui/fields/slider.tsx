import type { FieldFace } from './field.tsx'
import { Field } from './field.tsx'

/** A whole number between two bounds where seeing the effect matters more than the number; ←→ move by one. */
export function Slider(
  props: FieldFace & {
    readonly value: number
    readonly from: number
    readonly to: number
    readonly onChange: (value: number) => void
  },
) {
  return (
    <Field {...props} aside={<output className="figure slider-figure">{props.value}</output>}>
      {(tie) => (
        <input
          {...tie}
          className="slider"
          type="range"
          min={props.from}
          max={props.to}
          value={props.value}
          disabled={props.isDisabled}
          onChange={(event) => props.onChange(event.target.valueAsNumber)}
        />
      )}
    </Field>
  )
}
