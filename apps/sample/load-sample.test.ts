import { openTestOffice, type TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allModules } from '../server/open-program.ts'
import { loadSample, type Truths } from './load-sample.ts'

let office: TestOffice
let truths: Truths
let seconds = 0
beforeAll(async () => {
  office = await openTestOffice(allModules({ secret: 'a secret of the tests', address: 'http://127.0.0.1:4649' }), {
    connections: 6,
  })
  const began = performance.now()
  truths = (await loadSample(office)).truths
  seconds = (performance.now() - began) / 1000
}, 200_000)
afterAll(() => office.close())

test('three months are lived', () => {
  process.stdout.write(`sample loaded in ${seconds.toFixed(1)} s\n${JSON.stringify(truths, null, 1)}`)
  expect(truths.startOn).toBe('2026-08-20')
})
