/** A decimal as a whole number of its smallest units: `1,234.5` with two places is 123450. Undefined where it is no such number. */
export function readUnits(text: string, places: number): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  if (plain === '') return 0
  const [, whole, part = ''] = /^(\d{1,11})(?:\.(\d*))?$/.exec(plain) ?? []
  if (whole === undefined || part.length > places) return undefined
  return Number(`${whole}${part.padEnd(places, '0')}`)
}

/** The decimal of so many smallest units, without zeros that say nothing after the second place. */
export function writeUnits(units: number, places: number): string {
  const digits = String(units).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const part = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '')
  return part === '' ? whole : `${whole}.${part}`
}
