import { command } from '../../command/command.ts'
import { refuseNotFound } from '../../command/refusal.ts'
import { newId } from '../../ids/ids.ts'
import { lockRights, refuseForOneself } from '../administrators.ts'
import { kernel } from '../contract.ts'
import type { KernelRest } from '../parts.ts'

/** Names who may do a command on a thing they made themselves, why, and until when; its reason then stands in each event. */
export const exceptDuty = (rest: KernelRest) =>
  command(kernel.exceptDuty, {
    may: 'kernel.except-duties',
    emits: ['kernel.duty-excepted'],
    async run({ tx, actor, today }, { command: name, personId, reason, untilOn }) {
      if (!rest.commandWords.has(name)) refuseNotFound({ ja: '操作', en: 'command' }, 'command')
      await lockRights(tx, actor.companyId)
      const member = await tx.row<{ personId: string }>`select person_id as "personId" from kernel.member
        where company_id = ${actor.companyId} and person_id = ${personId}`
      if (!member) refuseNotFound({ ja: '利用者', en: 'member' }, 'personId')
      await refuseForOneself(tx, actor, personId, today)
      const exceptionId = newId()
      await tx.run`insert into kernel.duty_exception (company_id, id, command, person_id, reason, until_on)
        values (${actor.companyId}, ${exceptionId}, ${name}, ${personId}, ${reason}, ${untilOn ?? null})`
      return {
        events: [
          {
            activity: 'kernel.duty-excepted',
            objects: [
              { type: 'person', id: personId },
              { type: 'duty-exception', id: exceptionId },
            ],
            data: { command: name, untilOn: untilOn ?? null },
          },
        ],
        answer: { exceptionId },
      }
    },
  })
