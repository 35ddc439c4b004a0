import type { ReactNode } from 'react'

/** Takes files that are dropped anywhere on what it holds; a button beside it does the same by keyboard. */
export function DropZone(props: {
  readonly isActive: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}) {
  if (!props.isActive) return props.children
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only takes what is dropped; a button does the same by keyboard
    <div
      style={{ display: 'contents' }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const files = [...event.dataTransfer.files]
        if (files.length > 0) props.onFiles(files)
      }}
    >
      {props.children}
    </div>
  )
}
