import type { RefusalFace } from '@ennoshita/kernel'
import { useSyncExternalStore } from 'react'
import { faceOf } from '../talk/client.ts'
import { useRefresh } from '../talk/hooks.ts'

/** How far an import has come; it goes on while the person looks at other screens. */
export type RunningImport = {
  readonly what: 'apply' | 'undo'
  readonly doneCount: number
  readonly leftCount: number | null
  /** Lines that an undo left, because someone has worked with them since. */
  readonly keptCount: number
  readonly keptNames: readonly string[]
  readonly refusal: RefusalFace | null
  readonly isOver: boolean
}

/** What one portion of an import did; it is over when nothing is left. */
export type ImportPortion = {
  readonly done: number
  readonly left: number
  readonly kept?: number
  readonly keptNames?: readonly string[]
}

let running: ReadonlyMap<string, RunningImport> = new Map()
const listeners = new Set<() => void>()

function note(importId: string, next: RunningImport) {
  running = new Map([...running, [importId, next]])
  for (const changed of listeners) changed()
}

/** Applies or undoes an import in portions. */
export function useRunningImport(
  importId: string,
  acts: {
    readonly apply: () => Promise<ImportPortion>
    readonly undo: () => Promise<ImportPortion>
    readonly refreshes: Parameters<ReturnType<typeof useRefresh>>[0]
  },
) {
  const refresh = useRefresh()
  const all = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => running,
  )
  async function run(what: RunningImport['what']) {
    let now: RunningImport = {
      ...{ what, doneCount: 0, leftCount: null, keptCount: 0, keptNames: [], refusal: null, isOver: false },
    }
    note(importId, now)
    try {
      while (!now.isOver) {
        const { done, left, kept = 0, keptNames = [] } = await acts[what]()
        now = {
          ...now,
          doneCount: now.doneCount + done,
          leftCount: left,
          keptCount: now.keptCount + kept,
          keptNames: [...now.keptNames, ...keptNames],
          isOver: left === 0,
        }
        note(importId, now)
      }
    } catch (error) {
      note(importId, { ...now, refusal: faceOf(error), isOver: true })
    }
    await refresh(acts.refreshes)
  }
  const now = all.get(importId)
  return {
    now,
    isGoing: now !== undefined && !now.isOver,
    apply: () => void run('apply'),
    undo: () => void run('undo'),
  }
}
