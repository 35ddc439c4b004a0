import { useAddressState } from '@ennoshita/ui'
import { useEffect, useRef, useState } from 'react'

const restMilliseconds = 300

/**
 * The text of a filter: `typed` follows every key (and never disturbs an input method), `settled` follows when the hands rest and
 * is kept in the address.
 */
export function useFilterText(name = 'text') {
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
