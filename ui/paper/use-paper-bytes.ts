import type { RefusalFace } from '@ennoshita/kernel'
import { useEffect, useState } from 'react'
import { askBytes, faceOf } from '../talk/client.ts'
import type { PaperSource } from './paper-source.ts'

type PaperBytes =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly face: RefusalFace; readonly again: () => void }
  | { readonly state: 'here'; readonly bytes: Uint8Array; readonly key: number }

let lastKey = 0

/** The bytes of a paper; asked for anew when its address changes, and given up when the screen is left. */
export function usePaperBytes(source: PaperSource): PaperBytes {
  const [times, setTimes] = useState(0)
  const [paper, setPaper] = useState<PaperBytes>({ state: 'waiting' })
  const address = 'address' in source ? source.address : null
  const file = 'file' in source ? source.file : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks again
  useEffect(() => {
    const leave = new AbortController()
    setPaper({ state: 'waiting' })
    const reading = file === null ? askBytes(address ?? '', leave.signal) : file.arrayBuffer()
    reading.then(
      (bytes) => {
        lastKey += 1
        if (!leave.signal.aborted) setPaper({ state: 'here', bytes: new Uint8Array(bytes), key: lastKey })
      },
      (cause: unknown) => {
        if (leave.signal.aborted) return
        setPaper({ state: 'failed', face: faceOf(cause), again: () => setTimes((before) => before + 1) })
      },
    )
    return () => leave.abort()
  }, [address, file, times])
  return paper
}
