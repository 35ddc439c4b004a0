import { useEffect, useRef, useState } from 'react'
import { useAddressState } from '../controls/link.tsx'

const restMilliseconds = 300

/** A text to search for: `typed` follows every key and disturbs no input method, `settled` follows when the hands rest and stands in the address. */
export function useSettledText(name = 'text') {
  const [settled, settle] = useAddressState(name, '')
  const [typed, setTyped] = useState(settled)
  const latest = useRef(settle)
  latest.current = settle
  useEffect(() => {
    if (typed === settled) return
    const timer = setTimeout(() => latest.current(typed), restMilliseconds)
    return () => clearTimeout(timer)
  }, [typed, settled])
  return { typed, setTyped, settled }
}
