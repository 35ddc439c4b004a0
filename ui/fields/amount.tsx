import { formatMinutes, formatYen, readAmount, readMinutes } from '@ennoshita/formats'
import { language } from '../words/words.ts'
import type { Writing, WrittenProps } from './written-field.tsx'
import { WrittenField } from './written-field.tsx'

export const amountWriting: Writing<number> = {
  read: readAmount,
  write: (amount) => formatYen(amount, { unit: '' }),
  understood: (amount, text) =>
    text === formatYen(amount, { unit: '' }) ? '' : `${formatYen(amount, { unit: '' })}円`,
  align: 'end',
}

export const minutesWriting: Writing<number> = {
  read: readMinutes,
  write: (minutes) => formatMinutes(minutes, language()),
  understood: (minutes, text) =>
    text === formatMinutes(minutes, language()) ? '' : formatMinutes(minutes, language()),
  align: 'end',
}

/** Whole yen. Takes `１２３４`, `1,234円`, `▲5,000`, `1200*3+500`, `1.5万`. */
export function AmountField(props: WrittenProps<number>) {
  return <WrittenField width="medium" {...props} writing={amountWriting} />
}

/** Whole minutes. Takes `90`, `1時間半`, `1:30`, `25:30`. */
export function MinutesField(props: WrittenProps<number>) {
  return <WrittenField width="medium" {...props} writing={minutesWriting} />
}
