import { milliseconds } from '../clock/clock.ts'

const pool = new Uint8Array(4096)
let used = pool.length

/** Sixteen random bytes; fetched for 256 ids at a time. */
function randomBytes(): Uint8Array {
  if (used >= pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

let lastMillisecond = 0
let sequence = 0

/** A new id: UUID version 7 (RFC 9562), rising within this process so that rows lie in the order they were made. */
export function newId(): string {
  const bytes = randomBytes()
  const now = milliseconds()
  if (now > lastMillisecond) {
    lastMillisecond = now
    sequence = ((bytes[6] ?? 0) & 0x07) * 256 + (bytes[7] ?? 0)
  } else {
    sequence += 1
    if (sequence > 0xfff) {
      lastMillisecond += 1
      sequence = 0
    }
  }
  const time = lastMillisecond.toString(16).padStart(12, '0')
  const random = [...bytes.subarray(8)].map((byte) => byte.toString(16).padStart(2, '0'))
  const variant = (((bytes[8] ?? 0) & 0x3f) | 0x80).toString(16)
  const counter = sequence.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${random[1]}-${random.slice(2).join('')}`
}
