import type { RefusalFace } from '@ennoshita/kernel'
import { dateInWords } from '@ennoshita/kernel'
import { coversAll, overlap, type Period } from './periods.ts'

export type AssignmentHeld = Period & { readonly departmentId: string; readonly main: boolean }
export type AssignmentAsked = AssignmentHeld & { readonly postId: string | null }
export type Employment = { readonly joinedOn: string | null; readonly leftOn: string | null }

/** Why a person cannot stand in that department for those days, or undefined. `held` are the person's other assignments. */
export function assignmentFault(
  asked: AssignmentAsked,
  held: readonly AssignmentHeld[],
  employment: Employment,
  departmentPeriods: readonly Period[],
  postPeriods: readonly Period[],
): RefusalFace | undefined {
  if (asked.untilOn !== null && asked.untilOn < asked.fromOn) return backwards
  if (employment.joinedOn !== null && asked.fromOn < employment.joinedOn) return beforeJoining(employment.joinedOn)
  if (employment.leftOn !== null && (asked.untilOn === null || asked.untilOn > employment.leftOn))
    return afterLeaving(employment.leftOn)
  if (!coversAll(departmentPeriods, asked)) return notThere('部署', 'department', 'departmentId')
  if (asked.postId !== null && !coversAll(postPeriods, asked)) return notThere('役職', 'post', 'postId')
  const meanwhile = held.filter((each) => overlap(each, asked))
  const same = meanwhile.find((each) => each.departmentId === asked.departmentId)
  if (same) return twice(same)
  const main = asked.main ? meanwhile.find((each) => each.main) : undefined
  return main && twoMain(main)
}

/** Whether an assignment asked for is the main one (本務): by wish, or because no other main one shares a day with it. */
export function isMain(asked: Period & { main: boolean }, held: readonly AssignmentHeld[]): boolean {
  return asked.main || !held.some((each) => each.main && overlap(each, asked))
}

const backwards: RefusalFace = {
  kind: 'bad-input',
  code: 'people.until-before-from',
  what: { ja: '終了日が開始日より前になっています。', en: 'The last day is before the first.' },
  field: 'untilOn',
  todo: { ja: '終了日を開始日以降にしてください。', en: 'Give a last day on or after the first.' },
}

function beforeJoining(joinedOn: string): RefusalFace {
  return {
    kind: 'bad-input',
    code: 'people.before-joining',
    what: {
      ja: `入社日（${dateInWords(joinedOn)}）より前の日付では登録できません。`,
      en: `The date is before the day of joining (${joinedOn}).`,
    },
    field: 'fromOn',
    todo: {
      ja: '開始日か、登録されている入社日を見直してください。',
      en: 'Review the first day or the day of joining.',
    },
  }
}

function afterLeaving(leftOn: string): RefusalFace {
  return {
    kind: 'conflict',
    code: 'people.after-leaving',
    what: {
      ja: `この方は${dateInWords(leftOn)}付で退職の登録があるため、それより後の所属は登録できません。`,
      en: `This person leaves on ${leftOn}; there is no assignment after it.`,
    },
    field: 'untilOn',
    todo: {
      ja: '終了日を退職日までにするか、退職の登録を取り消してください。',
      en: 'End it by that day, or take the leaving back.',
    },
  }
}

function notThere(ja: string, en: string, field: string): RefusalFace {
  return {
    kind: 'bad-input',
    code: `people.${en}-not-there`,
    what: {
      ja: `この期間のどこかに、選ばれた${ja}が存在しない日があります。`,
      en: `The ${en} does not exist on every day of that time.`,
    },
    field,
    rule: {
      says: {
        ja: '所属の期間は、部署と役職が存在する期間の中に収めます。',
        en: 'An assignment lies within the days of its department and post.',
      },
    },
    todo: {
      ja: `期間を見直すか、その日に存在する${ja}を選んでください。`,
      en: `Review the dates or choose a ${en} that exists on them.`,
    },
  }
}

function twice(held: AssignmentHeld): RefusalFace {
  return {
    kind: 'conflict',
    code: 'people.assigned-already',
    what: {
      ja: `この部署への所属は、すでに${spoken(held).ja}で登録されています。`,
      en: `The person is assigned to this department already, ${spoken(held).en}.`,
    },
    field: 'departmentId',
    todo: {
      ja: '先に今の所属を終了するか、期間をずらしてください。',
      en: 'End that assignment first or choose other dates.',
    },
  }
}

function twoMain(held: AssignmentHeld): RefusalFace {
  return {
    kind: 'conflict',
    code: 'people.two-main',
    what: {
      ja: `主たる所属（本務）が、すでに${spoken(held).ja}で登録されています。`,
      en: `There is a main assignment already, ${spoken(held).en}.`,
    },
    field: 'main',
    rule: {
      says: { ja: '本務は同じ日に一つだけです。', en: 'There is one main assignment on a day.' },
    },
    todo: {
      ja: '兼務として登録するか、「異動を登録する」を使ってください。異動の登録が残っているときは、先に取り消します。',
      en: 'Enter it as a further assignment, or move the person; take back a move that was entered ahead.',
    },
  }
}

function spoken({ fromOn, untilOn }: Period): { ja: string; en: string } {
  return {
    ja: `${dateInWords(fromOn)}から${untilOn ? `${dateInWords(untilOn)}まで` : ''}`,
    en: `${fromOn} to ${untilOn ?? 'further notice'}`,
  }
}
