import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { PaperPages } from './paper-pages.tsx'
import type { PaperFault } from './paper-source.ts'
import { paperFaults } from './paper-source.ts'
import type { PageSize, PaperMark } from './place-on-page.ts'
import { turned } from './place-on-page.ts'

const none: readonly PageSize[] = []

/** A photograph or scan: one page, whose units are its pixels. */
export function PicturePage(props: {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
  readonly marks: readonly PaperMark[]
  readonly activeMark: string | null
  readonly save: ReactNode
  readonly onFault: (fault: PaperFault) => void
}) {
  const { bytes, mediaType, onFault } = props
  const [picture, setPicture] = useState<{ readonly address: string; readonly size: PageSize } | null>(null)
  const tell = useRef(onFault)
  tell.current = onFault
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }))
    const image = new Image()
    let isLeft = false
    image.onload = () => {
      if (!isLeft) setPicture({ address, size: { width: image.naturalWidth, height: image.naturalHeight } })
    }
    image.onerror = () => {
      if (!isLeft) tell.current(paperFaults.broken)
    }
    image.src = address
    return () => {
      isLeft = true
      URL.revokeObjectURL(address)
    }
  }, [bytes, mediaType])
  return (
    <PaperPages
      {...props}
      pages={picture === null ? none : [picture.size]}
      pixelsOfUnit={1}
      face={({ width, turn, label }) => {
        if (picture === null) return null
        const scale = width / turned(picture.size, turn).width
        const style = {
          width: picture.size.width * scale,
          height: picture.size.height * scale,
          transform: `translate(-50%, -50%) rotate(${turn * 90}deg)`,
        }
        return <img className="viewer-picture" src={picture.address} alt={label} style={style} />
      }}
    />
  )
}
