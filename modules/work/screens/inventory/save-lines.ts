import type { AnswerOf, InputOf, RefusalFace } from '@ennoshita/kernel'
import { faceOf } from '@ennoshita/ui'
import type { work } from '../../contract.ts'
import type { CellFault, LineChange } from '../../rules/inventory-changes.ts'
import { keyOfPath } from '../../rules/inventory-changes.ts'

type Outcome = AnswerOf<typeof work.changeKinds>['outcomes'][number]

/** The ways to the server that saving needs. */
export type LineSender = {
  readonly changeKinds: (input: InputOf<typeof work.changeKinds>) => Promise<AnswerOf<typeof work.changeKinds>>
  readonly setKindPeople: (input: InputOf<typeof work.setKindPeople>) => Promise<unknown>
}

export type Saved = {
  readonly savedIds: readonly string[]
  readonly faults: readonly CellFault[]
  /** Said for the whole: nothing was saved, or no right to. */
  readonly refusal: RefusalFace | null
}

/**
 * Saves changed lines: all fields in one command with an outcome per line, then the people of those lines that want it.
 * A line is saved when everything of it is; what failed is named at its cell.
 */
export async function saveLines(changes: readonly LineChange[], sender: LineSender): Promise<Saved> {
  const withFields = changes.flatMap(({ kindId, version, fields }) =>
    fields === null ? [] : [{ kindId, version, fields }],
  )
  const versions = new Map(changes.map(({ kindId, version }) => [kindId, version]))
  const faults: CellFault[] = []
  const failed = new Set<string>()
  let refusal: RefusalFace | null = null
  if (withFields.length > 0) {
    try {
      const { outcomes } = await sender.changeKinds({ changes: withFields })
      for (const outcome of outcomes) {
        if (outcome.outcome === 'changed' && outcome.version !== null) versions.set(outcome.kindId, outcome.version)
        else failed.add(outcome.kindId)
      }
      faults.push(...faultsOf(outcomes, changes))
    } catch (error) {
      refusal = faceOf(error)
      for (const { kindId } of withFields) failed.add(kindId)
    }
  }
  for (const change of changes) {
    if (change.people === null || failed.has(change.kindId)) continue
    const version = versions.get(change.kindId) ?? change.version
    try {
      await sender.setKindPeople({
        kindId: change.kindId,
        version,
        mainId: change.people.mainId,
        deputyIds: [...change.people.deputyIds],
      })
    } catch (error) {
      const face = faceOf(error)
      failed.add(change.kindId)
      faults.push({ kindId: change.kindId, key: 'mainId', says: face.what })
    }
  }
  const savedIds = changes.map(({ kindId }) => kindId).filter((kindId) => !failed.has(kindId))
  return { savedIds, faults, refusal }
}

/** What went wrong per line, at the cells it concerns: a wrong value at its own cell, all else at every cell written into. */
export function faultsOf(outcomes: readonly Outcome[], changes: readonly LineChange[]): CellFault[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.outcome === 'changed' || outcome.message === null) return []
    const { kindId, message } = outcome
    const key = keyOfPath((outcome.field ?? '').split('.'))
    const keys = key === null ? (changes.find((change) => change.kindId === kindId)?.keys ?? []) : [key]
    return keys.map((each) => ({ kindId, key: each, says: message }))
  })
}
