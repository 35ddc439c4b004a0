import type { RefusalFace } from '@ennoshita/kernel'
import { faceOf } from '@ennoshita/ui'

/** Does the same to each, one after the other; a refusal does not stop the others. */
export async function runMany<Each>(
  all: readonly Each[],
  act: (each: Each) => Promise<unknown>,
): Promise<{ readonly done: readonly Each[]; readonly refused: readonly RefusalFace[] }> {
  const done: Each[] = []
  const refused: RefusalFace[] = []
  for (const each of all)
    try {
      await act(each)
      done.push(each)
    } catch (error) {
      refused.push(faceOf(error))
    }
  return { done, refused }
}
