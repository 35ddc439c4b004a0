/** What was read from text as people write it, or a sentence that says what is wrong and what to do. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; message: string; messageEn: string }

/** Thrown by the parse functions where the read functions return a sentence. */
export class UnreadableTextError extends Error {
  readonly messageEn: string

  constructor(message: string, messageEn: string) {
    super(message)
    this.name = 'UnreadableTextError'
    this.messageEn = messageEn
  }
}

/** The value of a reading; throws UnreadableTextError where it failed. */
export function valueRead<Value>(reading: Reading<Value>): Value {
  if (!reading.ok) throw new UnreadableTextError(reading.message, reading.messageEn)
  return reading.value
}
