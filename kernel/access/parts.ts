import { createHmac } from 'node:crypto'
import type { Module, Permission } from '../command/command.ts'
import type { Words } from '../command/contract.ts'
import type { Organisation } from './organisation.ts'

/** What the kernel's own commands and queries need to know of the rest of the program. */
export type KernelParts = {
  readonly organisation: Organisation
  /** Every other module: their permissions become grants of the preset roles, their events get words. */
  readonly modules: readonly Module[]
  /** Signs invitation links, so that only a hash stands in the database. */
  readonly secret: string
  /** Where browsers find the program, such as `https://office.example.jp`. */
  readonly address: string
}

/** The parts, with the permissions and words of the kernel's own module among the others. */
export type KernelRest = KernelParts & {
  readonly permissions: ReadonlyMap<string, Permission & { module: string }>
  readonly events: ReadonlyMap<string, Words>
  readonly commandWords: ReadonlyMap<string, Words>
}

/** The secret part of an invitation's link; made again from its id whenever it is needed. */
export function invitationToken(secret: string, invitationId: string): string {
  return createHmac('sha256', secret).update(`invitation ${invitationId}`).digest('base64url')
}

/** The link that the invited person opens. */
export function invitationLink(parts: Pick<KernelParts, 'address' | 'secret'>, invitationId: string): string {
  return new URL(`/invite/${invitationToken(parts.secret, invitationId)}`, parts.address).href
}
