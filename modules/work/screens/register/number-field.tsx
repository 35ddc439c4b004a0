import type { FieldTie } from '@ennoshita/ui'
import { TextField, t } from '@ennoshita/ui'
import { useState } from 'react'

/** A small whole number of months or days, in full or half width. */
export function NumberField(props: FieldTie<number> & { readonly label: string }) {
  const [text, setText] = useState(() => (props.value === null || props.value === undefined ? '' : String(props.value)))
  return (
    <TextField
      label={props.label}
      name={props.name}
      isRequired={props.isRequired}
      error={props.error}
      width="short"
      value={text}
      onChange={(next) => {
        setText(next)
        const plain = next.normalize('NFKC').trim()
        const isNumber = /^\d{1,4}$/.test(plain)
        props.onProblem(plain === '' || isNumber ? null : t('数字を入れてください。'))
        props.onChange(isNumber ? Number(plain) : null)
      }}
    />
  )
}
