import { expect, test } from 'vitest'
import { inTreeOrder } from './tree-order.ts'

const department = (departmentId: string, parentId: string | null, place = 0) => ({
  departmentId,
  parentId,
  place,
  name: departmentId,
})

test('each parent before its children, siblings by their place', () => {
  const order = inTreeOrder([
    department('経理課', '管理部'),
    department('営業部', null, 1),
    department('管理部', null, 2),
    department('営業一課', '営業部', 1),
    department('営業二課', '営業部', 0),
  ])
  expect(order.map((each) => each.name)).toEqual(['営業部', '営業二課', '営業一課', '管理部', '経理課'])
})
