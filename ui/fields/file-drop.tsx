import type { ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import { Button } from '../controls/button.tsx'

/**
 * Takes one file: dropped, chosen, or cells pasted from a spreadsheet (`onText`). Say in `children` which files are understood.
 */
export function FileDrop(props: {
  readonly label: string
  readonly chooseLabel: string
  /** As in an input of type file: `.xlsx,.csv`. */
  readonly accept: string
  readonly children: ReactNode
  readonly onFile: (file: File) => void
  readonly onText?: (text: string) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const id = useId()
  const take = (file: File | undefined | null) => {
    if (file !== undefined && file !== null) props.onFile(file)
  }
  return (
    <section
      className="drop"
      aria-label={props.label}
      aria-describedby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: cells are pasted here by keyboard
      tabIndex={0}
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files.item(0))
      }}
      onPaste={(event) => {
        const file = event.clipboardData.files.item(0)
        const text = event.clipboardData.getData('text/plain')
        if (text !== '' && props.onText !== undefined) props.onText(text)
        else take(file)
        event.preventDefault()
      }}
    >
      <p className="drop-title">{props.label}</p>
      <div className="drop-words" id={id}>
        {props.children}
      </div>
      <Button kind="main" onPress={() => input.current?.click()}>
        {props.chooseLabel}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        onChange={(event) => {
          take(event.target.files?.item(0))
          event.target.value = ''
        }}
      />
    </section>
  )
}
