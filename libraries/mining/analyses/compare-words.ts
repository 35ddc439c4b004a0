import { durationText } from '../map/map-words.ts'
import type { Compared } from './compare.ts'

export type Comparison = Omit<Compared, 'words'>

const significant = 0.05

/** A comparison in a sentence or two; what chance alone may do is never called a difference. */
export function inWords(comparison: Comparison, language: 'ja' | 'en'): string {
  const { first, second, refused, difference, test } = comparison
  if (refused || !difference || !test) return refusals[language][refused ?? 'few-cases'](first.n, second.n)
  const time = (seconds: number | undefined) => durationText(Math.max(0, seconds ?? 0), language)
  const change = `${difference.seconds < 0 ? '−' : '+'}${durationText(Math.abs(difference.seconds), language)}`
  const p = test.p < 0.001 ? 'p < 0.001' : `p = ${test.p.toFixed(3)}`
  const isTold = test.p < significant
  if (language === 'ja') {
    const medians = `中央値は${first.name}が${time(first.medianSeconds)}（${first.n}件）、${second.name}が${time(second.medianSeconds)}（${second.n}件）。`
    return `${medians}${isTold ? `差は${change}（${p}）。` : `差${change}は偶然の範囲を出ません（${p}）。`}`
  }
  const medians = `Median: ${first.name} ${time(first.medianSeconds)} (n = ${first.n}), ${second.name} ${time(second.medianSeconds)} (n = ${second.n}). `
  return `${medians}${isTold ? `Difference ${change} (${p}).` : `The difference of ${change} may be chance (${p}).`}`
}

const refusals = {
  ja: {
    'few-cases': (first: number, second: number) =>
      `少件数のため比べません（${first}件と${second}件。それぞれ5件以上必要です）。`,
    'few-people': () => '5人に満たない集団では個人の数字が読み取れるため、比べません。',
  },
  en: {
    'few-cases': (first: number, second: number) =>
      `Too few cases to compare (${first} and ${second}; five each are needed).`,
    'few-people': () => 'Not compared: in a group of fewer than five people, figures of one person could be read.',
  },
}
