import { command } from '../../command/command.ts'
import { presetRoles } from '../../permission/roles.ts'
import { kernel } from '../contract.ts'
import { grantPresets } from '../grant-presets.ts'
import type { KernelRest } from '../parts.ts'

/** Founds the company of the acting program: its preset roles with their grants, and the first person, who is all of them. */
export const foundCompany = (rest: KernelRest) =>
  command(kernel.foundCompany, {
    may: 'kernel.found',
    emits: ['kernel.company-founded'],
    internal: true,
    async run({ tx, actor, today }, { name, accountId, person }) {
      const { companyId } = actor
      await Promise.all([
        tx.run`insert into kernel.company (company_id, name) values (${companyId}, ${name})`,
        tx.run`insert into kernel.role (company_id, role, name, name_en)
          select ${companyId}, r.role, r.name, r.name_en
          from jsonb_to_recordset(${JSON.stringify(
            presetRoles.map(({ role, says }) => ({ role, name: says.ja, name_en: says.en })),
          )}::jsonb) as r (role text, name text, name_en text)`,
      ])
      await grantPresets(tx, companyId, rest.permissions, [...rest.permissions.keys()])
      const first = await rest.organisation.enterFirstPerson(tx, {
        companyId,
        fromOn: today,
        roles: ['president', 'administrator', 'clerk'],
        person,
      })
      if (accountId)
        await tx.run`update kernel.member set account_id = ${accountId} where company_id = ${companyId} and person_id = ${first.personId}`
      return {
        events: [
          {
            activity: 'kernel.company-founded',
            objects: [{ type: 'company', id: companyId }, ...first.objects],
          },
        ],
        answer: { companyId, personId: first.personId },
      }
    },
  })
