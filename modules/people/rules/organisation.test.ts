import { describe, expect, test } from 'vitest'
import { type AssignmentPeriod, type DepartmentPeriod, organisationFault } from './organisation.ts'

const department = (name: string, parentId: string | null, fromOn = '2020-04-01', untilOn: string | null = null) =>
  ({ departmentId: name, name, parentId, fromOn, untilOn }) satisfies DepartmentPeriod
const works = (personId: string, departmentId: string, postId: string | null, fromOn = '2020-04-01') =>
  ({ personId, personName: personId, departmentId, postId, fromOn, untilOn: null }) satisfies AssignmentPeriod
const head = { postId: '部長', heads: true, fromOn: '2020-04-01', untilOn: null }
const member = { postId: '主任', heads: false, fromOn: '2020-04-01', untilOn: null }
const faultOf = (departments: DepartmentPeriod[], assignments: AssignmentPeriod[] = [], fromOn = '2027-04-01') =>
  organisationFault({ departments, posts: [head, member], assignments }, fromOn)

describe('部署の木', () => {
  test('本社 > 営業部 > 営業一課 stands', () => {
    expect(
      faultOf([department('本社', null), department('営業部', '本社'), department('営業一課', '営業部')]),
    ).toBeUndefined()
  })

  test('a circle is named with its day', () => {
    const fault = faultOf([department('営業部', '営業一課'), department('営業一課', '営業部')])
    expect(fault?.code).toBe('people.department-circle')
    expect(fault?.what.ja).toBe('2027年4月1日の時点で、部署の上下が輪になります：営業部 → 営業一課 → 営業部')
  })

  test('a circle that comes only later is found on that day', () => {
    const fault = faultOf(
      [
        department('営業部', null, '2020-04-01', '2027-09-30'),
        department('営業部', '営業一課', '2027-10-01'),
        department('営業一課', '営業部'),
      ],
      [],
    )
    expect(fault?.what.ja).toContain('2027年10月1日の時点で')
  })

  test('a parent that closes before its children is refused', () => {
    const fault = faultOf([department('営業部', null, '2020-04-01', '2027-09-30'), department('営業一課', '営業部')])
    expect(fault?.code).toBe('people.department-without-parent')
    expect(fault?.what.ja).toBe('「営業一課」の上位の部署「営業部」は、2027年10月1日の時点では存在しません。')
  })
})

describe('兼務', () => {
  const tree = [department('本社', null), department('営業部', '本社'), department('企画部', '本社')]

  test('部長が他部署の担当を兼ねてもよい', () => {
    expect(
      faultOf(tree, [
        works('佐藤', '営業部', '部長'),
        works('佐藤', '企画部', '主任'),
        works('鈴木', '企画部', '部長'),
      ]),
    ).toBeUndefined()
  })

  test('互いに相手の部署の部下になる兼務は輪になる', () => {
    const fault = faultOf(tree, [
      works('佐藤', '営業部', '部長'),
      works('佐藤', '企画部', '主任'),
      works('鈴木', '企画部', '部長'),
      works('鈴木', '営業部', null, '2027-07-01'),
    ])
    expect(fault?.code).toBe('people.head-circle')
    expect(fault?.what.ja).toBe('2027年7月1日の時点で、兼務により上司と部下が輪になります：佐藤 → 鈴木 → 佐藤')
  })

  test('one person heading a department and the one above it is no circle', () => {
    expect(
      faultOf(tree, [works('佐藤', '本社', '部長'), works('佐藤', '営業部', '部長'), works('鈴木', '営業部', null)]),
    ).toBeUndefined()
  })

  test('three people in a ring are found', () => {
    const fault = faultOf(
      [...tree, department('法務部', '本社')],
      [
        works('佐藤', '営業部', '部長'),
        works('鈴木', '企画部', '部長'),
        works('高橋', '法務部', '部長'),
        works('佐藤', '企画部', null),
        works('鈴木', '法務部', null),
        works('高橋', '営業部', null),
      ],
    )
    expect(fault?.what.ja).toContain('佐藤 → 鈴木 → 高橋 → 佐藤')
  })

  test('two heads of one department do not head each other', () => {
    expect(faultOf(tree, [works('佐藤', '営業部', '部長'), works('鈴木', '営業部', '部長')])).toBeUndefined()
  })
})
