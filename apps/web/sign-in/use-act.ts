import type { RefusalFace } from '@ennoshita/kernel'
import { faceOf } from '@ennoshita/ui'
import { useState } from 'react'

/** Runs one act of a form at the door and holds what the server said against it. */
export function useAct() {
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<RefusalFace | null>(null)
  return {
    isPending,
    refusal,
    run: async (act: () => Promise<void>) => {
      setPending(true)
      setRefusal(null)
      try {
        await act()
      } catch (error) {
        setRefusal(faceOf(error))
      } finally {
        setPending(false)
      }
    },
  }
}

export type Act = ReturnType<typeof useAct>
