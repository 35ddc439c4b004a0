import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RouteStep } from '../contract.ts'
import type { Organisation, Placed } from './step-people.ts'
import { foresee, wayFrom } from './way.ts'

const [head, president]: readonly RouteStep[] = [
  { name: '部門長', approvers: [{ by: 'head', of: 'subject-department' }], need: 'any' },
  { name: '社長', approvers: [{ by: 'role', role: 'president' }], need: 'any' },
]
const both = head && president ? [head, president] : []
const placed = (personId: string, rank = 10): Placed => ({ personId, postId: 'post', heads: true, rank })

const office: Organisation = {
  applicantDepartment: [],
  subjectDepartment: [[placed('課長', 20)], [placed('部長')]],
  company: [],
  presidents: ['社長'],
  administrators: ['管理者'],
  heads: ['部長', '課長'],
  named: [],
  aloneBecause: null,
}
const asks = (applicantId: string, askedBy: string | null = null) => ({ applicantId, askedBy })

describe('the way of a matter', () => {
  test('opens the first step for the nearest head', () => {
    expect(wayFrom(both, 1, office, asks('担当'), false)).toEqual({
      passed: [],
      ends: { as: 'open', number: 1, people: ['課長'] },
    })
  })

  test('passes over the step of the applicant; nobody climbs for that', () => {
    expect(wayFrom(both, 1, office, asks('課長'), false)).toEqual({
      passed: [{ number: 1, passing: 'own-matter' }],
      ends: { as: 'open', number: 2, people: ['社長'] },
    })
  })

  test('of the highest rank is who heads a department', () => {
    const two = { ...office, subjectDepartment: [[placed('課長', 20), placed('部長', 10), placed('副部長', 10)]] }
    expect(wayFrom(both, 1, two, asks('担当'), false).ends).toEqual({
      ...{ as: 'open', number: 1, people: ['部長', '副部長'] },
    })
  })

  test('asks the president once where no department has a head', () => {
    const flat = { ...office, subjectDepartment: [] }
    expect(wayFrom(both, 1, flat, asks('担当'), false)).toEqual({
      passed: [{ number: 1, passing: 'president-later' }],
      ends: { as: 'open', number: 2, people: ['社長'] },
    })
    expect(wayFrom(both.slice(0, 1), 1, flat, asks('担当'), false).ends).toEqual({
      ...{ as: 'open', number: 1, people: ['社長'] },
    })
  })

  test('ends with the president, else an administrator, else a head, else the applicant if the company allows it', () => {
    const own = { ...office, subjectDepartment: [[placed('課長')]] }
    const end = (organisation: Organisation) => wayFrom(both.slice(0, 1), 1, organisation, asks('課長'), false).ends
    expect(end(own)).toMatchObject({ as: 'added', number: 2, people: ['社長'], selfApproval: null })
    expect(end({ ...own, presidents: [] })).toMatchObject({ as: 'added', people: ['管理者'] })
    const few = { ...own, presidents: [], administrators: [] }
    expect(end(few)).toMatchObject({ as: 'added', people: ['部長'] })
    expect(end({ ...few, heads: ['課長'] })).toMatchObject({ as: 'nobody' })
    expect(end({ ...few, heads: [], aloneBecause: '経理が一人のため' })).toMatchObject({
      ...{ as: 'added', people: ['課長'], selfApproval: '経理が一人のため' },
    })
  })

  test('needs everyone of a step where all decide: one vacant post refuses it', () => {
    const steps: RouteStep[] = [
      {
        name: '合議',
        need: 'all',
        approvers: [
          { by: 'head', of: 'subject-department' },
          { by: 'person', personId: '監査' },
        ],
      },
    ]
    expect(wayFrom(steps, 1, office, asks('担当'), false).ends).toMatchObject({
      ...{ as: 'nobody', number: 1, vacant: [{ by: 'person' }] },
    })
    expect(wayFrom(steps, 1, { ...office, named: ['監査'] }, asks('担当'), false).ends).toMatchObject({
      ...{ as: 'open', people: ['課長', '監査'] },
    })
  })

  test('never puts a matter before who asked, and never ends approved by nobody', () => {
    const people = ['a', 'b', 'c', 'd']
    const some = fc.subarray(people)
    const organisations = fc.record({
      applicantDepartment: fc.constant([]),
      subjectDepartment: fc.array(some.map((all) => all.map((person) => placed(person)))),
      company: fc.constant([]),
      presidents: some,
      administrators: some,
      heads: some,
      named: fc.constant([]),
      aloneBecause: fc.constantFrom(null, '一人'),
    })
    const steps = fc.array(fc.constantFrom(...both), { minLength: 1, maxLength: 4 })
    const maker = fc.constantFrom(...people)
    fc.assert(
      fc.property(steps, organisations, maker, fc.option(maker), (route, organisation, applicantId, askedBy) => {
        const makers = asks(applicantId, askedBy)
        const { steps: seen, nobody } = foresee(route, organisation, makers)
        for (const step of seen.filter(({ selfApproval }) => selfApproval === null))
          expect(step.people.filter((person) => person === applicantId || person === askedBy)).toEqual([])
        if (!nobody) expect(seen.some(({ people: deciders }) => deciders.length > 0)).toBe(true)
      }),
    )
  })
})
