import type { AnswerOf, CommandContract, InputOf, QueryContract, RefusalFace } from '@ennoshita/kernel'
import { newId } from '@ennoshita/kernel'
import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { SendOptions } from './client.ts'
import { ask, faceOf, isUnreachable, RefusedError, send } from './client.ts'
import { useCompany } from './company.ts'

export type AskOptions = {
  /** False while the question cannot be asked yet (nothing chosen). */
  readonly when?: boolean | undefined
  /** Asks again every so many seconds while the screen is in front. */
  readonly everySeconds?: number | undefined
}

/** Reads a query and keeps it fresh; while the input changes, the last answer stays on the screen. */
export function useAsk<C extends QueryContract>(
  contract: C,
  input: InputOf<C>,
  options: AskOptions = {},
): UseQueryResult<AnswerOf<C>, Error> {
  const company = useCompany()
  return useQuery<AnswerOf<C>, Error>({
    queryKey: [contract.name, company, input],
    queryFn: ({ signal }) => ask(contract, input, signal),
    enabled: options.when ?? true,
    placeholderData: keepPreviousData,
    refetchInterval: options.everySeconds === undefined ? false : options.everySeconds * 1000,
    retry: (count, error) => count < 2 && isUnreachable(error),
  })
}

/** Asks these queries again wherever they are on the screen, whatever their input. */
export function useRefresh(): (contracts: readonly QueryContract[]) => Promise<void> {
  const client = useQueryClient()
  return async (contracts) => {
    await Promise.all(contracts.map((contract) => client.invalidateQueries({ queryKey: [contract.name] })))
  }
}

export type Sender<C extends CommandContract> = {
  /** Sends; answers undefined when refused (see `refusal`). The same input keeps its request id until it is done. */
  readonly send: (input: InputOf<C>, options?: SendOptions) => Promise<AnswerOf<C> | undefined>
  readonly isPending: boolean
  readonly refusal: RefusalFace | null
  readonly clear: () => void
}

/** Sends a command and then refreshes the queries that show what it changed. */
export function useSend<C extends CommandContract>(
  contract: C,
  options: { readonly refreshes?: readonly QueryContract[]; readonly onDone?: (answer: AnswerOf<C>) => void } = {},
): Sender<C> {
  const refresh = useRefresh()
  const open = useRef<{ requestId: string; body: string } | null>(null)
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<RefusalFace | null>(null)

  async function sendOnce(input: InputOf<C>, sendOptions: SendOptions = {}): Promise<AnswerOf<C> | undefined> {
    const body = JSON.stringify([input, sendOptions])
    if (open.current?.body !== body) open.current = { requestId: newId(), body }
    setPending(true)
    setRefusal(null)
    try {
      const answer = await send(contract, input, { requestId: open.current.requestId, ...sendOptions })
      open.current = null
      if (sendOptions.dryRun !== true) await refresh(options.refreshes ?? [])
      options.onDone?.(answer)
      return answer
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(faceOf(error))
      return undefined
    } finally {
      setPending(false)
    }
  }
  return { send: sendOnce, isPending, refusal, clear: () => setRefusal(null) }
}
