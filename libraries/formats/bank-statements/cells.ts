import { readDate } from '../amounts-and-dates/dates.ts'
import { yenInCell } from '../amounts-and-dates/yen-in-cell.ts'

const plain = (cell: string): string => cell.normalize('NFKC').trim()

/** The amount of a cell in whole yen; 'blank' for nothing, - or *; undefined when it is none. 1,234円, ▲500, (500), 500-, +500, ¥500. */
export function amountIn(cell: string): number | 'blank' | undefined {
  const text = plain(cell).replace(/[\s"]/g, '')
  if (/^[-*−–—―‐ー]+$/.test(text)) return 'blank'
  const [, before] = /^([\d,.¥\\円]+)[-−]$/.exec(text) ?? []
  const amount = yenInCell(before ?? text)
  return before !== undefined && typeof amount === 'number' && amount !== 0 ? -amount : amount
}

const shortYear = /^(\d{1,2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/
const compact = /^(\d{1,2})(\d{2})(\d{2})$/

type Years = 'reiwa' | 'western' | undefined

const fullYear = (year: number, years: Years): number =>
  (years ?? (year <= 18 ? 'reiwa' : 'western')) === 'reiwa' ? 2018 + year : 2000 + year

/** The date of a cell as banks write it, also in years of the era without the era (08.11.20, 81120); undefined when it is none. */
export function dateIn(cell: string, years: Years, near: string | undefined): string | undefined {
  const text = plain(cell)
    .slice(0, 40)
    .replace(/\s*([年月日])\s*/g, '$1')
  const short = shortYear.exec(text) ?? (/^\d{5,6}$/.test(text) ? compact.exec(text) : null)
  const written = short === null ? text : `${fullYear(Number(short[1]), years)}-${short[2]}-${short[3]}`
  const reading = readDate(written, near === undefined ? {} : { near })
  return reading.ok ? reading.value : undefined
}

/** The date of three columns: the year western, or of the era with or without it (令和8, 8). */
export function dateOfParts(year: string, month: string, day: string, years: Years): string | undefined {
  const [yearText, monthText, dayText] = [year, month, day].map((cell) => plain(cell).replace(/[年月日]$/, ''))
  return dateIn(`${yearText}-${monthText}-${dayText}`, years, undefined)
}

/** Whether 入出金区分 says a deposit or a withdrawal; undefined when it says neither or both. 1 and 2 as in 全銀. */
export function directionIn(cell: string): 'deposit' | 'withdrawal' | undefined {
  const text = plain(cell).toLowerCase()
  if (text === '1' || text === 'in' || text === '+' || text === 'credit') return 'deposit'
  if (text === '2' || text === 'out' || text === '-' || text === 'debit') return 'withdrawal'
  const isOut = /出|払|引|支/.test(text)
  const isIn = /入|預|受/.test(text.replace(/預金/g, ''))
  return isOut === isIn ? undefined : isOut ? 'withdrawal' : 'deposit'
}
