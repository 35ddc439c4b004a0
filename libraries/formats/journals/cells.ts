import { readDate } from '../amounts-and-dates/dates.ts'

const mostRemembered = 5_000

export type DateReading = { date: string } | { date: undefined; message: string; messageEn: string }

/** Reads dates, each text once: a year of journals has few. */
export function dateReader(): (cell: string) => DateReading {
  const known = new Map<string, DateReading>()
  return (cell) => {
    const remembered = known.get(cell)
    if (remembered !== undefined) return remembered
    const reading = readDate(cell)
    const answer: DateReading = reading.ok
      ? { date: reading.value }
      : { date: undefined, message: reading.message, messageEn: reading.messageEn }
    if (known.size < mostRemembered) known.set(cell, answer)
    return answer
  }
}

const notClosing = new Set(['', '0', 'no', 'false', '×', '通常', '通常仕訳', '日常仕訳', 'いいえ'])
const closingTexts: Record<string, 'interim' | 'final'> = {
  ...{ '1': 'final', yes: 'final', true: 'final', '○': 'final', はい: 'final', 本決: 'final', 年決: 'final' },
  ...{
    決算: 'final',
    決算整理: 'final',
    決算整理仕訳: 'final',
    決算仕訳: 'final',
    中決: 'interim',
    中間決算: 'interim',
  },
}

/** 決算整理仕訳 or not; undefined for what says neither. */
export function closingIn(cell: string): '' | 'interim' | 'final' | undefined {
  if (cell === '') return ''
  const text = cell.normalize('NFKC').trim().toLowerCase()
  return notClosing.has(text) ? '' : closingTexts[text]
}
