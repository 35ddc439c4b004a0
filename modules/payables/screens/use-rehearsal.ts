import type { AnswerOf, CommandContract, InputOf, RefusalFace } from '@ennoshita/kernel'
import { faceOf, send } from '@ennoshita/ui'
import { useEffect, useState } from 'react'

export type Rehearsal<C extends CommandContract> = {
  readonly answer: AnswerOf<C> | null
  readonly refusal: RefusalFace | null
}

const nothing = { answer: null, refusal: null }
const pauseMilliseconds = 250

/** What a command would answer to this input, or why it would refuse it; null asks nothing. Nothing is kept. */
export function useRehearsal<C extends CommandContract>(contract: C, input: InputOf<C> | null): Rehearsal<C> {
  const [now, setNow] = useState<Rehearsal<C>>(nothing)
  const asked = JSON.stringify(input)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input is compared by its content
  useEffect(() => {
    setNow(nothing)
    if (input === null) return
    let isStale = false
    const keep = (next: Rehearsal<C>) => {
      if (!isStale) setNow(next)
    }
    const timer = setTimeout(() => {
      send(contract, input, { dryRun: true }).then(
        (answer) => keep({ answer, refusal: null }),
        (error: unknown) => keep({ answer: null, refusal: faceOf(error) }),
      )
    }, pauseMilliseconds)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [contract, asked])
  return now
}
