import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { readLog } from '../log/read-log.ts'
import { inductiveMiner } from './inductive-miner.ts'
import { precision } from './precision.ts'
import { replay } from './replay.ts'

/** Real logs, which may not be redistributed; the tests show as skipped where they are absent. */
const shared = process.env.ENNOSHITA_SHARED ?? resolve(import.meta.dirname, '../../../../shared')
const folder = join(shared, 'data/event-logs')
const has = existsSync(join(folder, 'pdc2019'))

const read = (name: string): Promise<EventLog> => readLog(readFileSync(join(folder, name)), { format: 'xes' })

test
  .skipIf(!has)
  .each([
    'running-example.xes',
    'receipt.xes.gz',
    'helpdesk.xes.gz',
    'DomesticDeclarations.cleaned.xes.gz',
    'RequestForPayment.cleaned.xes.gz',
    'PurchasingExample.xes.gz',
    'repairExample.xes.gz',
    'bpic2012.xes.gz',
  ])('the model of IM accepts every case of %s', async (name) => {
  const log = await read(name)
  expect(replay(inductiveMiner(log), log).fittingShare).toBe(1)
})

/**
 * Precision of IM, and cases that fit IMf at noise 0.2, as another program gives them: 0.40 · 67.4 %, 0.51 · 85.8 %,
 * 0.17 · 49.7 %. Receipt differs because that program's model of IM accepts 99.3 % of its cases, ours all; models of IMf
 * differ in which filters they apply: ours fit more cases.
 */
test.skipIf(!has).each([
  { name: 'DomesticDeclarations.cleaned', preciseIM: 0.4, fitting: 0.674 },
  { name: 'helpdesk', preciseIM: 0.51, fitting: 0.858 },
  { name: 'receipt', preciseIM: 0.16, fitting: 0.497 },
])('$name: precise as elsewhere, and with noise at least as fitting', async ({ name, preciseIM, fitting }) => {
  const log = await read(`${name}.xes.gz`)
  expect(precision(inductiveMiner(log), log)).toBeCloseTo(preciseIM, 2)
  const infrequent = inductiveMiner(log, { noise: 0.2 })
  expect(replay(infrequent, log).fittingShare).toBeGreaterThanOrEqual(fitting)
  expect(precision(infrequent, log)).toBeGreaterThan(precision(inductiveMiner(log), log))
})

/** Share of the labelled traces of a Process Discovery Contest 2019 log that the model accepts or refuses rightly. */
async function contestAccuracy(number: number, noise: number): Promise<number> {
  const tree = inductiveMiner(await read(`pdc2019/pdc_2019_${number}.training.xes.gz`), { noise })
  const name = `pdc2019/pdc_2019_${number}.truth.xes.gz`
  const truth = await read(name)
  const labels = [
    ...gunzipSync(readFileSync(join(folder, name)))
      .toString('utf8')
      .matchAll(/key="pdc:isPos" value="(true|false)"/g),
  ].map(([, label]) => label === 'true')
  expect(labels.length).toBe(truth.caseCount)
  const fits = new Map(replay(tree, truth).variants.map((variant) => [variant.activities.join(' '), variant.fits]))
  const right = labels.filter((label, place) => {
    const numbers = truth.activity.subarray(cell(truth.caseStarts, place), cell(truth.caseStarts, place + 1))
    const steps = Array.from(numbers, (activity) => entry(truth.activities, activity))
    return fits.get(steps.join(' ')) === label
  })
  return right.length / labels.length
}

/** The mean of another inductive miner over all nine logs of the contest is 77.2 %, with noise 0.2 it is 74.3 %. */
test.skipIf(!has)('four logs of the Process Discovery Contest 2019 are told apart better than elsewhere', async () => {
  const shares = await Promise.all([2, 3, 4, 5].map((number) => contestAccuracy(number, 0)))
  expect(shares.map((share) => Math.round(share * 90))).toEqual([90, 69, 80, 84])
  const withNoise = await Promise.all([2, 3, 4, 5].map((number) => contestAccuracy(number, 0.2)))
  expect(withNoise.reduce((sum, share) => sum + share, 0) / 4).toBeGreaterThan(0.743)
})
