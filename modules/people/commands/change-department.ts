import { dateInWords } from '@ennoshita/kernel'
import { command, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { changedFrom } from '../rules/periods.ts'
import { departmentObject, departmentRows, refuseUnknownParent, writeDepartmentRows } from './department-rows.ts'
import { lockOrganisation, refuseBrokenOrganisation } from './lock-organisation.ts'

export const changeDepartment = command(people.changeDepartment, {
  may: 'people.keep-organisation',
  emits: ['people.department-changed'],
  async run({ tx, actor }, { departmentId, version, fromOn, ...change }) {
    const company = actor.companyId
    await lockOrganisation(tx, company)
    const before = await departmentRows(tx, company, departmentId, version)
    await refuseUnknownParent(tx, company, change.parentId)
    if (change.parentId === departmentId)
      refuse({
        kind: 'bad-input',
        code: 'people.department-circle',
        what: { ja: '部署を自分自身の下に置くことはできません。', en: 'A department does not stand below itself.' },
        field: 'parentId',
        todo: { ja: '別の上位の部署を選んでください。', en: 'Choose another parent.' },
      })
    const after = changedFrom(before, fromOn, change, ['name', 'parentId', 'place'])
    if (!after)
      refuse({
        kind: 'bad-input',
        code: 'people.department-not-there',
        what: {
          ja: `${dateInWords(fromOn)}の時点では、この部署は存在しません。`,
          en: `The department does not exist on ${fromOn}.`,
        },
        field: 'fromOn',
        todo: { ja: '適用日を見直してください。', en: 'Choose another date.' },
      })
    await writeDepartmentRows(tx, company, departmentId, after)
    await refuseBrokenOrganisation(tx, company, fromOn)
    return {
      events: [
        {
          activity: 'people.department-changed',
          objects: [departmentObject(departmentId, after.at(-1)?.name ?? '')],
          data: { fromOn, fields: Object.keys(change) },
        },
      ],
      answer: { version: version + 1 },
    }
  },
})
