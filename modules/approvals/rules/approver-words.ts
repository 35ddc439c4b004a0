import type { Approver } from '../contract.ts'
import type { Passing } from './matter.ts'

export type Words = { readonly ja: string; readonly en: string }
/** Names by the ids of people and posts. */
export type Names = ReadonlyMap<string, string>

const places = {
  'applicant-department': { ja: '申請した部署', en: 'of the asking department' },
  'subject-department': { ja: '対象の部署', en: 'of the department concerned' },
  company: { ja: '会社', en: 'of the company' },
} as const

/** Whom a step asks, in words: 対象の部署の長, 経理部長, 社長. */
export function approverWords(approver: Approver, names: Names): Words {
  switch (approver.by) {
    case 'person': {
      const name = names.get(approver.personId)
      return name ? { ja: `${name}さん`, en: name } : { ja: '退職した人', en: 'someone who left' }
    }
    case 'post': {
      const name = names.get(approver.postId)
      const { ja, en } = places[approver.of]
      return name
        ? { ja: `${ja}の${name}`, en: `${name} ${en}` }
        : { ja: `${ja}の廃止された役職`, en: `a former post ${en}` }
    }
    case 'head':
      return approver.of === 'company'
        ? { ja: '社長', en: 'the president' }
        : { ja: `${places[approver.of].ja}の長`, en: `the head ${places[approver.of].en}` }
    case 'role':
      return approver.role === 'president'
        ? { ja: '社長', en: 'the president' }
        : { ja: '管理者', en: 'an administrator' }
  }
}

export const passingWords: Readonly<Record<Passing, Words>> = {
  'own-matter': { ja: '申請した本人のため、この段は通過', en: 'passed over: the approver is the applicant' },
  'president-later': {
    ja: '部署の長がいないため、この段は通過（社長が後の段で承認）',
    en: 'passed over: no head; the president decides in a later step',
  },
}

/** The step that is added when the route ends and nobody has approved. */
export const addedStepName = '社長（ほかに承認者がいないため）'
