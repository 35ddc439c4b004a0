import { milliseconds } from '../clock/clock.ts'
import { Refusal } from '../command/refusal.ts'

/** Counts acts by key within a window; the process remembers, nothing is stored. */
export type Limiter = {
  /** Counts one act; refuses when the window is full. */
  take(key: string): void
  /** Refuses when the window is full, without counting. */
  check(key: string): void
  forget(key: string): void
}

/** At most `most` acts per key within `windowMs`. Holds at most 10,000 keys: the oldest windows go first. */
export function openLimiter(most: number, windowMs: number): Limiter {
  const windows = new Map<string, { until: number; used: number }>()
  const windowOf = (key: string) => {
    const now = milliseconds()
    const known = windows.get(key)
    if (known && known.until > now) return known
    const fresh = { until: now + windowMs, used: 0 }
    windows.delete(key)
    windows.set(key, fresh)
    const [oldest] = windows.keys()
    if (windows.size > 10_000 && oldest !== undefined) windows.delete(oldest)
    return fresh
  }
  const refuseWhenFull = (used: number, until: number) => {
    if (used >= most) throw new Refusal(tooMany(Math.max(1, Math.ceil((until - milliseconds()) / 1000))))
  }
  return {
    take(key) {
      const window = windowOf(key)
      refuseWhenFull(window.used, window.until)
      window.used += 1
    },
    check(key) {
      const window = windowOf(key)
      refuseWhenFull(window.used, window.until)
    },
    forget: (key) => void windows.delete(key),
  }
}

function tooMany(waitSeconds: number) {
  return {
    kind: 'too-many',
    code: 'kernel.too-many',
    what: { ja: '短い時間に回数が多すぎます。', en: 'Too many requests in a short time.' },
    todo: {
      ja: `${waitSeconds}秒ほど待って、もう一度お試しください。`,
      en: `Wait about ${waitSeconds} seconds and try again.`,
    },
  } as const
}
