import { createHmac, timingSafeEqual } from 'node:crypto'
import { milliseconds } from '../clock/clock.ts'

/** A person of the sample company, chosen without a password on the machine where the program runs. */
export type SampleSeat = { readonly companyId: string; readonly personId: string }

const lastsMs = 12 * 3_600_000
const shape = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.(\d{1,15})\.([\w-]{43})$/

/** The seat as a cookie's value, signed, good for twelve hours. */
export function sealSeat(seat: SampleSeat, secret: string): string {
  const text = `${seat.companyId}.${seat.personId}.${milliseconds() + lastsMs}`
  return `${text}.${signatureOf(text, secret).toString('base64url')}`
}

/** The seat in a cookie's value, unless it is forged or over. */
export function seatOf(value: string | undefined, secret: string): SampleSeat | undefined {
  const [, companyId, personId, until, signature] = shape.exec(value ?? '') ?? []
  if (!companyId || !personId || !signature || Number(until) < milliseconds()) return undefined
  const given = Buffer.from(signature, 'base64url')
  const right = signatureOf(`${companyId}.${personId}.${until}`, secret)
  return given.length === right.length && timingSafeEqual(given, right) ? { companyId, personId } : undefined
}

function signatureOf(text: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`sample seat ${text}`).digest()
}
