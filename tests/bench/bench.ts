import { benchCommands } from './commands.ts'
import { benchLedger } from './ledger.ts'
import { benchPayables } from './payables.ts'
import { benchSample } from './sample.ts'
import { benchStart } from './start.ts'
import { benchToday } from './today.ts'

const benches: ReadonlyMap<string, () => Promise<void>> = new Map([
  ['commands', benchCommands],
  ['ledger', benchLedger],
  ['payables', benchPayables],
  ['today', benchToday],
  ['sample', benchSample],
  ['start', benchStart],
])

const asked = process.argv.slice(2)
for (const [name, bench] of benches) if (asked.length === 0 || asked.includes(name)) await bench()
