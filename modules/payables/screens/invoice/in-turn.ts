import { faceOf } from '@ennoshita/ui'

const waitMilliseconds = 5_000
const mostWaits = 15

/** Acts, and where the server takes no more for this minute, waits and goes on: hundreds of rows need more than one minute. */
export async function inTurn<Answer>(
  act: () => Promise<Answer>,
  onWait: () => void = () => undefined,
): Promise<Answer> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await act()
    } catch (error) {
      if (faceOf(error).kind !== 'too-many' || waits === mostWaits) throw error
      onWait()
      await new Promise((resolve) => setTimeout(resolve, waitMilliseconds))
    }
  }
}
