type Placed = { departmentId: string; parentId: string | null; place: number; name: string }

/** Departments in the order in which a tree is read: each parent before its children, siblings by place and name. */
export function inTreeOrder<Department extends Placed>(departments: readonly Department[]): Department[] {
  const children = new Map<string | null, Department[]>()
  for (const each of departments) children.set(each.parentId, [...(children.get(each.parentId) ?? []), each])
  const below = (parentId: string | null): Department[] =>
    (children.get(parentId) ?? [])
      .sort((one, other) => one.place - other.place || one.name.localeCompare(other.name, 'ja'))
      .flatMap((each) => [each, ...below(each.departmentId)])
  return below(null)
}
