import type { RefusalFace } from '@ennoshita/kernel'
import { faceOf } from './client.ts'

export type ManyRun<Each> = {
  readonly done: readonly Each[]
  readonly refused: readonly { readonly each: Each; readonly face: RefusalFace }[]
}

/** Does the same to each, one after the other; those refused are collected and do not stop the others. */
export async function runMany<Each>(
  all: readonly Each[],
  act: (each: Each) => Promise<unknown>,
  onProgress: (run: ManyRun<Each>) => void = () => undefined,
): Promise<ManyRun<Each>> {
  let run: ManyRun<Each> = { done: [], refused: [] }
  for (const each of all) {
    try {
      await act(each)
      run = { ...run, done: [...run.done, each] }
    } catch (error) {
      run = { ...run, refused: [...run.refused, { each, face: faceOf(error) }] }
    }
    onProgress(run)
  }
  return run
}
