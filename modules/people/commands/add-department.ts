import { command, newId } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { departmentObject, refuseUnknownParent } from './department-rows.ts'
import { lockOrganisation, refuseBrokenOrganisation } from './lock-organisation.ts'

export const addDepartment = command(people.addDepartment, {
  may: 'people.keep-organisation',
  emits: ['people.department-added'],
  async run({ tx, actor }, { name, parentId, fromOn, place }) {
    const company = actor.companyId
    const departmentId = newId()
    await lockOrganisation(tx, company)
    await refuseUnknownParent(tx, company, parentId)
    await Promise.all([
      tx.run`insert into people.department (company_id, id) values (${company}, ${departmentId})`,
      tx.run`insert into people.department_period (company_id, department_id, from_on, name, parent_id, place)
        values (${company}, ${departmentId}, ${fromOn}, ${name}, ${parentId}, ${place})`,
    ])
    await refuseBrokenOrganisation(tx, company, fromOn)
    return {
      events: [
        {
          activity: 'people.department-added',
          objects: [departmentObject(departmentId, name)],
          data: { fromOn, parentId },
        },
      ],
      answer: { departmentId, version: 1 },
    }
  },
})
