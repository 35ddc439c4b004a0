import { readJournals } from './journals/read-journals.ts'
import { journalSamples } from './journals/sample-files.ts'
import { writeJournals } from './journals/write-journals.ts'
import { checkPintInvoice } from './pint/check-pint-invoice.ts'
import { readPintInvoice } from './pint/read-pint-invoice.ts'
import { summarySample } from './pint/sample-invoices.ts'
import { writePintInvoice } from './pint/write-pint-invoice.ts'
import { readZengin } from './zengin/read-zengin.ts'
import { transferSample } from './zengin/sample-files.ts'
import { writeZengin } from './zengin/write-zengin.ts'

/** Prints the processor time that each codec takes and what its answer holds: `node libraries/formats/bench.ts` (with --expose-gc for the memory). */
type Bench = { name: string; inputBytes: number; run: () => unknown }

const [record] = transferSample.records
const transfers = {
  ...transferSample,
  records: record === undefined ? [] : Array.from({ length: 100_000 }, () => ({ ...record })),
}
const transferBytes = writeZengin(transfers)

const summary = summarySample(1_000)
const summaryXml = writePintInvoice(summary)

/** Vouchers of one and of three rows in turn, 100,000 lines. */
const [single, compound] = readJournals(journalSamples.yayoi, { from: 'yayoi' }).journals
const vouchers = single && compound ? Array.from({ length: 25_000 }, () => [single, compound]).flat() : []
const yayoiBytes = writeJournals(vouchers, { to: 'yayoi' }).bytes
const moneyforwardBytes = writeJournals(vouchers, { to: 'moneyforward' }).bytes

const benches: Bench[] = [
  {
    name: 'Journals: write 100,000 lines of 弥生',
    inputBytes: yayoiBytes.length,
    run: () => writeJournals(vouchers, { to: 'yayoi' }),
  },
  {
    name: 'Journals: read 100,000 lines of 弥生',
    inputBytes: yayoiBytes.length,
    run: () => readJournals(yayoiBytes, { from: 'yayoi' }),
  },
  {
    name: 'Journals: write 100,000 lines of マネーフォワード',
    inputBytes: moneyforwardBytes.length,
    run: () => writeJournals(vouchers, { to: 'moneyforward' }),
  },
  {
    name: 'Journals: read 100,000 lines of マネーフォワード',
    inputBytes: moneyforwardBytes.length,
    run: () => readJournals(moneyforwardBytes, { from: 'moneyforward' }),
  },
  { name: 'Zengin: write 100,000 records', inputBytes: transferBytes.length, run: () => writeZengin(transfers) },
  { name: 'Zengin: read 100,000 records', inputBytes: transferBytes.length, run: () => readZengin(transferBytes) },
  { name: 'JP PINT: write 1,000 lines', inputBytes: summaryXml.length, run: () => writePintInvoice(summary) },
  { name: 'JP PINT: read 1,000 lines', inputBytes: summaryXml.length, run: () => readPintInvoice(summaryXml) },
  { name: 'JP PINT: check 1,000 lines', inputBytes: summaryXml.length, run: () => checkPintInvoice(summaryXml) },
]

/** What the answer holds beside the input; the garbage of the work itself is not counted. */
const heldBytes = (run: () => unknown): number => {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const answer = run()
  globalThis.gc?.()
  const after = process.memoryUsage()
  return answer === undefined ? 0 : after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
}

for (const { name, inputBytes, run } of benches) {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  const held = heldBytes(run) / inputBytes
  console.log(
    `${name}: ${Math.min(...times).toFixed(0)} ms of processor time (first ${times[0]?.toFixed(0)} ms), holds ${held.toFixed(1)} × input`,
  )
}
