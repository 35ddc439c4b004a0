import type { Tx } from '@ennoshita/kernel/server'
import { type Acting, type Decided, lockMatter, matterObject } from './matter-row.ts'
import { refuseDecider } from './refusals.ts'
import { refuseNotWaiting } from './seat-of-actor.ts'
import { writeDecisions } from './write-decisions.ts'

/** 引戻し by the applicant, by whoever asked in the applicant's place, or by the applicant's deputy, as long as it is not approved. */
export async function withdraw(tx: Tx, context: Acting, given: { matterId: string; reason: string }): Promise<Decided> {
  const { actor, now } = context
  const company = actor.companyId
  const matter = await lockMatter(tx, context, given.matterId)
  const makers = [matter.applicantId, matter.askedBy]
  const isMaker = [actor.personId, actor.onBehalfOf].some((person) => person !== undefined && makers.includes(person))
  if (!isMaker && actor.kind !== 'system') return refuseOther()
  if (matter.state !== 'waiting' && matter.state !== 'returned') return refuseNotWaiting(matter)
  const comment = given.reason.trim()
  await Promise.all([
    tx.run`update approvals.seat set state = 'released'
      where company_id = ${company} and matter_id = ${matter.matterId} and state = 'waiting'`,
    tx.run`update approvals.step set state = 'coming', opened_at = null
      where company_id = ${company} and matter_id = ${matter.matterId} and state = 'open'`,
    tx.run`update approvals.matter set state = 'withdrawn', step = null, waiting_since = null, decided_at = ${now}
      where company_id = ${company} and id = ${matter.matterId}`,
    writeDecisions(tx, context, matter, [{ deed: 'withdrawn', comment }]),
  ])
  return {
    matterId: matter.matterId,
    state: 'withdrawn',
    step: '',
    waitingFor: [],
    object: await matterObject(tx, context, matter),
    told: { approvalRound: matter.round, ...(comment ? { comment } : {}) },
  }
}

function refuseOther(): never {
  return refuseDecider(
    'approvals.not-applicant',
    { ja: '引戻しできるのは、申請した人だけです。', en: 'Only the applicant withdraws.' },
    {
      ja: '引戻しは、承認が終わるまで、申請した人が行えます。',
      en: 'The applicant may withdraw until the matter is approved.',
    },
    { ja: '申請した人に連絡してください。承認者は差し戻せます。', en: 'Tell the applicant; approvers send it back.' },
  )
}
