import type { ReactNode } from 'react'
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { t } from '../words/words.ts'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onPress?: (() => void) | undefined
  /** `main` at most once per screen; `danger` for what cannot be undone; `quiet` inside rows and toolbars. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger'
  readonly type?: 'button' | 'submit'
  readonly isDisabled?: boolean | undefined
  readonly isPending?: boolean | undefined
  /** The key that does the same, shown on the button (`N`, `Ctrl Enter`). */
  readonly keys?: string
  /** What the button is called when its face is only a sign. */
  readonly label?: string
  readonly autoFocus?: boolean
}

/** A button; while pending it stays where it is and says so. */
export function Button({ children, kind = 'plain', keys, label, type = 'button', ...rest }: ButtonProps) {
  const isPending = rest.isPending === true
  const button = (
    <AriaButton
      className={`button button-${kind}`}
      type={isPending ? 'button' : type}
      isDisabled={rest.isDisabled ?? false}
      data-pending={isPending ? '' : undefined}
      autoFocus={rest.autoFocus ?? false}
      {...(rest.onPress === undefined || isPending ? {} : { onPress: rest.onPress })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className="button-face">{isPending ? t('処理しています…') : children}</span>
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </AriaButton>
  )
  if (label === undefined) return button
  return (
    <TooltipTrigger delay={500}>
      {button}
      <Tooltip className="tooltip" offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}

/** A key or a chord as it stands on the keyboard; hidden on a phone and on paper. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {keys.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
