import type { NavigationEntry } from '@ennoshita/ui'
import { isWriting } from '@ennoshita/ui'
import { useEffect, useRef } from 'react'

const pauseMilliseconds = 1200

/** Goes to a place by its two keys, such as `g t`. The second key does nothing else. */
export function useKeySequences(entries: readonly NavigationEntry[], open: (path: string) => void): void {
  const latest = useRef({ entries, open })
  latest.current = { entries, open }
  useEffect(() => {
    let first: { key: string; at: number } | null = null
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      const key = event.key.toLowerCase()
      const isSecond = first !== null && event.timeStamp - first.at < pauseMilliseconds
      const chord = `${first?.key ?? ''} ${key}`
      const place = isSecond ? latest.current.entries.find((entry) => entry.keys === chord) : undefined
      const begins = latest.current.entries.some((entry) => entry.keys?.startsWith(`${key} `))
      first = place === undefined && begins ? { key, at: event.timeStamp } : null
      if (place === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      latest.current.open(place.to)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
