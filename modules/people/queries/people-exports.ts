import { query } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { personReach } from './person-reach.ts'
import { placementsOf, refusePlans } from './placements.ts'

const header = [
  '社員番号',
  '姓',
  '名',
  '姓カナ',
  '名カナ',
  '旧姓',
  '表示名',
  '部署',
  '役職',
  'メール',
  '電話',
  '入社日',
  '退職日',
]

type Row = { id: string; before: string[]; after: string[] }

export const peopleExports = query(people.peopleExports, {
  may: 'people.export-register',
  leaves: 'people.register-exported',
  async run(context, { on = context.today, includeLeavers }) {
    const { tx, actor, today, within } = context
    refusePlans(context, on)
    const rows = await tx.rows<Row>`select p.id,
        array[coalesce(p.employee_number, ''), p.family_name, p.given_name, p.family_kana, p.given_kana, p.former_family_name, p.display_name] as before,
        array[p.email, p.phone, coalesce(to_char(p.joined_on, 'YYYY-MM-DD'), ''), coalesce(to_char(p.left_on, 'YYYY-MM-DD'), '')] as after
      from people.person p where p.company_id = ${actor.companyId} and ${personReach(within, today)} and p.erased_at is null
        and (${includeLeavers} or ((p.joined_on is null or p.joined_on <= ${on}) and (p.left_on is null or p.left_on >= ${on})))
      order by p.employee_number nulls last, p.family_kana, p.given_kana, p.id`
    const placements = await placementsOf(
      context,
      rows.map((row) => row.id),
      on,
    )
    return {
      header,
      rows: rows.map(({ id, before, after }) => {
        const held = placements.get(id) ?? []
        const departments = held.map((each) => each.departmentPath).join('、')
        const posts = held.flatMap((each) => each.postName ?? []).join('、')
        return [...before, departments, posts, ...after]
      }),
    }
  },
})
