import type { ReactNode } from 'react'
import { useState } from 'react'

/** The part of a screen onto which files may be dropped. */
export function DropPlace(props: {
  readonly isActive: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}) {
  const [isOver, setOver] = useState(false)
  if (!props.isActive) return props.children
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button above takes files by keyboard
    <div
      className="drop-place"
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        props.onFiles([...event.dataTransfer.files])
      }}
    >
      {props.children}
    </div>
  )
}
