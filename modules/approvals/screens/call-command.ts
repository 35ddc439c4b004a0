import type { CommandContract } from '@ennoshita/kernel'
import { send } from '@ennoshita/ui'
import { z } from 'zod'
import type { CommandToCall } from '../contract.ts'

type Called = {
  readonly commands: {
    readonly approve: CommandToCall
    readonly sendBack: CommandToCall
    readonly withdraw: CommandToCall | null
  }
  readonly onBehalfOf: { readonly personId: string } | null
  /** The step that was on the screen. */
  readonly step?: { readonly number: number } | null | undefined
}

/** A command of the module that asked; its server knows what it takes. */
const contractOf = (name: string): CommandContract => ({
  kind: 'command',
  name,
  says: { ja: '承認', en: 'approval' },
  input: z.record(z.string(), z.unknown()),
  answer: z.unknown(),
})

function call({ name, input }: CommandToCall, more: object, onBehalfOf: Called['onBehalfOf']): Promise<unknown> {
  return send(contractOf(name), { ...input, ...more }, onBehalfOf ? { onBehalfOf: onBehalfOf.personId } : {})
}

/** 承認. Throws RefusedError. */
export const approveMatter = ({ commands, onBehalfOf, step }: Called, comment = ''): Promise<unknown> =>
  call(commands.approve, { step: step?.number, ...(comment.trim() === '' ? {} : { comment }) }, onBehalfOf)

/** 差戻し to the applicant or a step before. Throws RefusedError. */
export const returnMatter = (
  { commands, onBehalfOf, step }: Called,
  comment: string,
  to: 'applicant' | number,
): Promise<unknown> => call(commands.sendBack, { comment, to, step: step?.number }, onBehalfOf)

/** 引戻し. Throws RefusedError. */
export async function withdrawMatter({ commands }: Pick<Called, 'commands'>, reason: string): Promise<void> {
  if (commands.withdraw) await call(commands.withdraw, { reason }, null)
}
