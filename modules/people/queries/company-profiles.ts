import { query } from '@ennoshita/kernel/server'
import type { CompanyProfile } from '../contract.ts'
import { people } from '../contract.ts'

export const companyProfiles = query(people.companyProfiles, {
  may: 'people.see-directory',
  run({ tx, actor }) {
    return tx.rows<CompanyProfile & { version: number; address: string }>`
      select n.name, n.name_kana as "nameKana", n.corporate_number as "corporateNumber", n.registration_number as "registrationNumber",
        n.postal_code as "postalCode", coalesce(p.prefecture, '') as prefecture, coalesce(p.city, '') as city,
        coalesce(p.street, '') as street, coalesce(p.building, '') as building, n.phone, n.address,
        n.fiscal_year_month as "fiscalYearMonth", n.fiscal_year_day as "fiscalYearDay", n.rounding,
        c.weekly_rest as "weeklyRest", c.closed_on_holidays as "closedOnHolidays", coalesce(p.version, 1) as version
      from people.company n join people.calendar c on c.company_id = n.company_id
        left join people.company_profile p on p.company_id = n.company_id
      where n.company_id = ${actor.companyId}`
  },
})
