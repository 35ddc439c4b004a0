import type { FieldTie } from '@ennoshita/ui'
import { TextField, t } from '@ennoshita/ui'

/** A small whole number by which things stand in order; full-width digits are understood. */
export function PlaceField(props: FieldTie<number> & { readonly label: string }) {
  const { onChange, onProblem } = props
  return (
    <TextField
      label={props.label}
      name={props.name}
      width="short"
      error={props.error}
      value={props.value === null || props.value === undefined ? '' : String(props.value)}
      help={t('小さい数が先に並びます。空欄は0です。')}
      onChange={(text) => {
        const digits = text.normalize('NFKC').trim()
        const isWhole = /^\d{0,4}$/.test(digits)
        onProblem(isWhole ? null : t('0から9999までの数を入力してください。'))
        if (isWhole) onChange(digits === '' ? null : Number(digits))
      }}
    />
  )
}
