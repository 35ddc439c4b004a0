import type { LocalDate, Tx } from '@ennoshita/kernel/server'

type InDepartment = { readonly departmentId: string | null; readonly description: string }

/**
 * The lines as the books of a day can take them: a cost is spread or expected over months in which its department may be closed, and then
 * belongs to none, which its description says.
 */
export async function inDepartmentsOn<Line extends InDepartment>(
  tx: Tx,
  company: string,
  on: LocalDate,
  lines: readonly Line[],
): Promise<Line[]> {
  const rows = await tx.rows<{ id: string }>`select d.id from people.department_on(${company}, ${on}) d`
  const there = new Set(rows.map(({ id }) => id))
  return lines.map((line) =>
    line.departmentId === null || there.has(line.departmentId)
      ? line
      : { ...line, departmentId: null, description: `${line.description}（部署は廃止済み）` },
  )
}
