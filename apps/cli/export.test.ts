import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kernel } from '@ennoshita/kernel/access'
import { inTransaction, kernelModule, newId, programFor, runCommand } from '@ennoshita/kernel/server'
import { testOffice } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people/server'
import { expect, onTestFinished, test } from 'vitest'
import { organisation } from '../server/organisation.ts'
import { writeLog } from './export-log.ts'
import { writeTable } from './export-table.ts'

test('a company is written out: its log as OCEL, its tables as lines, and nothing of another company', async () => {
  const own = kernelModule({ organisation, modules: [people], secret: 'of this test', address: 'http://localhost' })
  const office = await testOffice([own, people])
  const found = async (name: string) => {
    const companyId = newId()
    const person = {
      familyName: '山田',
      givenName: '花子',
      familyKana: 'ヤマダ',
      givenKana: 'ハナコ',
      email: 'h@example.jp',
    }
    return runCommand(office, kernel.foundCompany, programFor(companyId), { name, person })
  }
  const { companyId, personId } = await found('株式会社えんの下')
  await found('別の会社')
  const folder = mkdtempSync(join(tmpdir(), 'ennoshita-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await inTransaction(office.database.owner, async (_, client) => {
    expect(await writeLog(client, companyId, join(folder, 'log.json'))).toBe(1)
    expect(await writeTable(client, companyId, 'people.person', folder)).toBe(1)
    expect(await writeTable(client, companyId, 'kernel.delegation', folder)).toBe(0)
  })
  expect(readdirSync(folder)).toEqual(['log.json', 'people.person.jsonl'])
  const log = JSON.parse(readFileSync(join(folder, 'log.json'), 'utf8'))
  expect(log.events).toMatchObject([
    {
      type: 'kernel.company-founded',
      time: '2026-11-20T00:00:00.000Z',
      relationships: [
        { objectId: companyId, qualifier: 'company' },
        { objectId: personId, qualifier: 'person' },
      ],
    },
  ])
  expect(log.objects.map((each: { id: string }) => each.id)).toEqual([companyId, personId])
  expect(JSON.stringify(log)).not.toContain('xact')
  expect(JSON.parse(readFileSync(join(folder, 'people.person.jsonl'), 'utf8'))).toMatchObject({ family_name: '山田' })
})
