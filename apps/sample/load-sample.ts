import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dateInTokyo, type LocalDate, newId, type Words, weekdayOf } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel/access'
import { type Office, programFor, runCommand, withoutFlows } from '@ennoshita/kernel/server'
import { openBooks, writeBooks } from './books.ts'
import { writeChangedAccount } from './changed-account.ts'
import { writeCollections, writeNotices } from './collections.ts'
import { writeComingsAndGoings } from './comings-and-goings.ts'
import { enterDates, writeRegisterTasks, writeReports } from './dates-and-reports.ts'
import { openDiary } from './diary.ts'
import { enterEverybody, foundCompany, setUpCompany } from './founding.ts'
import { writeHandmadeWork } from './handmade-work.ts'
import { takeInventory, writeConfirmations } from './inventory.ts'
import { writeMessages } from './messages.ts'
import { writePaymentRuns } from './payment-runs.ts'
import { readSampleData } from './read-data.ts'
import { writeReceivedInvoices } from './received-invoices.ts'
import { writeRecurringWork } from './recurring-work.ts'
import { writeRequests } from './requests.ts'
import { type Truths, truthsOf } from './truths.ts'
import { writeUnsungWork } from './unsung-work.ts'
import { enterVendors } from './vendors.ts'
import { firstDay, type WorkingDays, workingDays } from './working-days.ts'
import { instantAt, type World } from './world.ts'

export type { Truths } from './truths.ts'

export type SampleOptions = {
  /** The folder for sample-truths.json; nothing is written without it. */
  readonly data?: string | undefined
  /** Where uploaded files are kept: the papers of the invoices go there; without it invoices have none. */
  readonly filesFolder?: string | undefined
  /** The last lived day; yesterday when absent, so that today has something due and something overdue. */
  readonly endOn?: LocalDate | undefined
  readonly months?: number | undefined
  readonly seed?: number | undefined
  readonly report?: ((step: Words, percent: number) => void) | undefined
}

/**
 * Founds the sample company and lives it through the commands, day by day, up to `endOn`: the same seed and dates give the
 * same company. No flow starts by it. Throws where a command refuses: nothing in the sample may be refused.
 */
export async function loadSample(
  office: Office,
  options: SampleOptions = {},
): Promise<{ companyId: string; truths: Truths }> {
  const world = worldOf(office, options)
  const report = options.report ?? (() => undefined)
  const truths = await withoutFlows(office, async () => {
    const planted = await live(world, report)
    await runCommand(office, kernel.openSample, world.program, {}, { occurredAt: instantAt(world.endOn, 1110) })
    return planted
  })
  if (options.data !== undefined) {
    mkdirSync(options.data, { recursive: true })
    writeFileSync(join(options.data, 'sample-truths.json'), `${JSON.stringify(truths, null, 2)}\n`)
  }
  return { companyId: world.program.companyId, truths }
}

function worldOf(office: Office, { endOn, months = 3, seed = 1, filesFolder }: SampleOptions): World {
  const data = readSampleData()
  const last = endOn ?? addDays(dateInTokyo(office.clock.now()), -1)
  const startOn = firstDay(last, months)
  const days = workingDays(data.company, startOn, last)
  return {
    ...{ office, data, seed, startOn, days },
    endOn: last,
    diary: openDiary(),
    program: programFor(newId()),
    departments: new Map(),
    posts: new Map(),
    members: new Map(),
    kinds: new Map(),
    accounts: new Map(),
    vendors: [],
    filesFolder,
    absence: { key: 'minegishi', ...weekOfAbsence(days, startOn, last) },
    tally: { actsOfDay: new Map(), waits: [], deeds: new Map(), handOversOfPingPong: 0, secondCopy: undefined },
    begunTasks: new Set(),
  }
}

/** The fullest working week in the middle of the lived days, its Monday to its Friday. */
function weekOfAbsence(
  days: WorkingDays,
  startOn: LocalDate,
  endOn: LocalDate,
): { fromOn: LocalDate; untilOn: LocalDate } {
  const mondays = days.all(startOn, addDays(endOn, -14)).filter((on) => weekdayOf(on) === 1)
  const middle = mondays.slice(Math.floor(mondays.length / 2))
  const isFull = (monday: LocalDate) => days.all(monday, addDays(monday, 4)).every(days.isOpen)
  const fromOn = middle.find(isFull) ?? middle[0] ?? startOn
  return { fromOn, untilOn: addDays(fromOn, 4) }
}

const analysedAfterDays: readonly number[] = [0, 3, 20]

async function live(world: World, report: (step: Words, percent: number) => void): Promise<Truths> {
  report({ ja: '会社と組織を用意しています', en: 'Founding the company' }, 1)
  await foundCompany(world)
  await setUpCompany(world)
  report({ ja: '60人の名簿を用意しています', en: 'Entering sixty people' }, 4)
  await enterEverybody(world)
  report({ ja: '業務の棚卸をしています', en: 'Taking the inventory of work' }, 8)
  await takeInventory(world)
  const nextNotice = await enterDates(world)
  report({ ja: '勘定科目と120の取引先を用意しています', en: 'Opening the books, entering 120 vendors' }, 10)
  await openBooks(world)
  await enterVendors(world)
  writeComingsAndGoings(world)
  writeConfirmations(world)
  writeRecurringWork(world)
  writeRegisterTasks(world)
  writeHandmadeWork(world)
  writeUnsungWork(world)
  await writeRequests(world)
  writeMessages(world)
  writeCollections(world)
  writeNotices(world)
  writeReports(world)
  writeReceivedInvoices(world)
  writePaymentRuns(world)
  writeChangedAccount(world)
  writeBooks(world)
  const days = world.days.all(world.startOn, world.endOn)
  for (const [place, on] of days.entries()) {
    report(
      { ja: `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日を過ごしています`, en: `Living ${on}` },
      12 + Math.floor((place * 87) / days.length),
    )
    // the plans that the connections keep are made anew for tables that are no longer empty
    if (analysedAfterDays.includes(place)) await world.office.database.owner.query('analyze')
    await world.diary.live(on)
  }
  const truths = await truthsOf(world, nextNotice)
  report({ ja: '準備ができました', en: 'Ready' }, 100)
  return truths
}
