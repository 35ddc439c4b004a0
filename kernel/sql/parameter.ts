/** A value as PostgreSQL reads it from text: lists as array literals, other objects as JSON, bytes as they are. */
export function parameter(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (Buffer.isBuffer(value)) return value
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`
  if (typeof value === 'object') return JSON.stringify(value)
  throw new TypeError(`A ${typeof value} cannot go to the database.`)
}

function element(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`
  const text = parameter(value)
  if (text === null) return 'NULL'
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  const plain = typeof text === 'string' ? text : `\\x${text.toString('hex')}`
  return `"${plain.replace(/["\\]/g, '\\$&')}"`
}
