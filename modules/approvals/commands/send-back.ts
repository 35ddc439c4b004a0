import { refuse, type Tx } from '@ennoshita/kernel/server'
import { type Acting, type Decided, lockMatter, matterObject, type StepRow, stepsOf } from './matter-row.ts'
import { seatOfActor } from './seat-of-actor.ts'
import { takeWay } from './take-way.ts'
import { type NewDecision, writeDecisions } from './write-decisions.ts'

/**
 * 差戻し by whoever could approve, with a comment that says what to change: to the applicant, or to a step before that somebody
 * approved. From that step on everything is decided anew, by the people who stand there today.
 */
export async function sendBack(
  tx: Tx,
  context: Acting,
  given: { matterId: string; comment: string; to: 'applicant' | number; step?: number | undefined },
): Promise<Decided> {
  const { actor, now } = context
  const company = actor.companyId
  const comment = given.comment.trim()
  if (comment === '') return refuseWithoutComment()
  const matter = await lockMatter(tx, context, given.matterId)
  const [{ step: number }, steps] = await Promise.all([
    seatOfActor(tx, context, matter, given.step),
    stepsOf(tx, context, given.matterId),
  ])
  const name = steps.find((each) => each.number === number)?.name ?? ''
  const { to } = given
  const target = to === 'applicant' ? undefined : earlierStep(steps, to, number)
  const deed: NewDecision = { deed: 'returned', step: { number, name }, comment, returnedTo: target?.number }
  const told = { approvalRound: matter.round, approvalStep: name, comment, returnedTo: target?.name ?? '申請者' }
  if (target === undefined) {
    await Promise.all([
      tx.run`update approvals.seat set state = 'released'
        where company_id = ${company} and matter_id = ${matter.matterId} and state = 'waiting'`,
      tx.run`update approvals.step set state = 'coming', opened_at = null
        where company_id = ${company} and matter_id = ${matter.matterId} and state = 'open'`,
      tx.run`update approvals.matter set state = 'returned', step = null, waiting_since = null, decided_at = ${now}
        where company_id = ${company} and id = ${matter.matterId}`,
      writeDecisions(tx, context, matter, [deed]),
    ])
    const object = await matterObject(tx, context, matter)
    return { matterId: matter.matterId, state: 'returned', step: name, waitingFor: [], object, told }
  }
  await Promise.all([
    tx.run`delete from approvals.seat where company_id = ${company} and matter_id = ${matter.matterId} and step >= ${target.number}`,
    tx.run`update approvals.step set state = 'coming', opened_at = null, passed_over = null
      where company_id = ${company} and matter_id = ${matter.matterId} and number >= ${target.number}`,
  ])
  const way = { steps, from: target.number, post: null }
  const { state, waitingFor } = await takeWay(tx, context, matter, way, [deed])
  const object = await matterObject(tx, context, matter)
  return { matterId: matter.matterId, state, step: name, waitingFor, object, told }
}

function earlierStep(steps: readonly StepRow[], to: number, now: number): StepRow {
  const target = steps.find((step) => step.number === to && step.number < now && step.state === 'approved')
  if (target) return target
  const open = steps.filter((step) => step.number < now && step.state === 'approved')
  const names = open.map((step) => `${step.number}（${step.name}）`).join('、')
  return refuse({
    kind: 'bad-input',
    code: 'approvals.no-such-step',
    what: { ja: 'その段へは差し戻せません。', en: 'It cannot go back to that step.' },
    field: 'to',
    rule: {
      says: {
        ja: '差戻し先は、申請者か、この回にすでに承認した段です。',
        en: 'It goes back to the applicant, or to a step that was approved in this round.',
      },
    },
    todo: {
      ja: names ? `申請者か、次の段からお選びください：${names}` : '申請者に差し戻してください。',
      en: names ? `Choose the applicant or one of these steps: ${names}` : 'Send it back to the applicant.',
    },
  })
}

function refuseWithoutComment(): never {
  return refuse({
    kind: 'bad-input',
    code: 'approvals.comment-needed',
    what: { ja: '差戻しの理由が書かれていません。', en: 'It is not said why this goes back.' },
    field: 'comment',
    rule: {
      says: { ja: '差戻しには、直してほしいことを書き添えます。', en: 'A return says what is to be changed.' },
    },
    todo: { ja: '何を直せばよいかを書いてください。', en: 'Write what to change.' },
  })
}
