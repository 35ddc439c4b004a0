import { dateInWords } from '@ennoshita/kernel'
import { command, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { closedAfter } from '../rules/periods.ts'
import { departmentObject, departmentRows, writeDepartmentRows } from './department-rows.ts'
import { lockOrganisation } from './lock-organisation.ts'

export const closeDepartment = command(people.closeDepartment, {
  may: 'people.keep-organisation',
  emits: ['people.department-closed'],
  async run({ tx, actor }, { departmentId, version, untilOn }) {
    const company = actor.companyId
    await lockOrganisation(tx, company)
    const after = closedAfter(await departmentRows(tx, company, departmentId, version), untilOn)
    if (!after)
      refuse({
        kind: 'bad-input',
        code: 'people.department-not-there',
        what: {
          ja: `${dateInWords(untilOn)}の時点では、この部署は存在しません。`,
          en: `The department does not exist on ${untilOn}.`,
        },
        field: 'untilOn',
        todo: { ja: '廃止日を見直してください。', en: 'Choose another last day.' },
      })
    const inside = await tx.row<{ children: number; people: number }>`select
      (select count(distinct department_id) from people.department_period where company_id = ${company} and parent_id = ${departmentId}
        and (until_on is null or until_on > ${untilOn})) as children,
      (select count(distinct person_id) from people.assignment where company_id = ${company} and department_id = ${departmentId}
        and (until_on is null or until_on > ${untilOn})) as people`
    if (inside && (inside.children > 0 || inside.people > 0))
      refuse({
        kind: 'conflict',
        code: 'people.department-in-use',
        what: {
          ja: `${dateInWords(untilOn)}より後も、下の部署が${inside.children}、所属する人が${inside.people}名います。`,
          en: `After ${untilOn} it still holds ${inside.children} departments and ${inside.people} people.`,
        },
        field: 'untilOn',
        rule: {
          says: {
            ja: '廃止する部署には、廃止日より後の所属を残せません。',
            en: 'Nobody stands in a department after its last day.',
          },
        },
        todo: {
          ja: '先に、下の部署の所属先を変え、所属する人の異動を登録してください。',
          en: 'Move what stands below it and its people first.',
        },
      })
    await writeDepartmentRows(tx, company, departmentId, after)
    return {
      events: [
        {
          activity: 'people.department-closed',
          objects: [departmentObject(departmentId, after.at(-1)?.name ?? '')],
          data: { untilOn },
        },
      ],
      answer: { version: version + 1 },
    }
  },
})
