import { readAmount } from './amounts.ts'

/** Whole yen of a cell: 1234, 1,234, -1,234, ▲500, (500), ¥500, 1234.00; 'blank' for nothing, undefined for what is no amount. */
export function yenInCell(cell: string): number | 'blank' | undefined {
  if (/^-?\d{1,15}$/.test(cell)) return Number(cell) + 0
  const text = cell.normalize('NFKC').replace(/[\s¥\\円]/g, '')
  if (text === '') return 'blank'
  if (text.length > 40 || !/^[-+▲△▼▽−–—―‐ー(]?[\d,.]+\)?$/.test(text)) return undefined
  const reading = readAmount(text.replace(/\.0+(?=\)?$)/, '').replace(/^\+/, ''))
  return reading.ok ? reading.value + 0 : undefined
}
