import { command, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { readCompanyNumbers } from '../rules/company-numbers.ts'
import { katakanaOf } from '../rules/names.ts'
import { lockOrganisation } from './lock-organisation.ts'
import { refuseOlderVersion } from './refuse-older-version.ts'

export const setCompanyProfile = command(people.setCompanyProfile, {
  may: 'people.keep-company',
  emits: ['people.company-profile-set'],
  async run({ tx, actor }, { version, ...given }) {
    const company = actor.companyId
    const read = readCompanyNumbers(given)
    if (!read.ok) refuse(read.fault)
    await lockOrganisation(tx, company)
    const now = await tx.row<{
      version: number
    }>`select version from people.company_profile where company_id = ${company}`
    if (now?.version !== version)
      await refuseOlderVersion(tx, company, company, { ja: '会社の情報', en: 'company profile' })
    const columns = JSON.stringify({
      name_kana: given.nameKana === undefined ? undefined : katakanaOf(given.nameKana),
      corporate_number: read.numbers.corporateNumber,
      registration_number: read.numbers.registrationNumber,
      postal_code: read.numbers.postalCode,
      prefecture: given.prefecture,
      city: given.city,
      street: given.street,
      building: given.building,
      phone: given.phone,
      fiscal_year_month: given.fiscalYearMonth,
      fiscal_year_day: given.fiscalYearDay,
      rounding: given.rounding,
      weekly_rest: given.weeklyRest,
      closed_on_holidays: given.closedOnHolidays,
    })
    await Promise.all([
      tx.run`update people.company_profile c set (name_kana, corporate_number, registration_number, postal_code, prefecture, city, street,
          building, phone, fiscal_year_month, fiscal_year_day, rounding, weekly_rest, closed_on_holidays, version)
        = (select n.name_kana, n.corporate_number, n.registration_number, n.postal_code, n.prefecture, n.city, n.street,
          n.building, n.phone, n.fiscal_year_month, n.fiscal_year_day, n.rounding, n.weekly_rest, n.closed_on_holidays, c.version + 1
          from jsonb_populate_record(c, ${columns}::jsonb) n)
        where c.company_id = ${company}`,
      given.name === undefined
        ? 0
        : tx.run`update kernel.company set name = ${given.name} where company_id = ${company} and name <> ${given.name}`,
    ])
    return {
      events: [
        {
          activity: 'people.company-profile-set',
          objects: [{ type: 'company', id: company }],
          data: { fields: Object.keys(given) },
        },
      ],
      answer: { version: version + 1, warnings: read.warnings },
    }
  },
})
