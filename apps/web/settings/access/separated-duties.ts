import type { CommandContract } from '@ennoshita/kernel'
import { work } from '@ennoshita/work'

/** What nobody may do to a thing of their own making, except by a named exception. */
export const separatedDuties: readonly CommandContract[] = [work.confirmKind]
