import type { AnswerOf } from '@ennoshita/kernel'
import { query } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'

export const templates = query(desk.templates, {
  may: 'desk.ask',
  async run({ tx, actor }, { retired }) {
    return tx.rows<AnswerOf<typeof desk.templates>[number]>`
      select id as "templateId", slug, name, name_en as "nameEn", guide, fields, usual_days as "usualDays", department_id as "departmentId",
        kind_id as "kindId", position, retired_at is not null as "isRetired", version
      from desk.template where company_id = ${actor.companyId} and (retired_at is null or ${retired}) order by position, name, id`
  },
})
