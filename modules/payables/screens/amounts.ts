import { formatYen } from '@ennoshita/formats'

/** Yen as it stands in a table: `1,234`, negative as `▲1,234`. */
export const yenInTable = (amount: number): string => formatYen(amount, { unit: '' })
