import { useAddressState } from '@ennoshita/ui'
import { useEffect, useRef, useState } from 'react'

const pauseMilliseconds = 300

/** A filter that the server applies: follows every key on the screen, and reaches the address when the hands rest. */
export function useFilterText(name = 'text') {
  const [asked, askFor] = useAddressState(name, '')
  const [written, setWritten] = useState(asked)
  const send = useRef(askFor)
  send.current = askFor
  useEffect(() => {
    if (written === asked) return
    const timer = setTimeout(() => send.current(written), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [written, asked])
  return { written, setWritten, asked }
}
