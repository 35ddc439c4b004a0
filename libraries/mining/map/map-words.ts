import type { Flow } from './choose-flow.ts'

export type Language = 'ja' | 'en'

const numbers = { ja: new Intl.NumberFormat('ja-JP'), en: new Intl.NumberFormat('en-US') }

/** A number of events or cases: 4,580件. */
export function countText(count: number, language: Language): string {
  return language === 'ja' ? `${numbers.ja.format(count)}件` : numbers.en.format(count)
}

/** A share in whole percent; below one percent as such, so that a little never reads as nothing. */
export function shareText(share: number): string {
  return share > 0 && share < 0.01 ? '<1%' : `${Math.round(share * 100)}%`
}

const units = {
  ja: { second: '秒', minute: '分', hour: '時間', day: '日' },
  en: { second: ' s', minute: ' min', hour: ' h', day: ' d' },
}

/** A duration in its natural unit, one decimal below ten of it: 45秒, 3.2時間, 12日. Halves round up. */
export function durationText(seconds: number, language: Language): string {
  const unit = units[language]
  if (Math.round(seconds) < 60) return `${Math.round(seconds)}${unit.second}`
  if (Math.round(seconds / 60) < 60) return `${Math.round(seconds / 60)}${unit.minute}`
  if (seconds < 86_400) return `${short(seconds / 3600)}${unit.hour}`
  return `${short(seconds / 86_400)}${unit.day}`
}

function short(value: number): string {
  const tenths = Math.round(value * 10) / 10
  return tenths < 10 ? String(tenths) : numbers.en.format(Math.round(value))
}

/** The widest text `durationText` gives below 1,000 days: room kept so that a label fits after filtering. */
export const widestDuration = { ja: '9.9時間', en: '59 min' } as const

const leftOut = { ja: '途中を省略', en: 'steps not shown' } as const

/** The label of an arrow: its own text, or how often, and the median time until the next step where it is known. */
export function flowText(
  { count, medianSeconds, isAbridged, text }: Pick<Flow, 'count' | 'medianSeconds' | 'isAbridged' | 'text'>,
  language: Language,
): string {
  if (text !== undefined) return text
  if (isAbridged) return leftOut[language]
  const often = countText(count, language)
  if (medianSeconds === undefined) return often
  return `${often}${language === 'ja' ? '・' : ' · '}${durationText(medianSeconds, language)}`
}

export const startName = { ja: '開始', en: 'Start' } as const
export const endName = { ja: '終了', en: 'End' } as const
