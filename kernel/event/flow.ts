import type { AnswerOf, CommandContract, InputOf, QueryContract } from '../command/contract.ts'

/** A recorded event as its readers see it. */
export type RecordedEvent = {
  readonly companyId: string
  readonly id: string
  readonly activity: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly actor: string | null
  readonly onBehalfOf: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly objects: readonly { type: string; id: string; qualifier: string }[]
}

/** A call that a flow makes of another module. */
export type FlowCall = { readonly command: CommandContract; readonly input: unknown }

/** One arrow between modules: an event in one leads to commands in another. It holds no rule. */
export type Flow = {
  readonly name: string
  readonly on: string
  /** Reads what it needs and says which commands follow; delivered at least once, carried out once. */
  calls(event: RecordedEvent, ask: FlowAsk): Promise<readonly FlowCall[]>
}

/** How a flow reads: any query, as the program itself. */
export type FlowAsk = <Q extends QueryContract>(contract: Q, input: InputOf<Q>) => Promise<AnswerOf<Q>>

/** Writes a call with its input checked by the command's contract at compile time. */
export function callOf<C extends CommandContract>(command: C, input: InputOf<C>): FlowCall {
  return { command, input }
}
