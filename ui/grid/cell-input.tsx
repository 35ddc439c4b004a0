import type { ClipboardEvent } from 'react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { Option } from '../fields/match-choices.ts'
import { ChoiceList, choicesFor } from './choice-list.tsx'
import { doGridKey } from './grid-keys.ts'
import { parseTsv, writeTsv } from './paste.ts'
import type { Grid } from './use-grid.ts'

/**
 * The one input of a grid, in the cell at hand. It is always there, its text marked, so that an input method can begin to
 * compose in it at the first key.
 */
export function CellInput(props: {
  readonly grid: Grid
  readonly column: { readonly kind: string; readonly options?: readonly Option[]; readonly isReadOnly?: boolean }
  readonly columnCount: number
  readonly label: string
  readonly describedBy: string
  readonly isInvalid: boolean
  readonly hasFocus: boolean
  readonly canRemove: boolean
  readonly onFocus: (hasFocus: boolean) => void
}) {
  const { grid, column, hasFocus } = props
  const input = useRef<HTMLInputElement>(null)
  const leaves = useRef(false)
  const listId = useId()
  const isResting = grid.typed === null
  const shown = grid.typed ?? grid.textAt(grid.at)
  const choices = column.kind === 'choice' ? choicesFor(column.options ?? [], grid.typed) : []
  const [moved, setMoved] = useState({ of: '', to: 0 })
  const hand = moved.of === grid.typed ? Math.min(moved.to, choices.length - 1) : 0
  const chosen = choices[hand]
  const meant = chosen === undefined ? grid : meaning(grid, chosen.label)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is marked again whenever another one comes to rest
  useLayoutEffect(() => {
    if (!hasFocus || !isResting) return
    input.current?.focus({ preventScroll: false })
    input.current?.select()
  }, [hasFocus, isResting, shown])

  function onCopy(event: ClipboardEvent, cuts: boolean) {
    if (!isResting) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeTsv(grid.copied()))
    if (cuts) grid.clearRange()
  }
  return (
    <>
      <input
        ref={input}
        className="cell-input"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid || undefined}
        value={shown}
        readOnly={column.isReadOnly}
        autoComplete="off"
        {...(column.kind === 'choice'
          ? {
              role: 'combobox',
              'aria-expanded': choices.length > 0,
              'aria-controls': listId,
              'aria-activedescendant': chosen === undefined ? undefined : `${listId}-${hand}`,
            }
          : {})}
        onChange={(event) => grid.type(event.target.value)}
        onDoubleClick={() => grid.type(shown)}
        onFocus={() => props.onFocus(true)}
        onBlur={(event) => {
          const to = event.relatedTarget
          if (to instanceof Node && event.currentTarget.closest('table')?.contains(to) === true) return
          grid.commit()
          leaves.current = false
          props.onFocus(false)
        }}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={(event) => {
          const texts = parseTsv(event.clipboardData.getData('text/plain'))
          if (!isResting && texts.length === 1 && texts[0]?.length === 1) return
          event.preventDefault()
          grid.cancel()
          grid.paste(texts)
        }}
        onKeyDown={(event) => {
          const step = choices.length === 0 || event.nativeEvent.isComposing ? undefined : steps[event.key]
          if (step !== undefined) {
            event.preventDefault()
            event.stopPropagation()
            setMoved({ of: grid.typed ?? '', to: (hand + step + choices.length) % choices.length })
            return
          }
          const about = { columnCount: props.columnCount, isFlag: column.kind === 'flag', canRemove: props.canRemove }
          const isDone = doGridKey(event, meant, { ...about, leaves: leaves.current })
          leaves.current = event.key === 'Escape' && !isDone
          if (!isDone) return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {choices.length === 0 || !hasFocus ? null : (
        <ChoiceList
          id={listId}
          label={props.label}
          choices={choices}
          hand={hand}
          below={input}
          onTake={(option) => grid.commit(option.label)}
        />
      )}
    </>
  )
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** The grid in which what was typed stands for the choice of this label. */
function meaning(grid: Grid, label: string): Grid {
  return {
    ...grid,
    commit: (text = label) => grid.commit(text),
    goTo: (place, marks, text = label) => grid.goTo(place, marks, text),
  }
}
