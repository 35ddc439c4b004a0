import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ownFolder, postmaster } from './launcher.ts'

const folder = mkdtempSync(join(tmpdir(), 'ennoshita-launcher-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the folder of the socket is made and closed to everybody else', async () => {
  const socket = join(folder, 'run')
  await ownFolder(socket, undefined)
  await ownFolder(socket, undefined)
  expect(statSync(socket).mode & 0o777).toBe(0o700)
})

test('a link laid where the socket belongs is not followed', async () => {
  const target = join(folder, 'of-somebody')
  mkdirSync(target, { mode: 0o755 })
  symlinkSync(target, join(folder, 'trap'))
  await expect(ownFolder(join(folder, 'trap'), undefined)).rejects.toThrow('belongs to somebody else')
  expect(statSync(target).mode & 0o777).toBe(0o755)
})

test.runIf(process.platform === 'linux')(
  'a process that took the number of a dead server is not the server',
  async () => {
    const cluster = join(folder, 'database')
    mkdirSync(cluster)
    expect(await postmaster({ cluster })).toBeUndefined()
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`)
    expect(await postmaster({ cluster })).toBeUndefined()
    expect(await postmaster({ cluster: join(folder, 'no-such') })).toBeUndefined()
  },
)
