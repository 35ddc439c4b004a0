import { ComboBox, t } from '@ennoshita/ui'
import { useKindOptions } from './options.ts'

/** Chooses a kind of work (業務) by part of its name. */
export function KindField(props: {
  readonly value: string | null | undefined
  readonly onChange: (kindId: string | null) => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}) {
  const { options, setText } = useKindOptions(props.value)
  return (
    <ComboBox
      label={t('業務')}
      help={t('業務棚卸表にある業務の名前を、一部でも書くと選べます。')}
      options={options}
      onText={setText}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
      autoFocus={props.autoFocus ?? false}
    />
  )
}
