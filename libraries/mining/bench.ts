import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { directlyFollows } from './analyses/directly-follows.ts'
import { handover } from './analyses/handover.ts'
import { rework } from './analyses/rework.ts'
import { variants } from './analyses/variants.ts'
import { readLog } from './log/read-log.ts'

/** Prints how long a log of 262,200 events takes to read and to analyse; run it with the path of an XES or CSV file. */
const path = process.argv[2] ?? join(process.env.ENNOSHITA_SHARED ?? '../shared', 'data/event-logs/bpic2012.xes.gz')

if (!existsSync(path)) {
  console.log(`no log at ${path}: name one as the first argument`)
} else {
  const bytes = readFileSync(path)
  const startedAt = performance.now()
  const log = await readLog(bytes, { format: path.includes('.csv') ? 'csv' : 'xes' })
  const readMilliseconds = performance.now() - startedAt
  const perSecond = Math.round((log.eventCount / readMilliseconds) * 1000)
  console.log(`read ${log.eventCount} events in ${readMilliseconds.toFixed(0)} ms, ${perSecond} a second`)
  for (let round = 1; round <= 5; round++) {
    const figures = [directlyFollows, variants, rework, handover].map((analyse) => {
      const from = performance.now()
      analyse(log)
      return { name: analyse.name, milliseconds: performance.now() - from }
    })
    const total = figures.reduce((sum, figure) => sum + figure.milliseconds, 0)
    const parts = figures.map(({ name, milliseconds }) => `${name} ${milliseconds.toFixed(0)}`).join(', ')
    console.log(`round ${round}: ${total.toFixed(0)} ms (${parts})`)
  }
  console.log(`memory ${Math.round(process.memoryUsage().rss / 1_048_576)} MB`)
}
