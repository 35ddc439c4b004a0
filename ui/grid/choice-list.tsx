import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'
import type { Option } from '../fields/match-choices.ts'
import { matchOptions } from '../fields/match-choices.ts'

const mostShown = 8
const rowPixels = 32

/** What a half-written choice may mean, the one that is meant exactly first; nothing while nothing is written. */
export function choicesFor(options: readonly Option[], typed: string | null): readonly Option[] {
  const written = typed?.trim() ?? ''
  if (written === '') return []
  const found = matchOptions(options, written, mostShown)
  const same = options.find(({ value, label, code }) => [value, label, code].includes(written))
  return same === undefined ? found : [same, ...found.filter((option) => option !== same)].slice(0, mostShown)
}

/** The list below the cell in which a choice is being written; the entry at hand is taken by Enter, Tab or a click. */
export function ChoiceList(props: {
  readonly id: string
  readonly label: string
  readonly choices: readonly Option[]
  readonly hand: number
  readonly below: RefObject<HTMLElement | null>
  readonly onTake: (option: Option) => void
}) {
  const { choices, below, id } = props
  const [place, setPlace] = useState<{ top: number; left: number; minWidth: number } | null>(null)
  useLayoutEffect(() => {
    const cell = below.current?.getBoundingClientRect()
    if (cell === undefined) return
    const height = choices.length * rowPixels + 10
    const fitsBelow = cell.bottom + height <= window.innerHeight
    setPlace({ top: fitsBelow ? cell.bottom + 2 : cell.top - height - 2, left: cell.left, minWidth: cell.width })
  }, [below, choices.length])
  return (
    <div
      id={id}
      className="popover grid-choices"
      role="listbox"
      aria-label={props.label}
      style={place ?? {}}
      hidden={place === null}
    >
      {choices.map((option, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the entry at hand
        <div
          key={option.value}
          id={`${id}-${at}`}
          role="option"
          className="menu-entry"
          aria-selected={at === props.hand}
          data-focused={at === props.hand ? '' : undefined}
          onMouseDown={(event) => {
            event.preventDefault()
            props.onTake(option)
          }}
        >
          {option.code === undefined ? null : <span className="menu-code figure">{option.code}</span>}
          <span>{option.label}</span>
          {option.detail === undefined ? null : <span className="menu-detail">{option.detail}</span>}
        </div>
      ))}
    </div>
  )
}
