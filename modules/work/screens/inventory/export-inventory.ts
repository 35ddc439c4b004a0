import { writeTableXlsx } from '@ennoshita/formats'
import { ask, offerFile } from '@ennoshita/ui'
import { work } from '../../contract.ts'

const sheetName = '業務棚卸表'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Saves the inventory (of one department, or all that one may see) as an Excel file made in the browser. */
export async function exportInventory(departmentId: string | undefined): Promise<void> {
  const table = await ask(work.kindExports, departmentId === undefined ? {} : { departmentId })
  const bytes = await writeTableXlsx([{ name: sheetName, header: table.header, rows: table.rows }])
  offerFile(table.name, bytes, xlsx)
}
