import type { Option } from '@ennoshita/ui'
import { Button, ComboBox, t } from '@ennoshita/ui'
import { useRef } from 'react'

/** Several of many: each choice is added to the list below and can be taken out again. */
export function PickMany(props: {
  readonly label: string
  readonly options: readonly Option[]
  readonly values: readonly string[]
  readonly onChange: (values: string[]) => void
  readonly help?: string
  readonly error?: string | undefined
}) {
  const { options, values } = props
  const hasChosen = useRef(false)
  const chosen = values.map((value) => options.find((option) => option.value === value) ?? { value, label: '…' })
  return (
    <div className="field">
      <ComboBox
        key={values.length}
        label={props.label}
        options={options.filter((option) => !values.includes(option.value))}
        value={null}
        autoFocus={hasChosen.current}
        onChange={(value) => {
          if (value === null) return
          hasChosen.current = true // the field begins anew, and one goes on writing in it
          props.onChange([...values, value])
        }}
        error={props.error}
        {...(props.help === undefined ? {} : { help: props.help })}
      />
      {chosen.length === 0 ? null : (
        <ul className="plain-list picked" aria-label={t('選んだもの')}>
          {chosen.map((option) => (
            <li key={option.value}>
              {option.label}
              <Button
                kind="quiet"
                label={t('{name}を外す', { name: option.label })}
                onPress={() => {
                  hasChosen.current = false
                  props.onChange(values.filter((value) => value !== option.value))
                }}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
