import type { QueryContract, RefusalFace } from '@ennoshita/kernel'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { ErrorNote } from '../screen/error-note.tsx'
import { useRefresh } from './hooks.ts'
import { runMany } from './run-many.ts'

export type Many = {
  /** Sends one command for each, asks the lists again, and answers those that were done. */
  readonly each: <Each>(
    all: readonly Each[],
    act: (each: Each) => Promise<unknown>,
    refreshes: readonly QueryContract[],
  ) => Promise<readonly Each[]>
  /** What was refused; put it once above the list. */
  readonly face: ReactNode
}

/** One act on many rows of a list. */
export function useMany(): Many {
  const refresh = useRefresh()
  const [faces, setFaces] = useState<readonly RefusalFace[]>([])
  return {
    async each(all, act, refreshes) {
      const { done, refused } = await runMany(all, act)
      setFaces(refused.map(({ face }) => face))
      await refresh(refreshes)
      return done
    },
    face: faces.slice(0, 5).map((face) => <ErrorNote key={face.what.ja} face={face} />),
  }
}
