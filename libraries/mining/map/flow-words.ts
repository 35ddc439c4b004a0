import type { Flow } from './choose-flow.ts'
import { durationText, flowText, type Language } from './map-words.ts'
import { nameOf } from './svg-flow.ts'

const mostNamed = 5
const slowestNamed = 3

/** A chart in words, for its description: the most frequent flows and those with the longest median wait. */
export function flowsInWords(flows: readonly Flow[], language: Language): string {
  const name = ({ from, to }: Flow) => `${nameOf(from, language)} → ${nameOf(to, language)}`
  const often = flows
    .filter(({ isAbridged }) => !isAbridged)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostNamed)
    .map((flow) => `${name(flow)} ${flowText(flow, language)}`)
  const slow = flows
    .flatMap((flow) => (flow.medianSeconds === undefined ? [] : [{ ...flow, medianSeconds: flow.medianSeconds }]))
    .sort((a, b) => b.medianSeconds - a.medianSeconds)
    .slice(0, slowestNamed)
    .map((flow) => `${name(flow)} ${durationText(flow.medianSeconds, language)}`)
  if (language === 'ja')
    return `多い流れ：${often.join('、')}。${slow.length > 0 ? `次の作業までの時間（中央値）が長い流れ：${slow.join('、')}。` : ''}`
  return `Most frequent: ${often.join(', ')}.${slow.length > 0 ? ` Longest median time until the next step: ${slow.join(', ')}.` : ''}`
}
