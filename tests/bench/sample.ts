import { inTransaction } from '@ennoshita/kernel/server'
import { loadSample } from '../../apps/sample/load-sample.ts'
import { allModules } from '../../apps/server/open-program.ts'
import { inFreshOffice } from './place.ts'
import { type Column, printHead, printRow } from './table.ts'

const columns: readonly Column[] = [
  ['sample company', 26, 'words'],
  ['s', 8],
  ['target s', 10],
  ['commands', 10],
  ['events', 8],
  ['per s', 8],
]

/** How long three months of the sample company take, lived through the commands. */
export async function benchSample(): Promise<void> {
  await inFreshOffice(allModules({ secret: 'of the bench', address: 'http://127.0.0.1' }), async (office) => {
    const began = performance.now()
    await loadSample(office)
    const seconds = (performance.now() - began) / 1000
    const counts = await inTransaction(
      office.database.owner,
      (tx) => tx.row<{ commands: number; events: number }>`
        select (select count(*)::int from kernel.command) as commands, (select count(*)::int from kernel.event) as events`,
    )
    const { commands = 0, events = 0 } = counts ?? {}
    printHead('The sample company, three months', columns)
    const figures = [seconds.toFixed(1), '20', commands, events, Math.round(commands / seconds)]
    printRow(columns, ['through its commands', ...figures.map(String)])
  })
}
