import type { RefusalFace } from '@ennoshita/kernel'
import { faceOf, send, useRefresh } from '@ennoshita/ui'
import { useSyncExternalStore } from 'react'
import { people } from '../../contract.ts'

/** How far an import has come; it goes on while the person looks at other screens. */
export type Applying = {
  readonly what: 'apply' | 'undo'
  readonly doneCount: number
  readonly leftCount: number | null
  readonly keptCount: number
  readonly refusal: RefusalFace | null
  readonly isOver: boolean
}

const linesAtOnce = 200
let going: ReadonlyMap<string, Applying> = new Map()
const listeners = new Set<() => void>()

function note(importId: string, next: Applying) {
  going = new Map([...going, [importId, next]])
  for (const changed of listeners) changed()
}

/** Applies an import in portions, or undoes it as a whole. */
export function useApplying(importId: string) {
  const refresh = useRefresh()
  const all = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => going,
  )
  async function run(what: Applying['what']) {
    let now: Applying = { what, doneCount: 0, leftCount: null, keptCount: 0, refusal: null, isOver: false }
    note(importId, now)
    try {
      while (!now.isOver) {
        const { done, left, kept } = what === 'apply' ? await applyPortion(importId) : await undoAll(importId)
        now = { ...now, doneCount: now.doneCount + done, leftCount: left, keptCount: kept, isOver: left === 0 }
        note(importId, now)
      }
    } catch (error) {
      note(importId, { ...now, refusal: faceOf(error), isOver: true })
    }
    await refresh([
      people.importPreviews,
      people.peopleList,
      people.departments,
      people.posts,
      people.organisationChart,
    ])
  }
  const now = all.get(importId)
  return {
    now,
    isGoing: now !== undefined && !now.isOver,
    apply: () => void run('apply'),
    undo: () => void run('undo'),
  }
}

async function applyPortion(importId: string) {
  const { applied, remaining } = await send(people.applyPeopleImport, { importId, limit: linesAtOnce })
  return { done: applied, left: remaining, kept: 0 }
}

async function undoAll(importId: string) {
  const { undone, kept } = await send(people.undoPeopleImport, { importId })
  return { done: undone, left: 0, kept }
}
