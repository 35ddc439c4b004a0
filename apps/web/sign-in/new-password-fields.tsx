import { TextField, t } from '@ennoshita/ui'
import { useState } from 'react'

/** A new password, written twice. */
export function useNewPassword() {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  return {
    password,
    again,
    setPassword,
    setAgain,
    isSame: again === password,
    clear: () => {
      setPassword('')
      setAgain('')
    },
  }
}

/** The two fields of a new password. */
export function NewPasswordFields(props: {
  readonly label: string
  readonly labelAgain: string
  readonly written: ReturnType<typeof useNewPassword>
  /** On the sheet before the shell: as wide as it, and the first thing one writes. */
  readonly isAtDoor?: boolean
}) {
  const { written, isAtDoor = false } = props
  return (
    <>
      <TextField
        label={props.label}
        type="password"
        autoComplete="new-password"
        {...(isAtDoor ? { autoFocus: true } : { width: 'medium' })}
        isRequired
        value={written.password}
        onChange={written.setPassword}
        help={t('10文字以上にしてください。文を1つ思い浮かべると、長くて覚えやすくなります。')}
      />
      <TextField
        label={props.labelAgain}
        type="password"
        autoComplete="new-password"
        {...(isAtDoor ? {} : { width: 'medium' })}
        isRequired
        value={written.again}
        onChange={written.setAgain}
        error={written.again !== '' && !written.isSame ? t('上のパスワードと違います。') : undefined}
      />
    </>
  )
}
