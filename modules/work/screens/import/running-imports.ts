import type { RefusalFace } from '@ennoshita/kernel'
import { faceOf, send, useRefresh } from '@ennoshita/ui'
import { useSyncExternalStore } from 'react'
import { work } from '../../contract.ts'

export type RunningImport = {
  readonly importId: string
  readonly what: 'apply' | 'undo'
  readonly doneCount: number
  readonly leftCount: number | null
  readonly refusal: RefusalFace | null
  /** Lines that an undo left, because someone has worked with them since. */
  readonly keptNames: readonly string[]
  readonly isOver: boolean
}

const rowsAtOnce = 200
let running: ReadonlyMap<string, RunningImport> = new Map()
const listeners = new Set<() => void>()

function note(next: RunningImport) {
  running = new Map([...running, [next.importId, next]])
  for (const changed of listeners) changed()
}

/** Applies or undoes an import in portions; it goes on while the person looks at other screens. */
export function useRunningImport(importId: string) {
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
      importId,
      what,
      doneCount: 0,
      leftCount: null,
      refusal: null,
      keptNames: [],
      isOver: false,
    }
    note(now)
    try {
      while (!now.isOver) {
        const portion = what === 'apply' ? await applyPortion(importId) : await undoPortion(importId)
        now = {
          ...now,
          doneCount: now.doneCount + portion.done,
          leftCount: portion.left,
          keptNames: [...now.keptNames, ...portion.keptNames],
          isOver: portion.left === 0,
        }
        note(now)
      }
    } catch (error) {
      note({ ...now, refusal: faceOf(error), isOver: true })
    }
    await refresh([work.importReports, work.inventoryRows])
  }
  const current = all.get(importId)
  return {
    current,
    isRunning: current !== undefined && !current.isOver,
    apply: () => void run('apply'),
    undo: () => void run('undo'),
  }
}

async function applyPortion(importId: string) {
  const { made, alreadyThere, left } = await send(work.applyInventoryImport, { importId, limit: rowsAtOnce })
  return { done: made + alreadyThere, left, keptNames: [] }
}

async function undoPortion(importId: string) {
  const { removed, left, kept } = await send(work.undoInventoryImport, { importId, limit: rowsAtOnce })
  return { done: removed, left, keptNames: kept.map(({ name }) => name) }
}
