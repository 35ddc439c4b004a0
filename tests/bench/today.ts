import { desk } from '@ennoshita/desk'
import { type Actor, dateInTokyo, type Office, type PresetRole, runQuery } from '@ennoshita/kernel/server'
import { people } from '@ennoshita/people'
import { work } from '@ennoshita/work'
import { modules } from '../../apps/server/modules.ts'
import { fillLargeCompany, type LargeCompany, size } from './large-company.ts'
import { benchSeconds, inFreshOffice } from './place.ts'
import { type Column, printHead, printRow, shareOf } from './table.ts'

const columns: readonly Column[] = [
  ['query', 46, 'words'],
  ['asked', 8],
  ['p50 ms', 9],
  ['p95 ms', 9],
  ['p99 ms', 9],
  ['target p95', 12],
]

type Panel = { readonly name: string; readonly may: string; ask(office: Office, actor: Actor): Promise<unknown> }

/** What the page 今日 asks when it opens, by its panels. */
function panelsOn(today: string): readonly Panel[] {
  const few = { limit: 30 }
  return [
    {
      name: 'work.tasks-today',
      may: 'work.see-tasks',
      ask: (office, actor) => runQuery(office, work.tasksToday, actor, {}),
    },
    {
      name: 'work.my-deeds',
      may: 'work.record-deeds',
      ask: (office, actor) => runQuery(office, work.myDeeds, actor, { from: today, limit: 100 }),
    },
    {
      name: 'work.inventory-rows (one row)',
      may: 'work.see-kinds',
      ask: (office, actor) => runQuery(office, work.inventoryRows, actor, { limit: 1 }),
    },
    {
      name: 'desk.requests-waiting, mine',
      may: 'desk.answer',
      ask: (office, actor) => runQuery(office, desk.requestsWaiting, actor, { whose: 'me', ...few }),
    },
    {
      name: 'desk.requests-waiting, nobody’s',
      may: 'desk.answer',
      ask: (office, actor) => runQuery(office, desk.requestsWaiting, actor, { whose: 'nobody', ...few }),
    },
    {
      name: 'desk.my-collections',
      may: 'desk.return',
      ask: (office, actor) => runQuery(office, desk.myCollections, actor, few),
    },
    {
      name: 'desk.messages',
      may: 'desk.see-messages',
      ask: (office, actor) => runQuery(office, desk.messages, actor, { whose: 'to-me', ...few }),
    },
    {
      name: 'desk.my-requests',
      may: 'desk.ask',
      ask: (office, actor) => runQuery(office, desk.myRequests, actor, { open: true, limit: 20 }),
    },
    {
      name: 'desk.notices',
      may: 'desk.read-notices',
      ask: (office, actor) => runQuery(office, desk.notices, actor, { limit: 50 }),
    },
    {
      name: 'people.my-profile',
      may: 'people.see-register',
      ask: (office, actor) => runQuery(office, people.myProfile, actor, {}),
    },
  ]
}

/** 今日 of people of a large company: each query of the page alone, and the whole page at once. */
export async function benchToday(): Promise<void> {
  await inFreshOffice(modules, async (office) => {
    const today = dateInTokyo(office.clock.now())
    const actors = actorsOf(office, await fillLargeCompany(office, today)).slice(0, Math.ceil(40 * benchSeconds))
    const panels = panelsOn(today)
    const page = (actor: Actor) =>
      Promise.all(panels.flatMap((panel) => (actor.grants.has(panel.may) ? [panel.ask(office, actor)] : [])))
    for (const actor of actors.slice(0, 10)) await page(actor)
    printHead(
      `今日: ${size.people} people, ${size.kinds} kinds, ${size.tasks} tasks, ${size.events} events; ms on the server, row security forced`,
      columns,
    )
    for (const panel of panels) {
      const allowed = actors.filter((actor) => actor.grants.has(panel.may))
      printTimes(panel.name, await timesOf(allowed, (actor) => panel.ask(office, actor)))
    }
    printTimes('the whole page: all of them at once', await timesOf(actors, page))
  })
}

/** Two hundred people spread over the company: of ten one clerk, one head, the others employees; every fiftieth the president. */
function actorsOf(office: Office, { companyId, people: staff }: LargeCompany): Actor[] {
  return Array.from({ length: 200 }, (_, n) => {
    const { personId, departmentId } = staff[(n * 37) % staff.length] ?? { personId: '', departmentId: '' }
    const role: PresetRole = n % 50 === 49 ? 'president' : n % 10 === 0 ? 'clerk' : n % 10 === 5 ? 'head' : 'employee'
    const grants = [...office.permissions].flatMap(([name, { roles }]) => {
      const scope = roles[role]
      return scope ? [[name, scope] as const] : []
    })
    return { companyId, personId, kind: 'human', departmentIds: [departmentId], grants: new Map(grants) }
  })
}

async function timesOf(actors: readonly Actor[], ask: (actor: Actor) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (const actor of actors) {
    const began = performance.now()
    await ask(actor)
    times.push(performance.now() - began)
  }
  return times.sort((one, other) => one - other)
}

function printTimes(name: string, times: readonly number[]): void {
  const figures = [0.5, 0.95, 0.99].map((share) => shareOf(times, share).toFixed(1))
  printRow(columns, [name, String(times.length), ...figures, '100'])
}
