import { durationText } from '../map/map-words.ts'
import type { SimulatedMedian } from './what-if.ts'

/** What the simulation found. */
export interface Outcome {
  isAdvice: boolean
  refused?: 'no-times' | 'few-cases' | 'no-work-times' | 'too-many-cases' | 'not-calibrated'
  /** Cases that ended in the last three months. */
  cases: number
  observedSeconds?: number
  now?: SimulatedMedian
  changed?: SimulatedMedian
}

/** The outcome in a sentence or two: the advice with its spread, or why there is none and what would help. */
export function whatIfWords(
  { refused, cases, observedSeconds = 0, now, changed }: Outcome,
  language: 'ja' | 'en',
): string {
  const time = (seconds: number | undefined) => durationText(seconds ?? 0, language)
  if (refused)
    return refusals[language][refused]({ cases, observed: time(observedSeconds), simulated: time(now?.medianSeconds) })
  const [from, to] = [time(now?.medianSeconds), time(changed?.medianSeconds)]
  const spread = [time(changed?.lowSeconds), time(changed?.highSeconds)]
  if (language === 'ja')
    return `所要時間の中央値は、いまの${from}から${to}になる見込みです（95％の試行が${spread[0]}〜${spread[1]}）。直近3か月の${cases}件で、実績${time(observedSeconds)}を再現できることを確かめています。`
  return `The median lead time would go from ${from} to ${to} (95 % of runs: ${spread[0]} to ${spread[1]}). Checked on ${cases} cases of the last three months, whose observed median is ${time(observedSeconds)}.`
}

interface Facts {
  cases: number
  observed: string
  simulated: string
}

const refusals: Record<'ja' | 'en', Record<NonNullable<Outcome['refused']>, (facts: Facts) => string>> = {
  ja: {
    'no-times': () => '時刻の記録がないため、試算できません。',
    'few-cases': ({ cases }) => `直近3か月に終わった案件が${cases}件しかないため、試算しません（10件以上必要です）。`,
    'no-work-times': () =>
      '作業時間の記録が8割に満たないため、試算できません。作業の開始と終了、または作業時間を記録してください。',
    'too-many-cases': () => '案件が多すぎるため、試算できません。業務や部門で絞り込んでください。',
    'not-calibrated': ({ observed, simulated }) =>
      `試算では直近3か月の実績を再現できないため、助言しません（中央値：実績${observed}、試算${simulated}。差が10％以内のときだけ助言します）。役割ごとの人数と営業時間を確かめてください。`,
  },
  en: {
    'no-times': () => 'No estimate: the log has no times.',
    'few-cases': ({ cases }) => `No estimate: only ${cases} cases ended in the last three months; ten are needed.`,
    'no-work-times': () =>
      'No estimate: under 80 % of the work times are recorded. Record starts and ends, or work times.',
    'too-many-cases': () => 'No estimate: too many cases. Narrow the log by work or department.',
    'not-calibrated': ({ observed, simulated }) =>
      `No advice: the simulation does not reproduce the last three months (median: observed ${observed}, simulated ${simulated}; they must be within 10 %). Check the people per role and the office hours.`,
  },
}
