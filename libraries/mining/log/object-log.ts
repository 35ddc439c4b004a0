import type { LogFault } from './event-log.ts'

/**
 * An object-centric event log (Berti et al., "OCEL (Object-Centric Event Log) 2.0 Specification", 2024): events, objects of
 * several types, and which event touches which object in what part. Order is that of `events` where times are equal.
 */
export interface ObjectLog {
  events: readonly ObjectEvent[]
  objects: readonly LogObject[]
  relations: readonly { readonly eventId: string; readonly objectId: string; readonly qualifier: string }[]
  /** From object to object: an order and its items. */
  objectRelations?: readonly { readonly fromId: string; readonly toId: string; readonly qualifier: string }[]
  /** What the file had that could not be taken as it stood. */
  faults?: readonly LogFault[]
}

export type AttributeValue = string | number | boolean

export interface LogObject {
  readonly id: string
  readonly type: string
  /** A value holds from its instant until the next one of its name. */
  readonly attributes?: readonly {
    readonly name: string
    readonly at: string | number
    readonly value: AttributeValue
  }[]
}

/** `at` is an ISO text or milliseconds since 1970; NaN where it is unknown. */
export interface ObjectEvent {
  readonly id: string
  readonly activity: string
  readonly at: string | number
  readonly attributes: Readonly<Record<string, AttributeValue>>
}
