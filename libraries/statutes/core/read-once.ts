/** A way of reading published tables that reads each of them once, when it is first asked for. */
export function readOnce<Table, Read extends object>(read: (table: Table) => Read): (table: Table) => Read {
  const known = new Map<Table, Read>()
  return (table) => {
    const found = known.get(table) ?? read(table)
    known.set(table, found)
    return found
  }
}
