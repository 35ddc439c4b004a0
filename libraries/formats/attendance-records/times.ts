/** How a file writes times: 8:30 and 25:30; 8.50 hours; 510 minutes; or 8.30 for eight hours thirty (60進). */
export type TimeWriting = 'clock' | 'hours' | 'minutes' | 'hours.minutes'

/** Minutes of a cell; 'blank' for nothing, undefined for what is no time. Hours are rounded half up to the minute. */
export function minutesIn(cell: string, writing: TimeWriting | undefined): number | 'blank' | undefined {
  const text = cell
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/[−–—―▲△]/g, '-')
  if (text === '' || text === '-' || text === '--:--') return 'blank'
  const clock = /^(-?)(?:翌(日)?)?(\d{1,4})(?::|時間?)([0-5]?\d)(?:分|:[0-5]\d)?$/.exec(text)
  if (clock) {
    const nextDay = text.includes('翌') ? 1440 : 0
    const minutes = Number(clock[3]) * 60 + Number(clock[4]) + nextDay
    return clock[1] === '-' && minutes !== 0 ? -minutes : minutes
  }
  const number = /^(-?)(\d{1,6})(?:\.(\d{1,4}))?$/.exec(text)
  if (!number) return undefined
  const [, sign, whole, fraction = ''] = number
  const minutes = minutesOf(Number(whole), fraction, writing)
  return minutes !== undefined && sign === '-' && minutes !== 0 ? -minutes : minutes
}

const minutesOf = (whole: number, fraction: string, writing: TimeWriting | undefined): number | undefined => {
  if (whole === 0 && Number(fraction) === 0) return 0
  if (writing === 'hours') {
    const scale = 10 ** fraction.length
    return Math.floor(((whole * scale + Number(fraction || '0')) * 120 + scale) / (2 * scale))
  }
  if (writing === 'minutes') return fraction === '' || Number(fraction) === 0 ? whole : undefined
  if (writing === 'hours.minutes') {
    const minutes = Number(fraction.padEnd(2, '0'))
    return fraction.length <= 2 && minutes < 60 ? whole * 60 + minutes : undefined
  }
  return undefined
}

/** What the cells of all time columns show: sure where they leave one reading. */
export function timeWritingOf(cells: Iterable<string>): { writing: TimeWriting | undefined; isSure: boolean } {
  let [hasPoint, hasOver60, hasNumber] = [false, false, false]
  for (const cell of cells) {
    const text = cell.normalize('NFKC').trim()
    const match = /^-?\d{1,6}(?:\.(\d{1,4}))?$/.exec(text)
    if (!match || Number(text) === 0) continue
    hasNumber = true
    const fraction = match[1]
    if (fraction === undefined) continue
    hasPoint = true
    if (fraction.length > 2 || Number(fraction.padEnd(2, '0')) >= 60) hasOver60 = true
  }
  if (!hasNumber) return { writing: 'clock', isSure: true }
  return hasPoint ? { writing: 'hours', isSure: hasOver60 } : { writing: undefined, isSure: false }
}
