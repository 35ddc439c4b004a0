import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { caseTimes } from './analyses/case-times.ts'
import { directlyFollows } from './analyses/directly-follows.ts'
import { handover } from './analyses/handover.ts'
import { rework } from './analyses/rework.ts'
import { variants } from './analyses/variants.ts'
import { inductiveMiner } from './discovery/inductive-miner.ts'
import { replay } from './discovery/replay.ts'
import type { EventLog } from './log/event-log.ts'
import { filterLog } from './log/filter-log.ts'
import { readLog } from './log/read-log.ts'
import { writeLog } from './log/write-log.ts'
import { layoutMap } from './map/layout-map.ts'
import { renderMapSvg } from './map/render-map-svg.ts'

/**
 * Prints how fast the steps of mining are against their targets and against figures known of other programs: the best of
 * some rounds, by the clock and by processor time, since another program may be at work. `npm run bench:mining`; the logs
 * are looked for in ENNOSHITA_SHARED, or in ../shared beside the project.
 */
interface Step {
  name: string
  /** Items a second when `items` is given, else milliseconds. */
  items?: number
  target: number
  /** What another program needs, in the same unit. */
  known?: { name: string; figure: number }
  rounds?: number
  run(): unknown
}

const folder = join(process.env.ENNOSHITA_SHARED ?? resolve(import.meta.dirname, '../../../shared'), 'data/event-logs')

async function measured({ name, items, target, known, rounds = 5, run }: Step): Promise<string> {
  let [wall, processor] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds; round++) {
    const [startedAt, used] = [performance.now(), process.cpuUsage()]
    await run()
    wall = Math.min(wall, performance.now() - startedAt)
    const { user, system } = process.cpuUsage(used)
    processor = Math.min(processor, (user + system) / 1000)
  }
  const figure = (milliseconds: number) => (items === undefined ? milliseconds : (items / milliseconds) * 1000)
  const ratio = (other: number) => (items === undefined ? other / figure(wall) : figure(wall) / other)
  const unit = items === undefined ? 'ms' : '/s'
  const text = (value: number) => `${value.toLocaleString('en-US', { maximumFractionDigits: items ? 0 : 1 })} ${unit}`
  return [
    name.padEnd(46),
    text(figure(wall)).padStart(14),
    `processor ${text(figure(processor))}`.padStart(26),
    `target ${text(target)} ×${ratio(target).toFixed(2)}`.padStart(30),
    known ? `  ${known.name} ${text(known.figure)} ×${ratio(known.figure).toFixed(1)}` : '',
  ].join('')
}

async function stepsOf(log: EventLog, packed: Uint8Array): Promise<Step[]> {
  const csv = writeLog(log, { format: 'csv' })
  const flow = directlyFollows(log)
  const some = filterLog(log, { frequentShare: 0.3 })
  const layout = layoutMap(flow, { maxNodes: 20, maxEdges: 45 })
  const replays = await Promise.all(
    ['receipt', 'helpdesk'].map(async (name): Promise<Step> => {
      const own = await readLog(readFileSync(join(folder, `${name}.xes.gz`)))
      const tree = inductiveMiner(own, { noise: 0 })
      return {
        name: `replay by variant, ${name}`,
        target: 50,
        known: { name: 'PM4Py', figure: 200 },
        run: () => replay(tree, own),
      }
    }),
  )
  return [
    {
      name: 'XES.gz import',
      items: log.eventCount,
      target: 250_000,
      known: { name: 'PM4Py', figure: 28_000 },
      run: () => readLog(packed),
    },
    { name: 'CSV import', items: log.eventCount, target: 500_000, run: () => readLog(csv) },
    {
      name: 'DFG, times, variants, rework, handover',
      target: 150,
      known: { name: 'PM4Py without handover', figure: 1400 },
      run: () => [directlyFollows, caseTimes, variants, rework, handover].map((analyse) => analyse(log)),
    },
    ...replays,
    {
      name: 'layout, 20 nodes and 45 edges at most',
      target: 30,
      known: { name: 'Graphviz', figure: 5 },
      run: () => layoutMap(flow, { maxNodes: 20, maxEdges: 45 }),
    },
    {
      name: 'layout, everything',
      target: 100,
      known: { name: 'Graphviz', figure: 32 },
      run: () => layoutMap(flow, { maxNodes: 50, maxEdges: 160 }),
    },
    {
      name: `filter and redraw, ${some.eventCount.toLocaleString('en-US')} of ${log.eventCount.toLocaleString('en-US')} events`,
      target: 300,
      run: () => renderMapSvg(layoutMap(directlyFollows(filterLog(log, { frequentShare: 0.3 })), { on: layout })),
    },
  ]
}

const path = process.argv[2] ?? join(folder, 'bpic2012.xes.gz')
if (!existsSync(path)) {
  console.log(`no log at ${path}: name one as the first argument`)
} else {
  const packed = readFileSync(path)
  const log = await readLog(packed)
  console.log(`${path}: ${log.caseCount} cases, ${log.eventCount} events; memory after reading ${megabytes()} MB`)
  for (const step of await stepsOf(log, packed)) console.log(await measured(step))
  console.log(`most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1_048_576)
}
