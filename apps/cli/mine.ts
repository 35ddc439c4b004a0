import { openAsBlob } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  caseTimes,
  directlyFollows,
  type EventLog,
  handover,
  layoutMap,
  miningReport,
  readLog,
  renderMapSvg,
  rework,
  variants,
} from '@ennoshita/mining'
import type { Act } from './act.ts'

const usage = `mine FILE [--json] [--map out.svg] [--report out.html] [--language ja|en] [--object TYPE] [--classifier NAME]
    XES・CSV・OCEL 2.0（.gz 可）の記録を読み、流れ、待ち、手戻りを調べる
    reads a log in XES, CSV or OCEL 2.0 (.gz too) and tells its flow, waits and rework`

const options = {
  json: { type: 'boolean' },
  map: { type: 'string' },
  report: { type: 'string' },
  language: { type: 'string', default: 'ja' },
  object: { type: 'string' },
  classifier: { type: 'string' },
} as const

/** Reads an event log and prints what is in it; `--json` prints the figures of the library as they are. */
export const mine: Act = async (words, _, tell) => {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  const { json, map, report, object, classifier } = values
  const language = values.language === 'en' ? 'en' : values.language === 'ja' ? 'ja' : undefined
  const [path] = positionals
  if (path === undefined || positionals.length > 1 || language === undefined) {
    tell(usage)
    return 1
  }
  const log = await readLog(await opened(path), {
    ...(object === undefined ? {} : { objectType: object }),
    ...(classifier === undefined ? {} : { classifier }),
  })
  if (map !== undefined) await writeFile(map, renderMapSvg(layoutMap(directlyFollows(log)), { language }))
  if (report !== undefined) await writeFile(report, miningReport(log, { language }))
  if (json) tell(JSON.stringify(figuresOf(log), undefined, 2))
  else for (const line of summaryOf(log)) tell(line)
  for (const line of faultsOf(log)) json ? process.stderr.write(`${line}\n`) : tell(line)
  return log.eventCount === 0 ? 1 : 0
}

async function opened(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path)
  } catch (cause) {
    throw new Error(`${path} を開けません。/ ${path} cannot be opened.`, { cause })
  }
}

/** The figures of the library under the names of its functions. */
export function figuresOf(log: EventLog) {
  const { edges, starts, ends } = directlyFollows(log)
  return {
    cases: log.caseCount,
    events: log.eventCount,
    activities: log.activities,
    variants: variants(log),
    ...{ edges, starts, ends },
    duration: caseTimes(log).duration ?? null,
    rework: rework(log),
    handover: handover(log).people,
  }
}

function summaryOf(log: EventLog): string[] {
  const { duration } = caseTimes(log)
  const days = (seconds: number) => (seconds / 86_400).toFixed(3)
  return [
    `案件 / cases       ${log.caseCount}`,
    `イベント / events  ${log.eventCount}`,
    `作業 / activities  ${log.activities.length}`,
    `進み方 / variants  ${variants(log).length}`,
    duration
      ? `所要 / lead       中央値 median ${days(duration.medianSeconds)} 日 days, 90% ${days(duration.p90Seconds)}`
      : '所要 / lead       時刻がありません / no times',
  ]
}

function faultsOf(log: EventLog): string[] {
  return log.faults.map(({ fault, count, first: [first] }) => {
    const place = first && (first.line === undefined ? `#${first.place}` : `${first.line} 行目 / line ${first.line}`)
    return `読めなかった所 / fault: ${fault} ×${count}${first ? `, ${place}: ${first.text}` : ''}`
  })
}
