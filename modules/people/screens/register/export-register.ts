import { writeTableXlsx } from '@ennoshita/formats'
import type { LocalDate } from '@ennoshita/kernel'
import { ask, offerFile, t } from '@ennoshita/ui'
import { people } from '../../contract.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Saves the register of a day as an Excel file; the query leaves an entry in the log. */
export async function exportRegister(on: LocalDate, includeLeavers: boolean): Promise<number> {
  const { header, rows } = await ask(people.peopleExports, { on, includeLeavers })
  const bytes = await writeTableXlsx([{ name: t('名簿'), header, rows }])
  offerFile(`${t('名簿')}_${on.replaceAll('-', '')}.xlsx`, bytes, xlsx)
  return rows.length
}
