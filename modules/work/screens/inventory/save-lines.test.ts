import { RefusedError } from '@ennoshita/ui'
import { expect, test } from 'vitest'
import type { LineChange } from '../../rules/inventory-changes.ts'
import { faultsOf, saveLines } from './save-lines.ts'

const a = '01890000-0000-7000-8000-00000000000a'
const b = '01890000-0000-7000-8000-00000000000b'
const sato = '01890000-0000-7000-8000-000000000001'
const changeOf = (kindId: string, some: Partial<LineChange>): LineChange => ({
  kindId,
  version: 3,
  keys: ['middle', 'notes'],
  fields: { middle: '社会保険', notes: '' },
  people: null,
  isDueUnread: false,
  ...some,
})
const conflict = { ja: 'ほかの人が先に書き直しています。', en: 'Someone else changed it first.' }
const refused = new RefusedError({
  kind: 'not-allowed',
  code: 'work.kind-out-of-reach',
  what: { ja: '保存しませんでした。', en: 'It was not saved.' },
  todo: { ja: '部門長にご相談ください。', en: 'Ask the head.' },
})

test('a conflict is shown at every cell that was written into, a wrong value only at its own', () => {
  const outcomes = [
    { kindId: a, outcome: 'conflict' as const, version: 4, field: 'version', message: conflict },
    { kindId: b, outcome: 'bad-input' as const, version: 3, field: 'law.deadline', message: conflict },
  ]
  expect(faultsOf(outcomes, [changeOf(a, {}), changeOf(b, {})]).map(({ kindId, key }) => [kindId, key])).toEqual([
    [a, 'middle'],
    [a, 'notes'],
    [b, 'lawDeadline'],
  ])
})

test('people are set at the version that the fields left behind, and only for lines that were saved', async () => {
  const asked: unknown[] = []
  const saved = await saveLines(
    [
      changeOf(a, { people: { mainId: sato, deputyIds: [] } }),
      changeOf(b, { people: { mainId: sato, deputyIds: [] } }),
    ],
    {
      changeKinds: async () => ({
        outcomes: [
          { kindId: a, outcome: 'changed', version: 4, field: null, message: null },
          { kindId: b, outcome: 'conflict', version: 9, field: 'version', message: conflict },
        ],
      }),
      setKindPeople: async (input) => asked.push(input),
    },
  )
  expect(asked).toEqual([{ kindId: a, version: 4, mainId: sato, deputyIds: [] }])
  expect(saved.savedIds).toEqual([a])
  expect(saved.faults).toHaveLength(2)
})

test('when nothing could be saved, the refusal says why and no people are set', async () => {
  const saved = await saveLines([changeOf(a, { people: { mainId: sato, deputyIds: [] } })], {
    changeKinds: async () => {
      throw refused
    },
    setKindPeople: async () => {
      throw new Error('must not be asked')
    },
  })
  expect(saved).toMatchObject({ savedIds: [], refusal: { code: 'work.kind-out-of-reach' } })
})

test('a refusal about people stands at the cell of the main person, in both languages', async () => {
  const saved = await saveLines([changeOf(a, { fields: null, people: { mainId: sato, deputyIds: [] } })], {
    changeKinds: async () => {
      throw new Error('must not be asked')
    },
    setKindPeople: async () => {
      throw refused
    },
  })
  expect(saved.faults).toEqual([
    { kindId: a, key: 'mainId', says: { ja: '保存しませんでした。', en: 'It was not saved.' } },
  ])
})
