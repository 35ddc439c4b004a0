import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'

export type MenuEntry =
  | {
      readonly label: string
      readonly run: () => void
      readonly isDisabled?: boolean
      readonly isDangerous?: boolean
      readonly isChosen?: boolean
    }
  | 'line'

/** A button that opens a short list of things to do. `label` names it when its face is only a sign. */
export function Menu(props: {
  readonly face: ReactNode
  readonly label?: string
  readonly entries: readonly MenuEntry[]
  readonly kind?: 'plain' | 'quiet'
}) {
  return (
    <MenuTrigger>
      <AriaButton
        className={`button button-${props.kind ?? 'plain'}`}
        {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      >
        {props.face}
      </AriaButton>
      <Popover className="popover" offset={4} placement="bottom end">
        <AriaMenu className="menu" {...(props.label === undefined ? {} : { 'aria-label': props.label })}>
          {props.entries.map((entry, at) =>
            entry === 'line' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name and does not move
              <Separator key={at} className="menu-line" />
            ) : (
              <MenuItem
                key={entry.label}
                className="menu-entry"
                data-dangerous={entry.isDangerous === true ? '' : undefined}
                isDisabled={entry.isDisabled ?? false}
                onAction={entry.run}
              >
                <span className="menu-mark" aria-hidden="true">
                  {entry.isChosen === true ? '✓' : ''}
                </span>
                {entry.label}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
